#if defined(__x86_64__)
#include <immintrin.h>

#include "screen_variants.h"

#define NAME(x) helpdesk_##x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET
#define IS_BIASED 1

INLINE __m256i load_code(const uint8_t *code) { return _mm256_cvtepu8_epi16(_mm_load_si128((const void *)code)); }

INLINE __m256i load_values(const int8_t *values) { return _mm256_cvtepi8_epi16(_mm_load_si128((const void *)values)); }

/// The totals of eight vectors of eight.
INLINE __m256i totals(const __m256i *sums) {
    const __m256i low = _mm256_hadd_epi32(_mm256_hadd_epi32(sums[0], sums[1]), _mm256_hadd_epi32(sums[2], sums[3]));
    const __m256i high = _mm256_hadd_epi32(_mm256_hadd_epi32(sums[4], sums[5]), _mm256_hadd_epi32(sums[6], sums[7]));
    return _mm256_add_epi32(_mm256_permute2x128_si256(low, high, 0x20), _mm256_permute2x128_si256(low, high, 0x31));
}

INLINE void sums_of_tile(const uint8_t *const *codes, const int8_t *const *values, size_t stride, int32_t *results) {
    // Two queries at a time: more sums than eight would not stay in registers.
    for (size_t half = 0; half < 2; half++) {
        __m256i sums[8];
        for (size_t i = 0; i < 8; i++) sums[i] = _mm256_setzero_si256();
        for (size_t at = 0; at < stride; at += 16) {
            const __m256i first = load_values(values[2 * half] + at), second = load_values(values[2 * half + 1] + at);
#pragma clang loop unroll(full)
            for (size_t row = 0; row < 4; row++) {
                const __m256i code = load_code(codes[row] + at);
                sums[row] = _mm256_add_epi32(sums[row], _mm256_madd_epi16(code, first));
                sums[4 + row] = _mm256_add_epi32(sums[4 + row], _mm256_madd_epi16(code, second));
            }
        }
        _mm256_store_si256((void *)(results + 8 * half), totals(sums));
    }
}

INLINE void sums_of_rows(const uint8_t *const *codes, const uint8_t *const *next, const int8_t *values, size_t stride,
                         int32_t *results) {
    for (size_t half = 0; half < 16; half += 8) {
        __m256i sums[8];
        // Row after row, as they lie in memory.
#pragma clang loop unroll(full)
        for (size_t row = 0; row < 8; row++) {
            const uint8_t *code = codes[half + row];
            __m256i even = _mm256_setzero_si256(), odd = _mm256_setzero_si256();
            for (size_t at = 0; at < stride; at += 32) {
                __builtin_prefetch(next[half + row] + at);
                even = _mm256_add_epi32(even, _mm256_madd_epi16(load_code(code + at), load_values(values + at)));
                odd = _mm256_add_epi32(odd, _mm256_madd_epi16(load_code(code + at + 16), load_values(values + at + 16)));
            }
            sums[row] = _mm256_add_epi32(even, odd);
        }
        _mm256_store_si256((void *)(results + half), totals(sums));
    }
}

#include "screen_template.h"
#else
typedef int helpdesk_screen_avx2_is_empty;
#endif
