// NEON with the dot product of Armv8.2.
#if defined(__aarch64__)
#include <arm_neon.h>

#define NAME(x) helpdesk_quantized_##x##_neon_dot
#if defined(__clang__)
#define TARGET __attribute__((target("dotprod")))
#else
#define TARGET __attribute__((target("arch=armv8.2-a+dotprod")))
#endif
#define LANES 4
#define PANEL_VECTORS 3
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_vectors.h"

#define BYTE_ROWS 8
#define WORD_ROWS 6
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8)
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
            for (size_t v = 0; v < PANEL_VECTORS; v++)
                sums[row][v] = (integers)vdotq_s32((int32x4_t)sums[row][v], columns[v], value);
        }
    }
}

#include "quantized_neon_words.h"
#include "quantized_template.h"
#else
typedef int helpdesk_quantized_neon_dot_is_empty;
#endif
