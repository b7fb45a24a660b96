// Linear layers in whole numbers, written once over vectors of LANES floats. Each instruction set includes this file
// after encoder_vectors.h and after defining, besides what that file needs,
//   NAME(x)         the name of a kernel for this instruction set
//   BYTE_ROWS, WORD_ROWS    most rows of a tile of 8-bit and of 16-bit numbers
//   FOR_EACH_BYTE_ROW_COUNT(X), FOR_EACH_WORD_ROW_COUNT(X)   X(1) ... up to them
//   BYTE_LIMIT      the greatest number of a row of 8 bits
//   BYTES_ARE_SIGNED    1 where rows of 8-bit numbers are stored with 128 subtracted
//   add_byte_products(rows, depth, a, stride, panel, sums)   sums[row][v] = products of a tile over all of the depth
//   add_word_products(rows, depth, a, stride, panel, sums)
#include "quantized_variants.h"

// MARK: Rounding rows

/// A row's components, each times the factor of its column. `has_factors` is a constant wherever this is inlined.
INLINE vector scaled(const float *values, const float *factors, const int has_factors, size_t i) {
    vector x = load(values + i);
    return has_factors ? x * load(factors + i) : x;
}

/// The components from `i` on, which are less than LANES, then zeros.
INLINE vector scaled_rest(const float *values, const float *factors, const int has_factors, size_t i, size_t columns) {
    float some[LANES] = {0};
    for (size_t k = i; k < columns; k++) some[k - i] = has_factors ? values[k] * factors[k] : values[k];
    return load(some);
}

/// What turns a row into numbers: number = round(component * inverse + zero).
typedef struct {
    float inverse;
    float zero;
    float scale;
    float shift;
    int isFinite;
} rounding;

INLINE rounding rounding_of(helpdesk_number_type type, float lowest, float highest, float poison) {
    rounding result = {0, 0, 0, 0, 1};
    if (type == HELPDESK_INT16) {
        const float largest = highest > -lowest ? highest : -lowest;
        lowest = -largest;
        highest = 0;
    }
    const float range = highest - lowest;
    if (!(range + poison < INFINITY)) {
        result.scale = NAN;
        result.isFinite = 0;
    } else if (range > 1e-30f) {
        const float limit = type == HELPDESK_INT16 ? HELPDESK_INT16_LIMIT : BYTE_LIMIT;
        result.inverse = limit / range;
        result.scale = range / limit;
        if (type == HELPDESK_INT8) {
            result.zero = rintf(-lowest * result.inverse);
            result.shift = -result.zero * result.scale;
        }
    }
    return result;
}

typedef uint8_t bytes __attribute__((ext_vector_type(LANES)));
typedef int16_t words __attribute__((ext_vector_type(LANES)));
typedef uint8_t unaligned_bytes __attribute__((ext_vector_type(LANES), aligned(1), may_alias));
typedef int16_t unaligned_words __attribute__((ext_vector_type(LANES), aligned(2), may_alias));

INLINE rounding measure(helpdesk_number_type type, size_t columns, const float *x, const float *factors,
                        const int has_factors) {
    const size_t whole = columns - columns % LANES;
    vector lowest = splat(0.0f), highest = splat(0.0f), poison = splat(0.0f);
    for (size_t i = 0; i < columns; i += LANES) {
        vector y = i < whole ? scaled(x, factors, has_factors, i) : scaled_rest(x, factors, has_factors, i, columns);
        lowest = smaller(lowest, y);
        highest = larger(highest, y);
        poison = MULTIPLY_ADD(y, splat(0.0f), poison);
    }
    return rounding_of(type, -largest_of(-lowest), largest_of(highest), sum(poison));
}

/// Adding it leaves no bits after the point, and the sum's lower bits are the rounded number.
#define ROUNDING_SHIFTER 12582912.0f
#define ROUNDING_SHIFTER_BITS 0x4B400000

INLINE void write_numbers(helpdesk_number_type type, const rounding *rounded, vector y, unsigned char *to, size_t i) {
    integers number = (integers)MULTIPLY_ADD(y, splat(rounded->inverse), splat(ROUNDING_SHIFTER + rounded->zero)) -
                      ROUNDING_SHIFTER_BITS;
    if (type == HELPDESK_INT16) {
        *(unaligned_words *)(to + 2 * i) = __builtin_convertvector(number, words);
    } else {
        number = number < 0 ? (integers)(0) : number;
        number = number > BYTE_LIMIT ? (integers)(BYTE_LIMIT) : number;
        *(unaligned_bytes *)(to + i) = __builtin_convertvector(number - 128 * BYTES_ARE_SIGNED, bytes);
    }
}

INLINE void quantize(const helpdesk_number_type type, size_t rows, size_t columns, helpdesk_rows values,
                     const float *factors, const int has_factors, helpdesk_quantized_rows result) {
    const size_t whole = columns - columns % LANES;
    for (size_t row = 0; row < rows; row++) {
        const float *x = values.values + row * values.stride;
        unsigned char *to = (unsigned char *)result.numbers + row * result.stride;
        const rounding rounded = measure(type, columns, x, factors, has_factors);
        result.scales[row] = rounded.scale;
        result.shifts[row] = rounded.shift;
        if (!rounded.isFinite) {
            memset(to, 0, result.stride);
            continue;
        }
        for (size_t i = 0; i < whole; i += LANES)
            write_numbers(type, &rounded, scaled(x, factors, has_factors, i), to, i);
        if (whole < columns)
            write_numbers(type, &rounded, scaled_rest(x, factors, has_factors, whole, columns), to, whole);
        if (type == HELPDESK_INT8) result.shifts[row] += 128 * BYTES_ARE_SIGNED * rounded.scale;
    }
}

TARGET void NAME(quantize_rows)(helpdesk_number_type type, size_t rows, size_t columns, helpdesk_rows values,
                                const float *factors, helpdesk_quantized_rows result) {
    if (type == HELPDESK_INT16) quantize(HELPDESK_INT16, rows, columns, values, factors, factors != NULL, result);
    else if (factors) quantize(HELPDESK_INT8, rows, columns, values, factors, 1, result);
    else quantize(HELPDESK_INT8, rows, columns, values, factors, 0, result);
}

// MARK: Matrix product

#define TILE(KIND, ROWS)                                                                                             \
    static __attribute__((noinline)) TARGET void KIND##_tile_##ROWS(                                                \
        size_t depth, const unsigned char *a, size_t stride, const unsigned char *panel, int32_t *result) {         \
        integers sums[ROWS][PANEL_VECTORS];                                                                        \
        add_##KIND##_products(ROWS, depth, a, stride, panel, sums);                                                \
        _Pragma("clang loop unroll(full)") for (size_t row = 0; row < ROWS; row++)                                 \
            _Pragma("clang loop unroll(full)") for (size_t v = 0; v < PANEL_VECTORS; v++)                          \
                *(integers *)(result + row * PANEL_WIDTH + v * LANES) = sums[row][v];                              \
    }
#define BYTE_TILE(ROWS) TILE(byte, ROWS)
#define WORD_TILE(ROWS) TILE(word, ROWS)
FOR_EACH_BYTE_ROW_COUNT(BYTE_TILE)
FOR_EACH_WORD_ROW_COUNT(WORD_TILE)
#undef BYTE_TILE
#undef WORD_TILE
#undef TILE

typedef void (*quantized_tile)(size_t, const unsigned char *, size_t, const unsigned char *, int32_t *);
#define BYTE_TILE(ROWS) byte_tile_##ROWS,
#define WORD_TILE(ROWS) word_tile_##ROWS,
static const quantized_tile byte_tiles[] = {FOR_EACH_BYTE_ROW_COUNT(BYTE_TILE)};
static const quantized_tile word_tiles[] = {FOR_EACH_WORD_ROW_COUNT(WORD_TILE)};
#undef BYTE_TILE
#undef WORD_TILE

enum { MOST_ROWS = BYTE_ROWS > WORD_ROWS ? BYTE_ROWS : WORD_ROWS };

/// Rows of the tile that starts at `row`, so that the tiles of `rows` rows are all of nearly the same height.
INLINE size_t quantized_tile_height(size_t row, size_t rows, size_t most) {
    size_t left = rows - row;
    size_t count = (left + most - 1) / most;
    return (left + count - 1) / count;
}

/// What becomes of the sums of a tile.
typedef struct {
    const float *scales;   // of the tile's columns
    const float *offsets;
    const float *bias;
    const float *row_scales;
    const float *row_shifts;
    const float *addend;
    size_t addend_stride;
    float *result;
    size_t result_stride;
} tile_end;

/// result = activation(scale * sum + shift * offset + bias + addend). The last three parameters are constants wherever
/// this is inlined, so no row asks for them.
INLINE void finish_tile(size_t height, const int32_t *sums, const tile_end *end, const int has_bias,
                        const int has_addend, const helpdesk_activation activation) {
    for (size_t row = 0; row < height; row++) {
        const vector scale = splat(end->row_scales[row]), shift = splat(end->row_shifts[row]);
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_WIDTH; v += LANES) {
            vector number = __builtin_convertvector(*(const integers *)(sums + row * PANEL_WIDTH + v), vector);
            vector rest = has_bias ? load(end->bias + v) : splat(0.0f);
            if (has_addend) rest += load(end->addend + row * end->addend_stride + v);
            rest = MULTIPLY_ADD(shift, load(end->offsets + v), rest);
            vector value = MULTIPLY_ADD(number, scale * load(end->scales + v), rest);
            store(end->result + row * end->result_stride + v, activate(activation, value));
        }
    }
}

INLINE void finish(size_t height, const int32_t *sums, const tile_end *end, helpdesk_activation activation) {
    if (activation == HELPDESK_IDENTITY && end->addend) {
        if (end->bias) finish_tile(height, sums, end, 1, 1, HELPDESK_IDENTITY);
        else finish_tile(height, sums, end, 0, 1, HELPDESK_IDENTITY);
    } else if (activation == HELPDESK_IDENTITY && end->bias) {
        finish_tile(height, sums, end, 1, 0, HELPDESK_IDENTITY);
    } else if (activation == HELPDESK_GELU_ROUGH && end->bias && !end->addend) {
        finish_tile(height, sums, end, 1, 0, HELPDESK_GELU_ROUGH);
    } else {
        finish_tile(height, sums, end, end->bias != NULL, end->addend != NULL, activation);
    }
}

TARGET void NAME(linear)(size_t rows, helpdesk_quantized_rows input, const helpdesk_quantized_layer *layer, size_t first,
                         size_t outputs, helpdesk_rows addend, helpdesk_activation activation, helpdesk_rows result) {
    const int is_byte = layer->type == HELPDESK_INT8;
    const quantized_tile *tiles = is_byte ? byte_tiles : word_tiles;
    const size_t most = is_byte ? BYTE_ROWS : WORD_ROWS;
    const size_t depth = (layer->inputs + HELPDESK_DEPTH_BLOCK - 1) / HELPDESK_DEPTH_BLOCK * HELPDESK_DEPTH_BLOCK;
    const size_t panel_size = PANEL_WIDTH * depth * (is_byte ? 1 : 2);
    const unsigned char *panel = (const unsigned char *)layer->panels + first / PANEL_WIDTH * panel_size;
    for (size_t column = 0; column < outputs; column += PANEL_WIDTH, panel += panel_size) {
        for (size_t row = 0, height; row < rows; row += height) {
            height = quantized_tile_height(row, rows, most);
            int32_t sums[MOST_ROWS * PANEL_WIDTH] __attribute__((aligned(64)));
            tiles[height - 1](depth, (const unsigned char *)input.numbers + row * input.stride, input.stride, panel,
                              sums);
            const tile_end end = {
                .scales = layer->scales + first + column,
                .offsets = layer->offsets + first + column,
                .bias = layer->bias ? layer->bias + first + column : NULL,
                .row_scales = input.scales + row,
                .row_shifts = input.shifts + row,
                .addend = addend.values ? addend.values + row * addend.stride + column : NULL,
                .addend_stride = addend.stride,
                .result = result.values + row * result.stride + column,
                .result_stride = result.stride,
            };
            finish(height, sums, &end, activation);
        }
    }
}
