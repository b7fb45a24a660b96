#if defined(__aarch64__)
#include <arm_neon.h>

#include "screen_variants.h"

#define NAME(x) helpdesk_##x##_neon_dot
#if defined(__clang__)
#define TARGET __attribute__((target("dotprod")))
#else
#define TARGET __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#define INLINE static inline __attribute__((always_inline)) TARGET
#define IS_BIASED 0

INLINE int32x4_t multiplied_and_added(int32x4_t sum, int8x16_t code, int8x16_t values) {
    return vdotq_s32(sum, code, values);
}

#include "screen_neon_sums.h"
#include "screen_template.h"
#else
typedef int helpdesk_screen_neon_dot_is_empty;
#endif
