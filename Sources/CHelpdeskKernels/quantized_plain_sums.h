// Products of numbers one by one, for processors without an instruction for them.

/// The number at `k` of a row of the input; of 4 columns of a panel, LANES at a time.
#define PRODUCTS(name, type_a, type_b, group)                                                                       \
    INLINE void name(const size_t rows, size_t depth, const unsigned char *a, size_t stride,                       \
                     const unsigned char *panel, integers sums[][PANEL_VECTORS]) {                                 \
        for (size_t row = 0; row < rows; row++)                                                                    \
            for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = (integers)(0);                               \
        for (size_t k = 0; k < depth; k += group, panel += 4 * PANEL_WIDTH)                                        \
            for (size_t row = 0; row < rows; row++) {                                                              \
                type_a values[group];                                                                              \
                memcpy(values, a + row * stride + k * sizeof(type_a), sizeof values);                              \
                for (size_t column = 0; column < PANEL_WIDTH; column++) {                                          \
                    type_b weights[group];                                                                         \
                    memcpy(weights, panel + 4 * column, sizeof weights);                                           \
                    int32_t total = 0;                                                                             \
                    for (size_t i = 0; i < group; i++) total += values[i] * weights[i];                            \
                    sums[row][column / LANES][column % LANES] += total;                                            \
                }                                                                                                  \
            }                                                                                                      \
    }
PRODUCTS(add_byte_products, uint8_t, int8_t, 4)
PRODUCTS(add_word_products, int16_t, int16_t, 2)
#undef PRODUCTS
