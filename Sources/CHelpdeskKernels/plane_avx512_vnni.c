#if defined(__x86_64__)
#include <immintrin.h>

#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_avx512_vnni
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define INLINE static inline __attribute__((always_inline)) TARGET

#include "plane_avx512_sums.h"

INLINE int32_t high_total(const int8_t *row, size_t n) {
    const __m512i ones = _mm512_set1_epi8(1);
    __m512i sums = _mm512_setzero_si512();
    for (size_t i = 0; i < n; i += 64) sums = _mm512_dpbusd_epi32(sums, ones, _mm512_loadu_si512(row + i));
    return _mm512_reduce_add_epi32(sums);
}

INLINE int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    // One factor must not be negative: 128 more, and 128 times the total of the other too much.
    const __m512i bias = _mm512_set1_epi8((char)0x80);
    __m512i sums = _mm512_setzero_si512();
    for (size_t i = 0; i < n; i += 64)
        sums = _mm512_dpbusd_epi32(sums, _mm512_xor_si512(_mm512_loadu_si512(a + i), bias), _mm512_loadu_si512(b + i));
    return _mm512_reduce_add_epi32(sums) - 128 * total;
}

#include "plane_template.h"
#else
typedef int helpdesk_plane_avx512_vnni_is_empty;
#endif
