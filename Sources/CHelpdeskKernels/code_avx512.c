#if defined(__x86_64__)
#include <immintrin.h>

#include "code_variants.h"

#define NAME(x) helpdesk_##x##_avx512
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE __m512i multiplied_and_added(__m512i sums, __m512i levels, const int8_t *values) {
    // A pair of products is at most 2 * 3 * 127.
    const __m512i pairs = _mm512_maddubs_epi16(levels, _mm512_load_si512(values));
    return _mm512_add_epi32(sums, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
}

#include "code_avx512_sums.h"
#include "code_template.h"
#else
typedef int helpdesk_code_avx512_is_empty;
#endif
