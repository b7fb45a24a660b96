#if defined(__x86_64__)
#include <immintrin.h>

#include "code_variants.h"

#define NAME(x) helpdesk_##x##_avx512_vnni
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE __m512i multiplied_and_added(__m512i sums, __m512i levels, const int8_t *values) {
    return _mm512_dpbusd_epi32(sums, levels, _mm512_load_si512(values));
}

#include "code_avx512_sums.h"
#include "code_template.h"
#else
typedef int helpdesk_code_avx512_vnni_is_empty;
#endif
