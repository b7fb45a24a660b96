#if defined(__x86_64__)
#include <immintrin.h>

#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_avx512
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl")))
#define INLINE static inline __attribute__((always_inline)) TARGET

#include "plane_avx512_sums.h"

INLINE int32_t high_total(const int8_t *row, size_t n) {
    (void)row, (void)n;
    return 0;
}

INLINE int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    (void)total;
    __m512i sums = _mm512_setzero_si512();
    for (size_t i = 0; i < n; i += 32) {
        const __m512i left = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(a + i)));
        const __m512i right = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(b + i)));
        sums = _mm512_add_epi32(sums, _mm512_madd_epi16(left, right));
    }
    return _mm512_reduce_add_epi32(sums);
}

#include "plane_template.h"
#else
typedef int helpdesk_plane_avx512_is_empty;
#endif
