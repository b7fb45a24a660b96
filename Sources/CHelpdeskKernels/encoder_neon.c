// Tiles of 8 rows by 12 columns: 24 sums, 3 panel vectors and some broadcasts in 32 registers.
#if defined(__aarch64__)
#define NAME(x) helpdesk_encoder_##x##_neon
#define TARGET
#define LANES 4
#define PANEL_VECTORS 3
#define TILE_ROWS 8
#define FOR_EACH_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8)
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_template.h"
#else
typedef int helpdesk_encoder_neon_is_empty;
#endif
