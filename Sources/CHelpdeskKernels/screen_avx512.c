#if defined(__x86_64__)
#include <immintrin.h>

#include "screen_variants.h"

#define NAME(x) helpdesk_##x##_avx512
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl")))
#define INLINE static inline __attribute__((always_inline)) TARGET
#define IS_BIASED 1
#define STEP 32

INLINE __m512i load_code(const uint8_t *code) { return _mm512_cvtepu8_epi16(_mm256_load_si256((const void *)code)); }

INLINE __m512i load_values(const int8_t *values) {
    return _mm512_cvtepi8_epi16(_mm256_load_si256((const void *)values));
}

INLINE __m512i multiplied_and_added(__m512i sum, __m512i code, __m512i values) {
    return _mm512_add_epi32(sum, _mm512_madd_epi16(code, values));
}

#include "screen_avx512_sums.h"
#include "screen_template.h"
#else
typedef int helpdesk_screen_avx512_is_empty;
#endif
