// The kernels of a BERT-like encoder in float32. Internal to the package: no stable API.
//
// Matrices are row-major float32. A "stride" is the distance between the starts of two rows, in floats.
// Every output row must have room for its columns rounded up to helpdesk_panel_width (the rounded-up columns are
// overwritten with values that mean nothing), and helpdesk_row_stride gives a stride that does and that keeps the
// rows of a tile out of each other's cache sets.
//
// Each kernel computes a row of its result by the same operations in the same order whatever the number of rows, so a
// sentence's embedding does not depend on what else is in the batch, bit for bit. Results of different instruction
// sets differ in the last bits.
#ifndef HELPDESK_ENCODER_KERNELS_H
#define HELPDESK_ENCODER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "helpdesk_cpu.h"

/// What helpdesk_linear applies to each component of its result. NaN stays NaN.
typedef enum {
    HELPDESK_IDENTITY = 0,
    HELPDESK_GELU = 1,       // x/2 (1 + erf(x/sqrt 2)), absolute error below 1.2e-6
    HELPDESK_GELU_TANH = 2,  // x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))
    HELPDESK_RELU = 3,
    HELPDESK_GELU_ROUGH = 4,  // HELPDESK_GELU with an absolute error below 8e-5
} helpdesk_activation;

/// A batch of rows and its distance from row to row.
typedef struct {
    float *values;
    size_t stride;
} helpdesk_rows;

/// A linear layer: weights packed by helpdesk_pack_weights and a bias, padded to the panel width with zeros.
typedef struct {
    const float *panels;
    const float *bias;  // may be NULL
    size_t inputs;      // columns of the layer's input that take part
    size_t outputs;
    size_t panel_stride;  // floats from panel to panel: packed inputs * panel width
} helpdesk_linear_layer;

/// Tables whose rows are exactly `columns` floats.
typedef struct {
    const float *words;
    const float *types;
    const float *positions;
    size_t columns;
} helpdesk_embedding_tables;

/// The number of output columns that the matrix kernels of an instruction set compute side by side.
size_t helpdesk_panel_width(helpdesk_isa isa);

/// A good stride for rows of `columns` floats.
size_t helpdesk_row_stride(size_t columns);

/// The number of floats that helpdesk_pack_weights writes.
size_t helpdesk_packed_count(size_t width, size_t outputs, size_t inputs);

/// Reorders `outputs` rows of `inputs` weights into panels of `width` columns: panel, input, column. The last panel is
/// filled up with zeros.
void helpdesk_pack_weights(size_t width, size_t outputs, size_t inputs, const float *weights, float *panels);

/// result = activation(input * weights^T + bias + addend), row by row. `addend` is skipped where its values are NULL and
/// may be `result` itself; `input` and `result` must not overlap.
void helpdesk_linear(helpdesk_isa isa, size_t rows, helpdesk_rows input, const helpdesk_linear_layer *layer,
                     helpdesk_rows addend, helpdesk_activation activation, helpdesk_rows result);

/// The number of floats helpdesk_attention needs as scratch space.
size_t helpdesk_attention_scratch(helpdesk_isa isa, size_t tokens, size_t head_size);

/// Multi-head self-attention within one sentence. A row of `projected` is the query, key and value of a token, each
/// `heads * head_size` floats; a row of `context` gets softmax(query . keys * scale) * values, head after head.
void helpdesk_attention(helpdesk_isa isa, size_t tokens, size_t heads, size_t first_head, size_t head_count,
                        size_t head_size, float scale,
                        helpdesk_rows projected, helpdesk_rows context, float *scratch);

/// Normalizes each row in place to mean 0 and variance 1 over its columns, then scales and shifts it. A row whose variance
/// overflows becomes NaN.
void helpdesk_layer_norm(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, const float *scale,
                         const float *shift, float epsilon);

/// Writes the sum of a word, a type and a position vector for each token of one sentence: positions count from 0. Every
/// type is 0 where `types` is NULL. Identifiers, types and positions must be in range of the tables.
void helpdesk_embed_tokens(helpdesk_isa isa, size_t tokens, const int32_t *ids, const int32_t *types,
                           const helpdesk_embedding_tables *tables, helpdesk_rows result);

/// The mean of `rows` rows, one after the other.
void helpdesk_mean_rows(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, float *result);

/// The greatest of each component of `rows` rows, at least 1, one after the other.
void helpdesk_max_rows(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, float *result);

/// Divides a vector by its Euclidean length, or by 1e-12 where that is greater. Where the length overflows it becomes NaN.
void helpdesk_normalize(helpdesk_isa isa, size_t columns, float *values);

/// 2^x in place, for components up to 0: what the softmax is made of. `values` must have room up to a multiple of 16, which
/// is overwritten.
void helpdesk_powers_of_two(helpdesk_isa isa, size_t count, float *values);

/// Applies an activation in place. `values` must have room up to a multiple of 16, which is overwritten.
void helpdesk_activate(helpdesk_isa isa, helpdesk_activation activation, size_t count, float *values);

/// How the numbers of a stored tensor are written, little-endian.
typedef enum { HELPDESK_STORED_F32 = 0, HELPDESK_STORED_F16 = 1, HELPDESK_STORED_BF16 = 2 } helpdesk_stored_type;

/// Widens `count` stored numbers, at any alignment, to float. Returns the index of the first one that is NaN or
/// infinite, or `count`; stops there.
size_t helpdesk_widen(helpdesk_stored_type type, size_t count, const void *stored, float *values);

/// XXH64 of some bytes, after Yann Collet's specification (xxHash 0.8, doc/xxhash_spec.md).
uint64_t helpdesk_fingerprint(const void *bytes, size_t count, uint64_t seed);

/// Waits for a moment; gives the processor to another thread once it has been called often with the same counter.
void helpdesk_pause(intptr_t *spins);

/// The number of processors this process may run on, at least 1.
size_t helpdesk_available_processors(void);

#endif
