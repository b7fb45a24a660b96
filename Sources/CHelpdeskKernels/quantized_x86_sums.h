// Products of numbers by the instructions that x86 has without VNNI. Defined before: REGISTER, ADD_WORDS, ADD_INTEGERS,
// MULTIPLY_BYTES (unsigned times signed, pairs added in 16 bits), MULTIPLY_WORDS (pairs added in 32 bits), SPLAT_INTEGER.

/// Keeps the compiler from reordering sums, for which it would need more registers than there are.
#define IN_REGISTER(value) __asm__("" : "+v"(value))

INLINE REGISTER load_numbers(const unsigned char *from) {
    REGISTER value;
    memcpy(&value, from, sizeof value);
    return value;
}

/// Two products in a row are added in 16 bits: helpdesk_quantize_weights sees to it that these sums cannot overflow. Four in
/// a row are a little faster, but leave fewer bits to the weights.
INLINE void add_byte_products(const size_t rows, size_t depth, const unsigned char *a, size_t stride,
                              const unsigned char *panel, integers sums[][PANEL_VECTORS]) {
    const REGISTER ones = (REGISTER)SPLAT_INTEGER(0x00010001);
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = (integers)(0);
    row_pointers pointers = rows_at(rows, a, stride);
    for (size_t k = 0; k < depth; k += 16, panel += 16 * PANEL_WIDTH) {
#pragma clang loop unroll(full)
        for (size_t pair = 0; pair < 2; pair++) {
            REGISTER words[BYTE_ROWS][PANEL_VECTORS];
#pragma clang loop unroll(full)
            for (size_t step = 2 * pair; step < 2 * pair + 2; step++) {
                REGISTER columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
                for (size_t v = 0; v < PANEL_VECTORS; v++)
                    columns[v] = load_numbers(panel + 4 * step * PANEL_WIDTH + v * sizeof(REGISTER));
#pragma clang loop unroll(full)
                for (size_t row = 0; row < rows; row++) {
                    const REGISTER value = SPLAT_INTEGER(integer_at(&pointers, row, 4 * step));
#pragma clang loop unroll(full)
                    for (size_t v = 0; v < PANEL_VECTORS; v++) {
                        const REGISTER products = MULTIPLY_BYTES(value, columns[v]);
                        words[row][v] = step == 2 * pair ? products : ADD_WORDS(words[row][v], products);
                        IN_REGISTER(words[row][v]);
                    }
                }
            }
#pragma clang loop unroll(full)
            for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
                for (size_t v = 0; v < PANEL_VECTORS; v++) {
                    sums[row][v] = (integers)ADD_INTEGERS((REGISTER)sums[row][v], MULTIPLY_WORDS(words[row][v], ones));
                    IN_REGISTER(sums[row][v]);
                }
        }
        advance(&pointers, rows, 16);
    }
}

INLINE void add_word_products(const size_t rows, size_t depth, const unsigned char *a, size_t stride,
                              const unsigned char *panel, integers sums[][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = (integers)(0);
    row_pointers pointers = rows_at(rows, a, stride);
    for (size_t k = 0; k < depth; k += 8, panel += 16 * PANEL_WIDTH) {
#pragma clang loop unroll(full)
        for (size_t step = 0; step < 4; step++) {
            REGISTER columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
            for (size_t v = 0; v < PANEL_VECTORS; v++)
                columns[v] = load_numbers(panel + 4 * step * PANEL_WIDTH + v * sizeof(REGISTER));
#pragma clang loop unroll(full)
            for (size_t row = 0; row < rows; row++) {
                const REGISTER value = SPLAT_INTEGER(integer_at(&pointers, row, 4 * step));
#pragma clang loop unroll(full)
                for (size_t v = 0; v < PANEL_VECTORS; v++) {
                    sums[row][v] = (integers)ADD_INTEGERS((REGISTER)sums[row][v], MULTIPLY_WORDS(value, columns[v]));
                    IN_REGISTER(sums[row][v]);
                }
            }
        }
        advance(&pointers, rows, 16);
    }
}
