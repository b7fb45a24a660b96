// Products of whole numbers with registers of 64 bytes. Included after INLINE was defined.

// A step adds at most 2 * 32,512 * 128 < 2^23 to each sum of 32 bits: after this many numbers, 32 in a step, they are
// moved to sums of 64 bits.
enum { PART = 2048 };

/// high * 256 + low, over all lanes.
INLINE int64_t total(__m512i high, __m512i low) {
    __m512i sum = _mm512_slli_epi64(_mm512_add_epi64(_mm512_cvtepi32_epi64(_mm512_castsi512_si256(high)),
                                                     _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(high, 1))),
                                    8);
    sum = _mm512_add_epi64(sum, _mm512_cvtepi32_epi64(_mm512_castsi512_si256(low)));
    sum = _mm512_add_epi64(sum, _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(low, 1)));
    return _mm512_reduce_add_epi64(sum);
}

INLINE int64_t high_sum(const int16_t *values, const int8_t *high, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        __m512i a = _mm512_setzero_si512(), b = a;
        for (size_t i = start; i < end; i += 64) {
            const __m512i h0 = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(high + i)));
            const __m512i h1 = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(high + i + 32)));
            a = _mm512_add_epi32(a, _mm512_madd_epi16(h0, _mm512_loadu_si512(values + i)));
            b = _mm512_add_epi32(b, _mm512_madd_epi16(h1, _mm512_loadu_si512(values + i + 32)));
        }
        sum += total(_mm512_setzero_si512(), _mm512_add_epi32(a, b));
    }
    return sum;
}

INLINE int64_t full_sum(const int16_t *values, const int8_t *high, const int8_t *low, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        __m512i a = _mm512_setzero_si512(), b = a;
        for (size_t i = start; i < end; i += 32) {
            const __m512i query = _mm512_loadu_si512(values + i);
            const __m512i h = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(high + i)));
            const __m512i l = _mm512_cvtepi8_epi16(_mm256_loadu_si256((const void *)(low + i)));
            a = _mm512_add_epi32(a, _mm512_madd_epi16(h, query));
            b = _mm512_add_epi32(b, _mm512_madd_epi16(l, query));
        }
        sum += total(a, b);
    }
    return sum;
}
