// AVX-512 without VNNI. Tiles of 6 rows by 32 columns for 8 bits: 12 sums, 12 sums of 16 bits, 2 panel vectors, a
// broadcast, a product and the ones in 32 registers; of 13 rows for 16 bits.
#if defined(__x86_64__)
#include <immintrin.h>

#define NAME(x) helpdesk_quantized_##x##_avx512
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl")))
#define LANES 16
#define PANEL_VECTORS 2
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_vectors.h"

#define BYTE_ROWS 6
#define WORD_ROWS 13
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6)
#define FOR_EACH_WORD_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13)
#define BYTE_LIMIT HELPDESK_NARROW_LIMIT
#define BYTES_ARE_SIGNED 0
#define REGISTER __m512i
#define SPLAT_INTEGER _mm512_set1_epi32
#define ADD_WORDS _mm512_add_epi16
#define ADD_INTEGERS _mm512_add_epi32
#define MULTIPLY_BYTES _mm512_maddubs_epi16
#define MULTIPLY_WORDS _mm512_madd_epi16
#include "quantized_x86_sums.h"
#include "quantized_template.h"
#else
typedef int helpdesk_quantized_avx512_is_empty;
#endif
