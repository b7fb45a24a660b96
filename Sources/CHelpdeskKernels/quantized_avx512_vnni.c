// Tiles of 14 rows by 32 columns, as in float32, with a step of 4 bytes an instruction.
#if defined(__x86_64__)
#include <immintrin.h>

#define NAME(x) helpdesk_quantized_##x##_avx512_vnni
#define TARGET __attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define LANES 16
#define PANEL_VECTORS 2
#define MULTIPLY_ADD(a, b, c) __builtin_elementwise_fma(a, b, c)
#include "encoder_vectors.h"

#define BYTE_ROWS 14
#define WORD_ROWS 14
#define FOR_EACH_BYTE_ROW_COUNT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14)
#define FOR_EACH_WORD_ROW_COUNT(X) FOR_EACH_BYTE_ROW_COUNT(X)
#define BYTE_LIMIT HELPDESK_WIDE_LIMIT
#define BYTES_ARE_SIGNED 0

#define PRODUCTS(name, instruction, group)                                                                          \
    INLINE void name(const size_t rows, size_t depth, const unsigned char *a, size_t stride,                       \
                     const unsigned char *panel, integers sums[][PANEL_VECTORS]) {                                 \
        _Pragma("clang loop unroll(full)") for (size_t row = 0; row < rows; row++)                                 \
            _Pragma("clang loop unroll(full)") for (size_t v = 0; v < PANEL_VECTORS; v++)                          \
                sums[row][v] = (integers)(0);                                                                      \
        row_pointers pointers = rows_at(rows, a, stride);                                                          \
        for (size_t k = 0; k < depth; k += 4 * group, panel += 4 * 128) {                                          \
            _Pragma("clang loop unroll(full)") for (size_t step = 0; step < 4; step++) {                           \
                const __m512i left = _mm512_loadu_si512(panel + 128 * step);                                       \
                const __m512i right = _mm512_loadu_si512(panel + 128 * step + 64);                                 \
                _Pragma("clang loop unroll(full)") for (size_t row = 0; row < rows; row++) {                       \
                    const __m512i value = _mm512_set1_epi32(integer_at(&pointers, row, 4 * step));                 \
                    sums[row][0] = (integers)instruction((__m512i)sums[row][0], value, left);                      \
                    sums[row][1] = (integers)instruction((__m512i)sums[row][1], value, right);                     \
                }                                                                                                  \
            }                                                                                                      \
            advance(&pointers, rows, 16);                                                                          \
        }                                                                                                          \
    }
PRODUCTS(add_byte_products, _mm512_dpbusd_epi32, 4)
PRODUCTS(add_word_products, _mm512_dpwssd_epi32, 2)

#include "quantized_template.h"
#else
typedef int helpdesk_quantized_avx512_vnni_is_empty;
#endif
