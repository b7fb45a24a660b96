#if defined(__aarch64__)
#include <arm_neon.h>

#include "code_variants.h"

#define NAME(x) helpdesk_##x##_neon
#define TARGET
#define INLINE static inline __attribute__((always_inline))

INLINE int16x8_t products(int16x8_t sum, uint8x16_t bytes, const int8_t *values) {
    const int8x16_t levels = vreinterpretq_s8_u8(vandq_u8(bytes, vdupq_n_u8(3))), query = vld1q_s8(values);
    sum = vmlal_s8(sum, vget_low_s8(levels), vget_low_s8(query));
    return vmlal_high_s8(sum, levels, query);
}

INLINE int32_t code_sum(const int8_t *values, size_t blocks, const uint8_t *code) {
    int32x4_t total = vdupq_n_s32(0);
    for (size_t block = 0; block < blocks; block++) {
        const size_t width = block / 2 * 2 + 1 < blocks ? 64 : 32;
        const int8_t *mine = values + block / 2 * 2 * CODE_BLOCK + (width == 64 ? block % 2 * 32 : 0);
        int16x8_t sum = vdupq_n_s16(0);
        // A block adds at most 2 * 4 * 2 * 3 * 127 = 6,096 to each sum of 16 bits.
        for (size_t half = 0; half < 32; half += 16) {
            const uint8x16_t bytes = vld1q_u8(code + block * CODE_BLOCK_BYTES + half);
            sum = products(sum, bytes, mine + half);
            sum = products(sum, vshrq_n_u8(bytes, 2), mine + width + half);
            sum = products(sum, vshrq_n_u8(bytes, 4), mine + 2 * width + half);
            sum = products(sum, vshrq_n_u8(bytes, 6), mine + 3 * width + half);
        }
        total = vpadalq_s16(total, sum);
    }
    return vaddvq_s32(total);
}

INLINE void code_sums4(const int8_t *values, size_t blocks, const uint8_t *const codes[4], int32_t sums[4]) {
    for (int i = 0; i < 4; i++) sums[i] = code_sum(values, blocks, codes[i]);
}

#include "code_template.h"
#else
typedef int helpdesk_code_neon_is_empty;
#endif
