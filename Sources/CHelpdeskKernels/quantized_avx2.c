// Tiles of 3 rows by 16 columns for 8 bits: 6 sums, 6 sums of 16 bits, 2 panel vectors, a broadcast and a product in 16
// registers; of 5 rows for 16 bits, where 6 would leave no register to spare.
#if defined(__x86_64__)
#include <immintrin.h>

#define NAME(x) helpdesk_quantized_##x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define LANES 8
#define PANEL_VECTORS 2
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_vectors.h"

#define BYTE_ROWS 3
#define WORD_ROWS 5
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3)
#define FOR_EACH_WORD_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5)
#define BYTE_LIMIT HELPDESK_NARROW_LIMIT
#define BYTES_ARE_SIGNED 0
#define REGISTER __m256i
#define SPLAT_INTEGER _mm256_set1_epi32
#define ADD_WORDS _mm256_add_epi16
#define ADD_INTEGERS _mm256_add_epi32
#define MULTIPLY_BYTES _mm256_maddubs_epi16
#define MULTIPLY_WORDS _mm256_madd_epi16
#include "quantized_x86_sums.h"
#include "quantized_template.h"
#else
typedef int helpdesk_quantized_avx2_is_empty;
#endif
