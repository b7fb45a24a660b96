// The kernels for any processor, and what the others are checked against.
#define NAME(x) helpdesk_quantized_##x##_scalar
#define TARGET
#define LANES 4
#define PANEL_VECTORS 2
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
#include "encoder_vectors.h"

#define BYTE_ROWS 4
#define WORD_ROWS 4
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3) X(4)
#define FOR_EACH_WORD_ROW_COUNT(X) X(1) X(2) X(3) X(4)
#define BYTE_LIMIT HELPDESK_WIDE_LIMIT
#define BYTES_ARE_SIGNED 0
#include "quantized_plain_sums.h"
#include "quantized_template.h"
