#if defined(__aarch64__)
#include <arm_neon.h>

#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_neon_dot
#if defined(__clang__)
#define TARGET __attribute__((target("dotprod")))
#else
#define TARGET __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#define INLINE static inline __attribute__((always_inline)) TARGET

#include "plane_neon_sums.h"

INLINE int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    (void)total;
    int32x4_t sums = vdupq_n_s32(0);
    for (size_t i = 0; i < n; i += 16) sums = vdotq_s32(sums, vld1q_s8(a + i), vld1q_s8(b + i));
    return vaddvq_s32(sums);
}

#include "plane_template.h"
#else
typedef int helpdesk_plane_neon_dot_is_empty;
#endif
