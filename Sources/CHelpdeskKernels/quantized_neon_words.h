// Products of 16 bits: pairs of a column lie side by side, so the products of two columns are added in pairs.
INLINE void add_word_products(const size_t rows, size_t depth, const unsigned char *a, size_t stride,
                              const unsigned char *panel, integers sums[][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = (integers)(0);
    for (size_t k = 0; k < depth; k += 2, panel += 4 * PANEL_WIDTH) {
        int16x8_t columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) memcpy(&columns[v], panel + 16 * v, 16);
#pragma clang loop unroll(full)
        for (size_t row = 0; row < rows; row++) {
            int32_t pair;
            memcpy(&pair, a + row * stride + 2 * k, 4);
            const int16x8_t value = vreinterpretq_s16_s32(vdupq_n_s32(pair));
#pragma clang loop unroll(full)
            for (size_t v = 0; v < PANEL_VECTORS; v++)
                sums[row][v] = (integers)vaddq_s32(
                    (int32x4_t)sums[row][v],
                    vpaddq_s32(vmull_s16(vget_low_s16(value), vget_low_s16(columns[v])), vmull_high_s16(value, columns[v])));
        }
    }
}
