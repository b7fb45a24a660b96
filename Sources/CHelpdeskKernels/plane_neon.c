#if defined(__aarch64__)
#include <arm_neon.h>

#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_neon
#define TARGET
#define INLINE static inline __attribute__((always_inline))

#include "plane_neon_sums.h"

INLINE int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    (void)total;
    int32x4_t sums = vdupq_n_s32(0);
    for (size_t i = 0; i < n; i += 16) {
        const int8x16_t left = vld1q_s8(a + i), right = vld1q_s8(b + i);
        sums = vpadalq_s16(sums, vmull_s8(vget_low_s8(left), vget_low_s8(right)));
        sums = vpadalq_s16(sums, vmull_high_s8(left, right));
    }
    return vaddvq_s32(sums);
}

#include "plane_template.h"
#else
typedef int helpdesk_plane_neon_is_empty;
#endif
