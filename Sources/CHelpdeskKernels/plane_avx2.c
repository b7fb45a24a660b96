#if defined(__x86_64__)
#include <immintrin.h>

#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_avx2
#define TARGET __attribute__((target("avx2,fma")))
#define INLINE static inline __attribute__((always_inline)) TARGET

// A step adds at most 2 * 32,512 * 128 < 2^23 to each sum of 32 bits: after this many numbers, 16 in a step, they are
// moved to sums of 64 bits.
enum { PART = 1024 };

/// high * 256 + low, over all lanes.
INLINE int64_t total(__m256i high, __m256i low) {
    __m256i sum = _mm256_slli_epi64(_mm256_add_epi64(_mm256_cvtepi32_epi64(_mm256_castsi256_si128(high)),
                                                     _mm256_cvtepi32_epi64(_mm256_extracti128_si256(high, 1))),
                                    8);
    sum = _mm256_add_epi64(sum, _mm256_cvtepi32_epi64(_mm256_castsi256_si128(low)));
    sum = _mm256_add_epi64(sum, _mm256_cvtepi32_epi64(_mm256_extracti128_si256(low, 1)));
    __m128i half = _mm_add_epi64(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    half = _mm_add_epi64(half, _mm_unpackhi_epi64(half, half));
    return _mm_cvtsi128_si64(half);
}

INLINE int64_t high_sum(const int16_t *values, const int8_t *high, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        __m256i a = _mm256_setzero_si256(), b = a;
        for (size_t i = start; i < end; i += 32) {
            const __m256i h0 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(high + i)));
            const __m256i h1 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(high + i + 16)));
            a = _mm256_add_epi32(a, _mm256_madd_epi16(h0, _mm256_loadu_si256((const void *)(values + i))));
            b = _mm256_add_epi32(b, _mm256_madd_epi16(h1, _mm256_loadu_si256((const void *)(values + i + 16))));
        }
        sum += total(_mm256_setzero_si256(), _mm256_add_epi32(a, b));
    }
    return sum;
}

INLINE int64_t full_sum(const int16_t *values, const int8_t *high, const int8_t *low, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        __m256i a = _mm256_setzero_si256(), b = a;
        for (size_t i = start; i < end; i += 16) {
            const __m256i query = _mm256_loadu_si256((const void *)(values + i));
            const __m256i h = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(high + i)));
            const __m256i l = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(low + i)));
            a = _mm256_add_epi32(a, _mm256_madd_epi16(h, query));
            b = _mm256_add_epi32(b, _mm256_madd_epi16(l, query));
        }
        sum += total(a, b);
    }
    return sum;
}

INLINE int32_t high_total(const int8_t *row, size_t n) {
    (void)row, (void)n;
    return 0;
}

INLINE int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    (void)total;
    __m256i sums = _mm256_setzero_si256();
    for (size_t i = 0; i < n; i += 16) {
        const __m256i left = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(a + i)));
        const __m256i right = _mm256_cvtepi8_epi16(_mm_loadu_si128((const void *)(b + i)));
        sums = _mm256_add_epi32(sums, _mm256_madd_epi16(left, right));
    }
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
    return _mm_cvtsi128_si32(half);
}

#include "plane_template.h"
#else
typedef int helpdesk_plane_avx2_is_empty;
#endif
