// The encoder's kernels, written once over vectors of LANES floats. Each instruction set includes this file after
// defining
//   NAME(x)         the name of a kernel for this instruction set
//   TARGET          the function attribute that turns the instruction set on
//   LANES           floats of a vector
//   PANEL_VECTORS   vectors of output columns of a tile
//   TILE_ROWS       most rows of a tile
//   FOR_EACH_ROW_COUNT(X)   X(1) ... X(TILE_ROWS)
//   MULTIPLY_ADD(a, b, c)   a * b + c, fused where the instruction set can
#include "encoder_variants.h"
#include "encoder_vectors.h"

TARGET void NAME(activate)(helpdesk_activation activation, size_t count, float *values) {
    for (size_t i = 0; i < count; i += LANES) store(values + i, activate(activation, load(values + i)));
}

// MARK: Matrix product

INLINE void multiply_step(const size_t rows, const size_t vectors, const row_pointers *pointers, const size_t offset,
                          const float *panel, vector sums[TILE_ROWS][PANEL_VECTORS]) {
    vector columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) columns[v] = load(panel + v * LANES);
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++) {
        vector value = splat(float_at(pointers, row, offset));
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) sums[row][v] = MULTIPLY_ADD(value, columns[v], sums[row][v]);
    }
}

/// Sums of a tile: rows of `a` times one panel of `vectors` vectors. `rows` and `vectors` are constants where this is
/// inlined, so the sums stay in registers. Each sum runs over the depth from first to last, whatever the number of rows.
INLINE void multiply(const size_t rows, const size_t vectors, size_t depth, const float *a, size_t stride,
                     const float *panel, vector sums[TILE_ROWS][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) sums[row][v] = splat(0.0f);
    row_pointers pointers = rows_at(rows, a, stride * sizeof(float));
    size_t k = 0;
    for (; k + 4 <= depth; k += 4) {
#pragma clang loop unroll(full)
        for (size_t step = 0; step < 4; step++)
            multiply_step(rows, vectors, &pointers, step * sizeof(float), panel + (k + step) * vectors * LANES, sums);
        advance(&pointers, rows, 4 * sizeof(float));
    }
    for (; k < depth; k++) {
        multiply_step(rows, vectors, &pointers, 0, panel + k * vectors * LANES, sums);
        advance(&pointers, rows, sizeof(float));
    }
}

/// One tile of a product, written to `result` without bias or activation: by a whole panel, or by one of a single vector.
#define TILE(NAME, ROWS, VECTORS)                                                                                   \
    static __attribute__((noinline)) TARGET void NAME##_##ROWS(size_t depth, const float *a, size_t stride,       \
                                                               const float *panel, float *result, size_t to) {     \
        vector sums[TILE_ROWS][PANEL_VECTORS];                                                                     \
        multiply(ROWS, VECTORS, depth, a, stride, panel, sums);                                                    \
        _Pragma("clang loop unroll(full)") for (size_t row = 0; row < ROWS; row++)                                 \
            _Pragma("clang loop unroll(full)") for (size_t v = 0; v < VECTORS; v++)                                \
                store(result + row * to + v * LANES, sums[row][v]);                                                \
    }
#define WIDE_TILE(ROWS) TILE(tile, ROWS, PANEL_VECTORS)
#define NARROW_TILE(ROWS) TILE(narrow_tile, ROWS, 1)
FOR_EACH_ROW_COUNT(WIDE_TILE)
FOR_EACH_ROW_COUNT(NARROW_TILE)
#undef WIDE_TILE
#undef NARROW_TILE
#undef TILE

typedef void (*tile_function)(size_t, const float *, size_t, const float *, float *, size_t);
#define TILE(ROWS) tile_##ROWS,
static const tile_function tiles[] = {FOR_EACH_ROW_COUNT(TILE)};
#undef TILE
#define TILE(ROWS) narrow_tile_##ROWS,
static const tile_function narrow_tiles[] = {FOR_EACH_ROW_COUNT(TILE)};
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

TARGET void NAME(powers_of_two)(size_t count, float *values) {
    for (size_t i = 0; i < count; i += LANES) store(values + i, power_of_two(load(values + i)));
}

#if LANES == 16
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
#define INTERLEAVE_HIGH(a, b)                                                                                        \
    __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
#elif LANES == 8
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define INTERLEAVE_HIGH(a, b) __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#else
#define INTERLEAVE_LOW(a, b) __builtin_shufflevector(a, b, 0, 4, 1, 5)
#define INTERLEAVE_HIGH(a, b) __builtin_shufflevector(a, b, 2, 6, 3, 7)
#endif

/// Writes `rows` rows of LANES components as columns of rows `width` apart, the columns up to LANES filled with zeros.
INLINE void transpose_block(size_t rows, const float *from, size_t stride, float factor, float *to, size_t width) {
    vector block[LANES];
    for (size_t row = 0; row < LANES; row++)
        block[row] = row < rows ? load(from + row * stride) * splat(factor) : splat(0.0f);
    // Interleaving the two halves of a list, as often as its length can be halved, transposes it.
#pragma clang loop unroll(full)
    for (size_t done = 1; done < LANES; done *= 2) {
        vector next[LANES];
#pragma clang loop unroll(full)
        for (size_t i = 0; i < LANES / 2; i++) {
            next[2 * i] = INTERLEAVE_LOW(block[i], block[i + LANES / 2]);
            next[2 * i + 1] = INTERLEAVE_HIGH(block[i], block[i + LANES / 2]);
        }
#pragma clang loop unroll(full)
        for (size_t i = 0; i < LANES; i++) block[i] = next[i];
    }
#pragma clang loop unroll(full)
    for (size_t i = 0; i < LANES; i++) store(to + i * width, block[i]);
}

/// The queries of up to `width` tokens as columns: a row for each component, times `factor`.
INLINE void pack_queries(size_t tokens, size_t size, const float *from, size_t stride, float factor, float *panel,
                         size_t width) {
    const size_t whole = size - size % LANES;
    for (size_t first = 0; first < width; first += LANES) {
        const size_t rows = tokens <= first ? 0 : tokens - first < LANES ? tokens - first : LANES;
        for (size_t k = 0; k < whole; k += LANES)
            transpose_block(rows, from + first * stride + k, stride, factor, panel + k * width + first, width);
        for (size_t k = whole; k < size; k++)
            for (size_t column = 0; column < LANES; column++)
                panel[k * width + first + column] = column < rows ? from[(first + column) * stride + k] * factor : 0;
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

/// Turns scores, a row for each key and a column for each query, into 2^(score - greatest score of the query), and
/// writes 1 / their sum for each query.
INLINE void exponentials(size_t keys, float *scores, size_t width, float *inverse_sums) {
    for (size_t v = 0; v < width; v += LANES) {
        vector greatest = load(scores + v), total = splat(0.0f);
        for (size_t key = 1; key < keys; key++) greatest = larger(greatest, load(scores + key * width + v));
        for (size_t key = 0; key < keys; key++) {
            vector term = power_of_two(load(scores + key * width + v) - greatest);
            store(scores + key * width + v, term);
            total += term;
        }
        store(inverse_sums + v, splat(1.0f) / total);
    }
}

/// Sums of the values of all keys, each times the weight of a query: `weights` has a row of `width` for each key, and the
/// queries are `rows` neighbouring columns.
INLINE void add_values(const size_t rows, size_t keys, const float *weights, size_t width, const float *values,
                       size_t stride, vector sums[TILE_ROWS][PANEL_VECTORS]) {
#pragma clang loop unroll(full)
    for (size_t row = 0; row < rows; row++)
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = splat(0.0f);
#pragma clang loop unroll_count(2)
    for (size_t key = 0; key < keys; key++) {
        vector columns[PANEL_VECTORS];
#pragma clang loop unroll(full)
        for (size_t v = 0; v < PANEL_VECTORS; v++) columns[v] = load(values + key * stride + v * LANES);
#pragma clang loop unroll(full)
        for (size_t row = 0; row < rows; row++) {
            vector weight = splat(weights[key * width + row]);
#pragma clang loop unroll(full)
            for (size_t v = 0; v < PANEL_VECTORS; v++) sums[row][v] = MULTIPLY_ADD(weight, columns[v], sums[row][v]);
        }
    }
}

#define TILE(ROWS)                                                                                                  \
    static __attribute__((noinline)) TARGET void value_tile_##ROWS(size_t keys, const float *weights,             \
                                                                   size_t width,                                   \
                                                                   const float *inverse_sums, const float *values, \
                                                                   size_t stride, float *result, size_t to) {      \
        vector sums[TILE_ROWS][PANEL_VECTORS];                                                                     \
        add_values(ROWS, keys, weights, width, values, stride, sums);                                                     \
        _Pragma("clang loop unroll(full)") for (size_t row = 0; row < ROWS; row++)                                 \
            _Pragma("clang loop unroll(full)") for (size_t v = 0; v < PANEL_VECTORS; v++)                          \
                store(result + row * to + v * LANES, sums[row][v] * splat(inverse_sums[row]));                     \
    }
FOR_EACH_ROW_COUNT(TILE)
#undef TILE

typedef void (*value_tile_function)(size_t, const float *, size_t, const float *, const float *, size_t, float *,
                                    size_t);
#define TILE(ROWS) value_tile_##ROWS,
static const value_tile_function value_tiles[] = {FOR_EACH_ROW_COUNT(TILE)};
#undef TILE

#define ROUND_UP(count) (((count) + PANEL_WIDTH - 1) / PANEL_WIDTH * PANEL_WIDTH)

TARGET size_t NAME(attention_scratch)(size_t tokens, size_t head_size) {
    return (head_size + tokens) * PANEL_WIDTH + tokens * ROUND_UP(head_size);
}

TARGET void NAME(attention)(size_t tokens, size_t heads, size_t first_head, size_t head_count, size_t head_size,
                            float scale, helpdesk_rows projected, helpdesk_rows context, float *scratch) {
    const size_t hidden = heads * head_size, stride = projected.stride;
    float *queries = scratch;
    float *scores = queries + head_size * PANEL_WIDTH;
    float *packed = scores + tokens * PANEL_WIDTH;
    for (size_t head = first_head; head < first_head + head_count; head++) {
        const float *from = projected.values + head * head_size;
        const float *keys = from + hidden, *values = from + 2 * hidden;
        size_t value_stride = stride, value_panel = PANEL_WIDTH;
        if (head_size % PANEL_WIDTH != 0) {
            pack_values(tokens, head_size, values, stride, packed);
            values = packed;
            value_stride = PANEL_WIDTH;
            value_panel = tokens * PANEL_WIDTH;
        }
        for (size_t first = 0; first < tokens; first += PANEL_WIDTH) {
            const size_t count = tokens - first < PANEL_WIDTH ? tokens - first : PANEL_WIDTH;
            // Half a panel and less is not filled up to a whole one.
            const size_t width = count <= LANES ? LANES : PANEL_WIDTH;
            const tile_function *some_tiles = count <= LANES ? narrow_tiles : tiles;
            // The scores are logarithms to the base 2, which the factor log2(e) makes of those to the base e.
            pack_queries(count, head_size, from + first * stride, stride, scale * 1.44269504088896341f, queries, width);
            for (size_t key = 0, height; key < tokens; key += height) {
                height = tile_height(key, tokens);
                some_tiles[height - 1](head_size, keys + key * stride, stride, queries, scores + key * width, width);
            }
            float inverse_sums[PANEL_WIDTH];
            exponentials(tokens, scores, width, inverse_sums);
            for (size_t row = 0, height; row < count; row += height) {
                height = tile_height(row, count);
                float *to = context.values + (first + row) * context.stride + head * head_size;
                for (size_t column = 0; column < head_size; column += PANEL_WIDTH) {
                    const float *panel = values + column / PANEL_WIDTH * value_panel;
                    const size_t left = head_size - column;
                    if (left >= PANEL_WIDTH) {
                        value_tiles[height - 1](tokens, scores + row, width, inverse_sums + row, panel, value_stride,
                                                to + column, context.stride);
                        continue;
                    }
                    float sums[TILE_ROWS * PANEL_WIDTH] __attribute__((aligned(64)));
                    value_tiles[height - 1](tokens, scores + row, width, inverse_sums + row, panel, value_stride, sums,
                                            PANEL_WIDTH);
                    for (size_t r = 0; r < height; r++)
                        memcpy(to + r * context.stride + column, sums + r * PANEL_WIDTH, left * sizeof(float));
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
        // Squares that overflow would leave nothing but the shift.
        const float factor = variance < INFINITY ? 1.0f / sqrtf(variance + epsilon) : NAN;
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
    const float divisor = length < INFINITY ? (length > 1e-12f ? length : 1e-12f) : NAN;
    for (size_t i = 0; i < columns; i++) values[i] /= divisor;
}
