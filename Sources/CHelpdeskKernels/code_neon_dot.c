#if defined(__aarch64__)
#include <arm_neon.h>

#include "code_variants.h"

#define NAME(x) helpdesk_##x##_neon_dot
#if defined(__clang__)
#define TARGET __attribute__((target("dotprod")))
#else
#define TARGET __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE int32x4_t products(int32x4_t sums, uint8x16_t bytes, const int8_t *values) {
    return vdotq_s32(sums, vreinterpretq_s8_u8(vandq_u8(bytes, vdupq_n_u8(3))), vld1q_s8(values));
}

INLINE int32_t code_sum(const int8_t *values, size_t blocks, const uint8_t *code) {
    int32x4_t sums = vdupq_n_s32(0);
    for (size_t block = 0; block < blocks; block++) {
        const size_t width = block / 2 * 2 + 1 < blocks ? 64 : 32;
        const int8_t *mine = values + block / 2 * 2 * CODE_BLOCK + (width == 64 ? block % 2 * 32 : 0);
        for (size_t half = 0; half < 32; half += 16) {
            const uint8x16_t bytes = vld1q_u8(code + block * CODE_BLOCK_BYTES + half);
            sums = products(sums, bytes, mine + half);
            sums = products(sums, vshrq_n_u8(bytes, 2), mine + width + half);
            sums = products(sums, vshrq_n_u8(bytes, 4), mine + 2 * width + half);
            sums = products(sums, vshrq_n_u8(bytes, 6), mine + 3 * width + half);
        }
    }
    return vaddvq_s32(sums);
}

INLINE void code_sums4(const int8_t *values, size_t blocks, const uint8_t *const codes[4], int32_t sums[4]) {
    for (int i = 0; i < 4; i++) sums[i] = code_sum(values, blocks, codes[i]);
}

#include "code_template.h"
#else
typedef int helpdesk_code_neon_dot_is_empty;
#endif
