// Linear layers of a BERT-like encoder in whole numbers. Internal to the package: no stable API.
//
// A row of the input is x = scale * number + shift for each of its components, with a scale and a shift of its own; a
// weight is scale * number with one scale for each output. Sums of products are exact: the weights are rounded so that
// none of them can overflow, whatever the input (helpdesk_quantize_weights). So a row's result does not depend on the rows
// beside it, and all instruction sets get the same sums from the same numbers.
#ifndef HELPDESK_QUANTIZED_KERNELS_H
#define HELPDESK_QUANTIZED_KERNELS_H

#include "helpdesk_encoder_kernels.h"

/// What the numbers of rows and weights are.
typedef enum {
    HELPDESK_INT16 = 0,  // rows of -8191...8191 without a shift, weights of up to 16 bits
    HELPDESK_INT8 = 1,   // rows of 0...helpdesk_row_limit, weights of -127...127
} helpdesk_number_type;

/// The greatest number of a row of the input. For 8 bits it depends on the instruction set: AVX2, and AVX-512 without
/// VNNI, add products of bytes in 16 bits, and these sums must not overflow either. So their numbers are coarser.
int helpdesk_row_limit(helpdesk_isa isa, helpdesk_number_type type);

/// Rows of numbers, each with what turns them into floats.
typedef struct {
    void *numbers;
    size_t stride;  // bytes from row to row
    float *scales;  // one a row
    float *shifts;  // one a row
} helpdesk_quantized_rows;

/// A linear layer whose weights are numbers, packed by helpdesk_quantize_weights. The floats are padded to the panel
/// width.
typedef struct {
    helpdesk_number_type type;
    const void *panels;
    const float *scales;   // what a number of an output's weights is worth
    const float *offsets;  // the sum of an output's weights, for the shift of a row
    const float *bias;     // may be NULL
    size_t inputs;
    size_t outputs;
} helpdesk_quantized_layer;

/// Bytes of a number.
size_t helpdesk_number_size(helpdesk_number_type type);

/// A good stride, in bytes, for rows of `columns` numbers; what is beyond them may be anything.
size_t helpdesk_quantized_stride(helpdesk_number_type type, size_t columns);

/// Bytes of the panels of a layer.
size_t helpdesk_quantized_panels_size(helpdesk_isa isa, helpdesk_number_type type, size_t outputs, size_t inputs);

/// Rounds `outputs` rows of `inputs` weights, `weight_stride` floats apart, to numbers, and packs them into panels: panel,
/// group of inputs that fill 4 bytes, column, input. `factors`, where it is not NULL, multiplies
/// the weights of each input. `scales` and `offsets` get one float for each output, then zeros up to the panel width.
/// `scratch` has room for 2 floats for each of the inputs, rounded up to a multiple of 16.
void helpdesk_quantize_weights(helpdesk_isa isa, helpdesk_number_type type, size_t outputs, size_t inputs,
                               const float *weights, size_t weight_stride, const float *factors, void *panels,
                               float *scales, float *offsets, float *scratch);

/// Rounds rows of floats to numbers. `factors`, where it is not NULL, multiplies each column first. A row with a
/// component that is not finite gets a scale that is NaN.
void helpdesk_quantize_rows(helpdesk_isa isa, helpdesk_number_type type, size_t rows, size_t columns,
                            helpdesk_rows values, const float *factors, helpdesk_quantized_rows result);

/// result = activation(input * weights^T + bias + addend) for `outputs` outputs of the layer from `first` on, which is a
/// multiple of the panel width. Columns of `addend` and `result` count from there. `addend` is skipped where its values
/// are NULL and may be `result` itself.
void helpdesk_quantized_linear(helpdesk_isa isa, size_t rows, helpdesk_quantized_rows input,
                               const helpdesk_quantized_layer *layer, size_t first, size_t outputs,
                               helpdesk_rows addend, helpdesk_activation activation, helpdesk_rows result);

#endif
