// Products of whole numbers with registers of 16 bytes. Included after INLINE was defined.

// A step adds at most 2 * 32,512 * 128 < 2^23 to each sum of 32 bits: after this many numbers, 8 in a step, they are moved
// to sums of 64 bits.
enum { PART = 512 };

INLINE int64_t high_sum(const int16_t *values, const int8_t *high, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        int32x4_t a = vdupq_n_s32(0);
        for (size_t i = start; i < end; i += 8) {
            const int16x8_t query = vld1q_s16(values + i), h = vmovl_s8(vld1_s8(high + i));
            a = vmlal_high_s16(vmlal_s16(a, vget_low_s16(h), vget_low_s16(query)), h, query);
        }
        sum += vaddlvq_s32(a);
    }
    return sum;
}

INLINE int64_t full_sum(const int16_t *values, const int8_t *high, const int8_t *low, size_t n) {
    int64_t sum = 0;
    for (size_t start = 0; start < n; start += PART) {
        const size_t end = n - start < PART ? n : start + PART;
        int32x4_t a = vdupq_n_s32(0), b = a;
        for (size_t i = start; i < end; i += 8) {
            const int16x8_t query = vld1q_s16(values + i), h = vmovl_s8(vld1_s8(high + i));
            const int16x8_t l = vmovl_s8(vld1_s8(low + i));
            a = vmlal_high_s16(vmlal_s16(a, vget_low_s16(h), vget_low_s16(query)), h, query);
            b = vmlal_high_s16(vmlal_s16(b, vget_low_s16(l), vget_low_s16(query)), l, query);
        }
        sum += 256 * vaddlvq_s32(a) + vaddlvq_s32(b);
    }
    return sum;
}

INLINE int32_t high_total(const int8_t *row, size_t n) {
    (void)row, (void)n;
    return 0;
}
