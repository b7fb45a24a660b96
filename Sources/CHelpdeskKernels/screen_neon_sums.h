// Sums in NEON. An instruction set includes this file after defining INLINE as for screen_template.h, and
//   multiplied_and_added      products of 16 components, added up to 4 sums

INLINE int8x16_t load_code(const uint8_t *code) {
    // The codes as they were before 128 was added.
    return vreinterpretq_s8_u8(veorq_u8(vld1q_u8(code), vdupq_n_u8(128)));
}

INLINE int32x4_t totals(const int32x4_t *sums) {
    return vpaddq_s32(vpaddq_s32(sums[0], sums[1]), vpaddq_s32(sums[2], sums[3]));
}

INLINE void sums_of_tile(const uint8_t *const *codes, const int8_t *const *values, size_t stride, int32_t *results) {
    int32x4_t sums[16];
    for (size_t i = 0; i < 16; i++) sums[i] = vdupq_n_s32(0);
    for (size_t at = 0; at < stride; at += 16) {
        const int8x16_t a = load_code(codes[0] + at), b = load_code(codes[1] + at);
        const int8x16_t c = load_code(codes[2] + at), d = load_code(codes[3] + at);
        for (size_t query = 0; query < 4; query++) {
            const int8x16_t value = vld1q_s8(values[query] + at);
            sums[4 * query] = multiplied_and_added(sums[4 * query], a, value);
            sums[4 * query + 1] = multiplied_and_added(sums[4 * query + 1], b, value);
            sums[4 * query + 2] = multiplied_and_added(sums[4 * query + 2], c, value);
            sums[4 * query + 3] = multiplied_and_added(sums[4 * query + 3], d, value);
        }
    }
    for (size_t i = 0; i < 16; i += 4) vst1q_s32(results + i, totals(sums + i));
}

INLINE void sums_of_rows(const uint8_t *const *codes, const uint8_t *const *next, const int8_t *values, size_t stride,
                         int32_t *results) {
    for (size_t first = 0; first < 16; first += 4) {
        int32x4_t sums[4];
        // Row after row, as they lie in memory.
        for (size_t row = 0; row < 4; row++) {
            int32x4_t even = vdupq_n_s32(0), odd = even;
            for (size_t at = 0; at < stride; at += 32) {
                __builtin_prefetch(next[first + row] + at);
                even = multiplied_and_added(even, load_code(codes[first + row] + at), vld1q_s8(values + at));
                odd = multiplied_and_added(odd, load_code(codes[first + row] + at + 16), vld1q_s8(values + at + 16));
            }
            sums[row] = vaddq_s32(even, odd);
        }
        vst1q_s32(results + first, totals(sums));
    }
}
