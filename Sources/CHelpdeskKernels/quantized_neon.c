// NEON without dot products: products of 8 bits are added in pairs of 16 bits, then of 32.
#if defined(__aarch64__)
#include <arm_neon.h>

#define NAME(x) helpdesk_quantized_##x##_neon
#define TARGET
#define LANES 4
#define PANEL_VECTORS 3
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_vectors.h"

#define BYTE_ROWS 6
#define WORD_ROWS 6
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6)
#define FOR_EACH_WORD_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6)
#define BYTE_LIMIT HELPDESK_WIDE_LIMIT
#define BYTES_ARE_SIGNED 1

INLINE void add_byte_products(const size_t rows, size_t depth, const unsigned char *a, size_t stride,
                              const unsigned char *panel, integers sums[][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = (integers)(0);
    for (size_t k = 0; k < depth; k += 4, panel += 4 * PANEL_WIDTH) {
        int8x16_t columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) memcpy(&columns[v], panel + 16 * v, 16);
#pragma clang loop unroll(full)
        for (size_t row = 0; row < rows; row++) {
            int32_t four;
            memcpy(&four, a + row * stride + k, 4);
            const int8x16_t value = vreinterpretq_s8_s32(vdupq_n_s32(four));
#pragma clang loop unroll(full)
            for (size_t v = 0; v < PANEL_VECTORS; v++) {
                const int16x8_t low = vmull_s8(vget_low_s8(value), vget_low_s8(columns[v]));
                const int16x8_t high = vmull_high_s8(value, columns[v]);
                // A product is at most 128 * 127, so a pair of them takes 16 bits and the sum of two pairs 32.
                sums[row][v] = (integers)vpadalq_s16((int32x4_t)sums[row][v], vpaddq_s16(low, high));
            }
        }
    }
}

#include "quantized_neon_words.h"
#include "quantized_template.h"
#else
typedef int helpdesk_quantized_neon_is_empty;
#endif
