// Sums in 512 bits. An instruction set includes this file after defining INLINE as for screen_template.h, and
//   STEP                      components taken at a time
//   load_code, load_values    of so many components
//   multiplied_and_added      their products, added up to 16 sums

/// The totals of 16 vectors of 16, by the same steps as a transposition.
INLINE __m512i totals(const __m512i *sums) {
    __m512i fours[4];
#pragma clang loop unroll(full)
    for (size_t i = 0; i < 4; i++) {
        const __m512i *four = sums + 4 * i;
        const __m512i low =
            _mm512_add_epi32(_mm512_unpacklo_epi32(four[0], four[1]), _mm512_unpackhi_epi32(four[0], four[1]));
        const __m512i high =
            _mm512_add_epi32(_mm512_unpacklo_epi32(four[2], four[3]), _mm512_unpackhi_epi32(four[2], four[3]));
        fours[i] = _mm512_add_epi32(_mm512_unpacklo_epi64(low, high), _mm512_unpackhi_epi64(low, high));
    }
    const __m512i low = _mm512_add_epi32(_mm512_shuffle_i32x4(fours[0], fours[1], 0x88),
                                         _mm512_shuffle_i32x4(fours[0], fours[1], 0xDD));
    const __m512i high = _mm512_add_epi32(_mm512_shuffle_i32x4(fours[2], fours[3], 0x88),
                                          _mm512_shuffle_i32x4(fours[2], fours[3], 0xDD));
    return _mm512_add_epi32(_mm512_shuffle_i32x4(low, high, 0x88), _mm512_shuffle_i32x4(low, high, 0xDD));
}

INLINE void sums_of_tile(const uint8_t *const *codes, const int8_t *const *values, size_t stride, int32_t *results) {
    __m512i sums[16];
#pragma clang loop unroll(full)
    for (size_t i = 0; i < 16; i++) sums[i] = _mm512_setzero_si512();
    for (size_t at = 0; at < stride; at += STEP) {
        const __m512i a = load_code(codes[0] + at), b = load_code(codes[1] + at);
        const __m512i c = load_code(codes[2] + at), d = load_code(codes[3] + at);
#pragma clang loop unroll(full)
        for (size_t query = 0; query < 4; query++) {
            const __m512i value = load_values(values[query] + at);
            sums[4 * query] = multiplied_and_added(sums[4 * query], a, value);
            sums[4 * query + 1] = multiplied_and_added(sums[4 * query + 1], b, value);
            sums[4 * query + 2] = multiplied_and_added(sums[4 * query + 2], c, value);
            sums[4 * query + 3] = multiplied_and_added(sums[4 * query + 3], d, value);
        }
    }
    _mm512_store_si512(results, totals(sums));
}

INLINE void sums_of_rows(const uint8_t *const *codes, const uint8_t *const *next, const int8_t *values, size_t stride,
                         int32_t *results) {
    __m512i sums[16];
    // Row after row, as they lie in memory.
#pragma clang loop unroll(full)
    for (size_t row = 0; row < 16; row++) {
        sums[row] = _mm512_setzero_si512();
        for (size_t at = 0; at < stride; at += STEP) {
            // Each line is asked for twice: a busy processor drops some of the requests.
            for (size_t half = 0; half < STEP; half += 32) __builtin_prefetch(next[row] + at + half);
            sums[row] = multiplied_and_added(sums[row], load_code(codes[row] + at), load_values(values + at));
        }
    }
    _mm512_store_si512(results, totals(sums));
}
