#if defined(__x86_64__)
#include <immintrin.h>

#include "code_variants.h"

#define NAME(x) helpdesk_##x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

INLINE __m256i products(__m256i bytes, const int8_t *values, size_t width) {
    const __m256i mask = _mm256_set1_epi8(3);
    __m256i sum = _mm256_maddubs_epi16(_mm256_and_si256(bytes, mask), _mm256_load_si256((const void *)values));
    sum = _mm256_add_epi16(sum, _mm256_maddubs_epi16(_mm256_and_si256(_mm256_srli_epi16(bytes, 2), mask),
                                                     _mm256_load_si256((const void *)(values + width))));
    sum = _mm256_add_epi16(sum, _mm256_maddubs_epi16(_mm256_and_si256(_mm256_srli_epi16(bytes, 4), mask),
                                                     _mm256_load_si256((const void *)(values + 2 * width))));
    return _mm256_add_epi16(sum, _mm256_maddubs_epi16(_mm256_and_si256(_mm256_srli_epi16(bytes, 6), mask),
                                                      _mm256_load_si256((const void *)(values + 3 * width))));
}

/// The product as eight sums.
INLINE __m256i code_lanes(const int8_t *values, size_t blocks, const uint8_t *code) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i total = _mm256_setzero_si256();
    size_t block = 0;
    // A pair adds at most 2 * 4 * 2 * 3 * 127 = 6,096 to each sum of 16 bits: four pairs fit.
    while (block + 1 < blocks) {
        __m256i sum = _mm256_setzero_si256();
        for (size_t end = block + 8; block + 1 < blocks && block < end; block += 2) {
            const int8_t *pair = values + block * CODE_BLOCK;
            const uint8_t *bytes = code + block * CODE_BLOCK_BYTES;
            sum = _mm256_add_epi16(sum, products(_mm256_loadu_si256((const void *)bytes), pair, 64));
            sum = _mm256_add_epi16(sum, products(_mm256_loadu_si256((const void *)(bytes + 32)), pair + 32, 64));
        }
        total = _mm256_add_epi32(total, _mm256_madd_epi16(sum, ones));
    }
    if (block < blocks) {
        __m256i bytes = _mm256_loadu_si256((const void *)(code + block * CODE_BLOCK_BYTES));
        total = _mm256_add_epi32(total, _mm256_madd_epi16(products(bytes, values + block * CODE_BLOCK, 32), ones));
    }
    return total;
}

INLINE int32_t code_sum(const int8_t *values, size_t blocks, const uint8_t *code) {
    const __m256i total = code_lanes(values, blocks, code);
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(total), _mm256_extracti128_si256(total, 1));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
    return _mm_cvtsi128_si32(half);
}

INLINE void code_sums4(const int8_t *values, size_t blocks, const uint8_t *const codes[4], int32_t sums[4]) {
    const __m256i a = code_lanes(values, blocks, codes[0]), b = code_lanes(values, blocks, codes[1]);
    const __m256i c = code_lanes(values, blocks, codes[2]), d = code_lanes(values, blocks, codes[3]);
    const __m256i four = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
    _mm_storeu_si128((void *)sums, _mm_add_epi32(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1)));
}

#include "code_template.h"
#else
typedef int helpdesk_code_avx2_is_empty;
#endif
