// Tiles of 6 rows by 16 columns: 12 sums, 2 panel vectors and 1 broadcast in 16 registers.
#if defined(__x86_64__)
#define NAME(x) helpdesk_encoder_##x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define PANEL_VECTORS 2
#define TILE_ROWS 6
#define FOR_EACH_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6)
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_template.h"
#else
typedef int helpdesk_encoder_avx2_is_empty;
#endif
