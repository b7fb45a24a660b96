#if defined(__aarch64__)
#include <arm_neon.h>

#include "screen_variants.h"

#define NAME(x) helpdesk_##x##_neon
#define TARGET
#define INLINE static inline __attribute__((always_inline))
#define IS_BIASED 0

INLINE int32x4_t multiplied_and_added(int32x4_t sum, int8x16_t code, int8x16_t values) {
    // Two products of at most 127 * 127 fit into 16 bits.
    const int16x8_t products = vmull_s8(vget_low_s8(code), vget_low_s8(values));
    return vpadalq_s16(sum, vmlal_high_s8(products, code, values));
}

#include "screen_neon_sums.h"
#include "screen_template.h"
#else
typedef int helpdesk_screen_neon_is_empty;
#endif
