// Products of codes and queries with registers of 64 bytes. Included after INLINE and
//   multiplied_and_added(sums, levels, values)   sixteen sums, each with the products of four levels added
// were defined.

/// The product as sixteen sums.
INLINE __m512i code_lanes(const int8_t *values, size_t blocks, const uint8_t *code) {
    const __m512i mask = _mm512_set1_epi8(3);
    __m512i sums = _mm512_setzero_si512();
    for (size_t block = 0; block < blocks; block += 2) {
        const int8_t *pair = values + block * CODE_BLOCK;
        const uint8_t *place = code + block * CODE_BLOCK_BYTES;
        if (block + 1 < blocks) {
            const __m512i bytes = _mm512_loadu_si512(place);
            sums = multiplied_and_added(sums, _mm512_and_si512(bytes, mask), pair);
            sums = multiplied_and_added(sums, _mm512_and_si512(_mm512_srli_epi16(bytes, 2), mask), pair + 64);
            sums = multiplied_and_added(sums, _mm512_and_si512(_mm512_srli_epi16(bytes, 4), mask), pair + 128);
            sums = multiplied_and_added(sums, _mm512_and_si512(_mm512_srli_epi16(bytes, 6), mask), pair + 192);
        } else {
            // Both halves hold the block: the lower one moved by 0 and 4 bits, the upper one by 2 and 6.
            const __m512i bytes = _mm512_broadcast_i64x4(_mm256_loadu_si256((const void *)place));
            const __m512i moved = _mm512_srlv_epi64(
                bytes, _mm512_inserti64x4(_mm512_setzero_si512(), _mm256_set1_epi64x(2), 1));
            sums = multiplied_and_added(sums, _mm512_and_si512(moved, mask), pair);
            sums = multiplied_and_added(sums, _mm512_and_si512(_mm512_srli_epi16(moved, 4), mask), pair + 64);
        }
    }
    return sums;
}

INLINE int32_t code_sum(const int8_t *values, size_t blocks, const uint8_t *code) {
    return _mm512_reduce_add_epi32(code_lanes(values, blocks, code));
}

INLINE __m256i halved(__m512i a) {
    return _mm256_add_epi32(_mm512_castsi512_si256(a), _mm512_extracti64x4_epi64(a, 1));
}

INLINE void code_sums4(const int8_t *values, size_t blocks, const uint8_t *const codes[4], int32_t sums[4]) {
    const __m256i a = halved(code_lanes(values, blocks, codes[0])), b = halved(code_lanes(values, blocks, codes[1]));
    const __m256i c = halved(code_lanes(values, blocks, codes[2])), d = halved(code_lanes(values, blocks, codes[3]));
    const __m256i four = _mm256_hadd_epi32(_mm256_hadd_epi32(a, b), _mm256_hadd_epi32(c, d));
    _mm_storeu_si128((void *)sums, _mm_add_epi32(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1)));
}

