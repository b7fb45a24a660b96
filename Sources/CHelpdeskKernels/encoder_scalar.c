// The kernels for any processor: vectors of four floats, which the compiler turns into whatever it has.
#define NAME(x) helpdesk_encoder_##x##_scalar
#define TARGET
#define LANES 4
#define PANEL_VECTORS 2
#define TILE_ROWS 4
#define FOR_EACH_ROW_COUNT(X) X(1) X(2) X(3) X(4)
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
#include "encoder_template.h"
