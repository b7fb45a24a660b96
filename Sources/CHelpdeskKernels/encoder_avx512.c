// Tiles of 14 rows by 32 columns: 28 sums, 2 panel vectors and 1 broadcast in 32 registers.
#if defined(__x86_64__)
#define NAME(x) helpdesk_encoder_##x##_avx512
#define TARGET __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx2,fma")))
#define LANES 16
#define PANEL_VECTORS 2
#define TILE_ROWS 14
#define FOR_EACH_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14)
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_template.h"
#else
typedef int helpdesk_encoder_avx512_is_empty;
#endif
