// The encoder's kernels, written once over vectors of LANES floats. Each instruction set includes this file after
// defining
//   NAME(x)         the name of a kernel for this instruction set
//   TARGET          the function attribute that turns the instruction set on
//   LANES           floats of a vector
//   PANEL_VECTORS   vectors of output columns of a tile
//   TILE_ROWS       most rows of a tile
//   FOR_EACH_ROW_COUNT(X)   X(1) ... X(TILE_ROWS)
//   MULTIPLY_ADD(a, b, c)   a * b + c, fused where the instruction set can
#include <math.h>
#include <string.h>

#include "encoder_variants.h"

#define PANEL_WIDTH (LANES * PANEL_VECTORS)
#define INLINE static inline __attribute__((always_inline)) TARGET

typedef float vector __attribute__((ext_vector_type(LANES)));
typedef int32_t integers __attribute__((ext_vector_type(LANES)));
typedef float unaligned_vector __attribute__((ext_vector_type(LANES), aligned(4), may_alias));

INLINE vector load(const float *from) { return *(const unaligned_vector *)from; }
INLINE void store(float *to, vector value) { *(unaligned_vector *)to = value; }
INLINE vector splat(float value) { return (vector)(value); }
// Casts between `vector` and `integers` keep the bits.
INLINE vector larger(vector a, vector b) { return a > b ? a : b; }
INLINE vector smaller(vector a, vector b) { return a < b ? a : b; }

INLINE float sum(vector value) {
    float total = 0;
    for (int lane = 0; lane < LANES; lane++) total += value[lane];
    return total;
}

// MARK: Elementary functions

/// exp(x), relative error below 2e-7, for x clamped to -87...87: x = n ln 2 + r, and a polynomial of degree 6 in r
/// (minimax of the relative error, 3e-9 before rounding).
INLINE vector exponential(vector x) {
    x = smaller(larger(x, splat(-87.0f)), splat(87.0f));
    const vector shifter = splat(12582912.0f);  // 1.5 * 2^23: adding it rounds to the nearest integer
    vector shifted = MULTIPLY_ADD(x, splat(1.44269504088896341f), shifter);
    vector n = shifted - shifter;
    vector r = MULTIPLY_ADD(n, splat(-0.693359375f), x);
    r = MULTIPLY_ADD(n, splat(2.12194440054690583e-4f), r);
    vector p = splat(0.0013814613f);
    p = MULTIPLY_ADD(p, r, splat(0.00836871f));
    p = MULTIPLY_ADD(p, r, splat(0.04166839f));
    p = MULTIPLY_ADD(p, r, splat(0.16666521f));
    p = MULTIPLY_ADD(p, r, splat(0.49999994f));
    p = MULTIPLY_ADD(p * r, r, r) + splat(1.0f);
    integers scale = ((integers)shifted << 23) + (integers)(0x3F800000);
    return p * (vector)scale;
}

/// x/2 (1 + erf(x/sqrt 2)). erf(z) is z P(z^2)/Q(z^2) up to |z| = 3.925, fitted to an absolute error of 2e-8 before
/// rounding, and its sign beyond.
INLINE vector gelu(vector x) {
    vector z = x * splat(0.707106781186547524f);
    vector limit = splat(3.925f);
    vector clamped = smaller(larger(z, -limit), limit);
    vector u = clamped * clamped;
    vector p = splat(2.0117402e-06f);
    p = MULTIPLY_ADD(p, u, splat(0.00028760167f));
    p = MULTIPLY_ADD(p, u, splat(0.00391735f));
    p = MULTIPLY_ADD(p, u, splat(0.053207155f));
    p = MULTIPLY_ADD(p, u, splat(0.1940364f));
    p = MULTIPLY_ADD(p, u, splat(1.128379f));
    vector q = splat(3.783974e-05f);
    q = MULTIPLY_ADD(q, u, splat(0.0011982094f));
    q = MULTIPLY_ADD(q, u, splat(0.015270765f));
    q = MULTIPLY_ADD(q, u, splat(0.11559105f));
    q = MULTIPLY_ADD(q, u, splat(0.50529176f));
    q = MULTIPLY_ADD(q, u, splat(1.0f));
    vector erf = clamped * p / q;
    erf = z >= limit ? splat(1.0f) : erf;
    erf = z <= -limit ? splat(-1.0f) : erf;
    vector half = x * splat(0.5f);
    return MULTIPLY_ADD(half, erf, half);
}

/// x/2 (1 + tanh(u)) = x / (1 + exp(-2u)) with u = sqrt(2/pi) (x + 0.044715 x^3).
INLINE vector gelu_tanh(vector x) {
    vector cubic = MULTIPLY_ADD(x * x * x, splat(0.044715f), x);
    return x / (splat(1.0f) + exponential(cubic * splat(-1.5957691216057308f)));
}

INLINE vector activate(helpdesk_activation activation, vector x) {
    switch (activation) {
    case HELPDESK_GELU: return gelu(x);
    case HELPDESK_GELU_TANH: return gelu_tanh(x);
    case HELPDESK_RELU: return larger(x, splat(0.0f));
    default: return x;
    }
}

TARGET void NAME(activate)(helpdesk_activation activation, size_t count, float *values) {
    for (size_t i = 0; i < count; i += LANES) store(values + i, activate(activation, load(values + i)));
}

// MARK: Matrix product

/// Sums of a tile: rows of `a` times one panel. `rows` is a constant where this is inlined, so the sums stay in registers.
/// Each sum runs over the depth from first to last, whatever the number of rows.
INLINE void multiply(const size_t rows, size_t depth, const float *a, size_t stride, const float *panel,
                     vector sums[TILE_ROWS][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = splat(0.0f);
#pragma clang loop unroll_count(4)
    for (size_t k = 0; k < depth; k++) {
        vector columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) columns[v] = load(panel + k * PANEL_WIDTH + v * LANES);
#pragma clang loop unroll(full)
        for (size_t row = 0; row < rows; row++) {
            vector value = splat(a[row * stride + k]);
#pragma clang loop unroll(full)
            for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = MULTIPLY_ADD(value, columns[v], sums[row][v]);
        }
    }
}

/// One tile of a product, written to `result` without bias or activation.
#define TILE(ROWS)                                                                                                  \
    static __attribute__((noinline)) TARGET void tile_##ROWS(size_t depth, const float *a, size_t stride,         \
                                                             const float *panel, float *result, size_t to) {       \
        vector sums[TILE_ROWS][PANEL_VECTORS];                                                                     \
        multiply(ROWS, depth, a, stride, panel, sums);                                                             \
        _Pragma("clang loop unroll(full)") for (size_t row = 0; row < ROWS; row++)                                 \
            _Pragma("clang loop unroll(full)") for (size_t v = 0; v < PANEL_VECTORS; v++)                          \
                store(result + row * to + v * LANES, sums[row][v]);                                                \
    }
FOR_EACH_ROW_COUNT(TILE)
#undef TILE

typedef void (*tile_function)(size_t, const float *, size_t, const float *, float *, size_t);
#define TILE(ROWS) tile_##ROWS,
static const tile_function tiles[] = {FOR_EACH_ROW_COUNT(TILE)};
#undef TILE

/// Rows of the tile that starts at `row`, so that the tiles of `rows` rows are all of nearly the same height.
INLINE size_t tile_height(size_t row, size_t rows) {
    size_t left = rows - row;
    size_t count = (left + TILE_ROWS - 1) / TILE_ROWS;
    return (left + count - 1) / count;
}

TARGET void NAME(linear)(size_t rows, helpdesk_rows input, const helpdesk_linear_layer *layer, helpdesk_rows addend,
                         helpdesk_activation activation, helpdesk_rows result) {
    for (size_t column = 0, panel = 0; column < layer->outputs; column += PANEL_WIDTH, panel++) {
        const float *weights = layer->panels + panel * layer->panel_stride;
        for (size_t row = 0, height; row < rows; row += height) {
            height = tile_height(row, rows);
            float *to = result.values + row * result.stride + column;
            float sums[TILE_ROWS * PANEL_WIDTH] __attribute__((aligned(64)));
            tiles[height - 1](layer->inputs, input.values + row * input.stride, input.stride, weights, sums, PANEL_WIDTH);
            for (size_t r = 0; r < height; r++)
                for (size_t v = 0; v < PANEL_WIDTH; v += LANES) {
                    vector value = load(sums + r * PANEL_WIDTH + v);
                    if (layer->bias) value += load(layer->bias + column + v);
                    if (addend.values) value += load(addend.values + (row + r) * addend.stride + column + v);
                    store(to + r * result.stride + v, activate(activation, value));
                }
        }
    }
}

// MARK: Attention

TARGET float NAME(softmax_terms)(size_t columns, float scale, float *values) {
    for (size_t i = columns; i % LANES; i++) values[i] = -INFINITY;
    vector highest = load(values);
    for (size_t i = LANES; i < columns; i += LANES) highest = larger(load(values + i), highest);
    float maximum = highest[0];
    for (int lane = 1; lane < LANES; lane++) maximum = highest[lane] > maximum ? highest[lane] : maximum;
    vector total = splat(0.0f);
    for (size_t i = 0; i < columns; i += LANES) {
        vector x = (load(values + i) - splat(maximum)) * splat(scale);
        vector term = x < splat(-87.0f) ? splat(0.0f) : exponential(x);
        store(values + i, term);
        total += term;
    }
    return sum(total);
}

/// Transposes the keys of a head into panels of PANEL_WIDTH tokens, the last one filled up with zeros.
INLINE void pack_keys(size_t tokens, size_t size, const float *from, size_t stride, float *keys) {
    for (size_t first = 0; first < tokens; first += PANEL_WIDTH, keys += size * PANEL_WIDTH) {
        size_t width = tokens - first < PANEL_WIDTH ? tokens - first : PANEL_WIDTH;
        if (width < PANEL_WIDTH) memset(keys, 0, size * PANEL_WIDTH * sizeof(float));
        for (size_t column = 0; column < width; column++)
            for (size_t k = 0; k < size; k++) keys[k * PANEL_WIDTH + column] = from[(first + column) * stride + k];
    }
}

/// Copies the values of a head into panels of PANEL_WIDTH components, the last one filled up with zeros.
INLINE void pack_values(size_t tokens, size_t size, const float *from, size_t stride, float *values) {
    for (size_t first = 0; first < size; first += PANEL_WIDTH) {
        size_t width = size - first < PANEL_WIDTH ? size - first : PANEL_WIDTH;
        for (size_t token = 0; token < tokens; token++, values += PANEL_WIDTH) {
            for (size_t column = 0; column < width; column++) values[column] = from[token * stride + first + column];
            for (size_t column = width; column < PANEL_WIDTH; column++) values[column] = 0;
        }
    }
}

#define ROUND_UP(count) (((count) + PANEL_WIDTH - 1) / PANEL_WIDTH * PANEL_WIDTH)
#define SCORE_STRIDE(tokens) (ROUND_UP(tokens) + 16)

TARGET size_t NAME(attention_scratch)(size_t tokens, size_t head_size) {
    return ROUND_UP(tokens) * head_size + tokens * ROUND_UP(head_size) + TILE_ROWS * SCORE_STRIDE(tokens);
}

TARGET void NAME(attention)(size_t tokens, size_t heads, size_t head_size, float scale, helpdesk_rows projected,
                            helpdesk_rows context, float *scratch) {
    const size_t hidden = heads * head_size, score_stride = SCORE_STRIDE(tokens);
    float *keys = scratch;
    float *values = keys + ROUND_UP(tokens) * head_size;
    float *scores = values + tokens * ROUND_UP(head_size);
    for (size_t head = 0; head < heads; head++) {
        const float *queries = projected.values + head * head_size;
        pack_keys(tokens, head_size, queries + hidden, projected.stride, keys);
        pack_values(tokens, head_size, queries + 2 * hidden, projected.stride, values);
        for (size_t row = 0, height; row < tokens; row += height) {
            height = tile_height(row, tokens);
            const tile_function tile = tiles[height - 1];
            for (size_t first = 0; first < tokens; first += PANEL_WIDTH)
                tile(head_size, queries + row * projected.stride, projected.stride, keys + first * head_size,
                     scores + first, score_stride);
            float weights[TILE_ROWS];
            for (size_t r = 0; r < height; r++)
                weights[r] = 1.0f / NAME(softmax_terms)(tokens, scale, scores + r * score_stride);
            for (size_t first = 0; first < head_size; first += PANEL_WIDTH) {
                size_t width = head_size - first < PANEL_WIDTH ? head_size - first : PANEL_WIDTH;
                float sums[TILE_ROWS * PANEL_WIDTH] __attribute__((aligned(64)));
                tile(tokens, scores, score_stride, values + first * tokens, sums, PANEL_WIDTH);
                for (size_t r = 0; r < height; r++) {
                    for (size_t v = 0; v < PANEL_WIDTH; v += LANES)
                        store(sums + r * PANEL_WIDTH + v, load(sums + r * PANEL_WIDTH + v) * splat(weights[r]));
                    memcpy(context.values + (row + r) * context.stride + head * head_size + first,
                           sums + r * PANEL_WIDTH, width * sizeof(float));
                }
            }
        }
    }
}

// MARK: Rows

TARGET void NAME(layer_norm)(size_t rows, size_t columns, helpdesk_rows values, const float *scale, const float *shift,
                             float epsilon) {
    const size_t whole = columns - columns % LANES;
    for (size_t row = 0; row < rows; row++) {
        float *x = values.values + row * values.stride;
        vector total = splat(0.0f);
        for (size_t i = 0; i < whole; i += LANES) total += load(x + i);
        float mean = sum(total);
        for (size_t i = whole; i < columns; i++) mean += x[i];
        mean /= (float)columns;
        total = splat(0.0f);
        for (size_t i = 0; i < whole; i += LANES) {
            vector centred = load(x + i) - splat(mean);
            total = MULTIPLY_ADD(centred, centred, total);
        }
        float variance = sum(total);
        for (size_t i = whole; i < columns; i++) variance += (x[i] - mean) * (x[i] - mean);
        variance /= (float)columns;
        const float factor = 1.0f / sqrtf(variance + epsilon);
        for (size_t i = 0; i < whole; i += LANES)
            store(x + i, MULTIPLY_ADD((load(x + i) - splat(mean)) * splat(factor), load(scale + i), load(shift + i)));
        for (size_t i = whole; i < columns; i++) x[i] = (x[i] - mean) * factor * scale[i] + shift[i];
    }
}

TARGET void NAME(embed_tokens)(size_t tokens, const int32_t *ids, const int32_t *types,
                               const helpdesk_embedding_tables *tables, helpdesk_rows result) {
    const size_t columns = tables->columns, whole = columns - columns % LANES;
    for (size_t token = 0; token < tokens; token++) {
        const float *word = tables->words + (size_t)ids[token] * columns;
        const float *type = tables->types + (types ? (size_t)types[token] * columns : 0);
        const float *position = tables->positions + token * columns;
        float *to = result.values + token * result.stride;
        for (size_t i = 0; i < whole; i += LANES) store(to + i, load(word + i) + load(type + i) + load(position + i));
        for (size_t i = whole; i < columns; i++) to[i] = word[i] + type[i] + position[i];
    }
}

TARGET void NAME(mean_rows)(size_t rows, size_t columns, helpdesk_rows values, float *result) {
    const size_t whole = columns - columns % LANES;
    for (size_t i = 0; i < whole; i += LANES) {
        vector total = splat(0.0f);
        for (size_t row = 0; row < rows; row++) total += load(values.values + row * values.stride + i);
        store(result + i, total / splat((float)rows));
    }
    for (size_t i = whole; i < columns; i++) {
        float total = 0;
        for (size_t row = 0; row < rows; row++) total += values.values[row * values.stride + i];
        result[i] = total / (float)rows;
    }
}

// A NaN stays: no later number is greater than it.
TARGET void NAME(max_rows)(size_t rows, size_t columns, helpdesk_rows values, float *result) {
    const size_t whole = columns - columns % LANES;
    for (size_t i = 0; i < whole; i += LANES) {
        vector most = load(values.values + i);
        for (size_t row = 1; row < rows; row++) {
            const vector value = load(values.values + row * values.stride + i);
            most = ((value > most) | (value != value)) ? value : most;
        }
        store(result + i, most);
    }
    for (size_t i = whole; i < columns; i++) {
        float most = values.values[i];
        for (size_t row = 1; row < rows; row++) {
            const float value = values.values[row * values.stride + i];
            most = (value > most || value != value) ? value : most;
        }
        result[i] = most;
    }
}

TARGET void NAME(normalize)(size_t columns, float *values) {
    const size_t whole = columns - columns % LANES;
    vector total = splat(0.0f);
    for (size_t i = 0; i < whole; i += LANES) total = MULTIPLY_ADD(load(values + i), load(values + i), total);
    float squares = sum(total);
    for (size_t i = whole; i < columns; i++) squares += values[i] * values[i];
    const float length = sqrtf(squares);
    const float divisor = length > 1e-12f ? length : 1e-12f;
    for (size_t i = 0; i < columns; i++) values[i] /= divisor;
}
