// Products with rows of byte planes, written once. Each instruction set includes this file after defining
//   NAME(x)    the name of a kernel for this instruction set
//   TARGET     the function attribute that turns the instruction set on
//   INLINE     static inline with TARGET
// and, over a multiple of 64 whole numbers,
//   high_sum   the product of values with the bytes of a high plane
//   full_sum   the product of values with the numbers of both planes
#include "plane_variants.h"

// Products have the same bits everywhere only where none is fused with a sum.
#pragma STDC FP_CONTRACT OFF

TARGET void NAME(plane_join)(size_t stride, const int8_t *high, const uint8_t *low, int16_t *values,
                             int64_t sums[2]) {
    sums[0] = sums[1] = 0;
    for (size_t start = 0; start < stride; start += 64) {
        // In sums of 32 bits, which are faster.
        int32_t sum = 0, size = 0;
        for (size_t i = start; i < start + 64; i++) {
            const int16_t value = (int16_t)(high[i] * 256 + low[i]);
            values[i] = value;
            sum += value;
            size += value < 0 ? -value : value;
        }
        sums[0] += sum;
        sums[1] += size;
    }
}

INLINE void prefetch(const helpdesk_planes *planes, int coarse, size_t row) {
    const size_t stride = planes->stride;
    for (size_t i = 0; i < stride; i += 64) __builtin_prefetch(planes->high + row * stride + i, 0, 3);
    if (!coarse)
        for (size_t i = 0; i < stride; i += 64) __builtin_prefetch(planes->low + row * stride + i, 0, 3);
    __builtin_prefetch(planes->scales + row, 0, 3);
}

TARGET void NAME(plane_products)(const helpdesk_planes *planes, const int16_t *values, double scale, int coarse,
                                 const uint32_t *rows, size_t first, size_t count, double *products) {
    enum { AHEAD = 3 };
    const size_t stride = planes->stride;
    // The high plane alone stands for the middle of what its numbers can be.
    int64_t middle = 0;
    if (coarse)
        for (size_t i = 0; i < stride; i++) middle += 128 * (int64_t)values[i];
    if (rows)
        for (size_t i = 0; i < count && i < AHEAD; i++) prefetch(planes, coarse, rows[i]);
    for (size_t i = 0; i < count; i++) {
        if (rows && i + AHEAD < count) prefetch(planes, coarse, rows[i + AHEAD]);
        const size_t row = rows ? rows[i] : first + i;
        const int8_t *high = planes->high + row * stride;
        const int64_t sum = coarse ? 256 * high_sum(values, high, stride) + middle
                                   : full_sum(values, high, planes->low + row * stride, stride);
        products[i] = (double)sum * (scale * planes->scales[row]);
    }
}

TARGET int NAME(plane_is_near)(const helpdesk_planes *planes, const helpdesk_plane_group *group, uint32_t row,
                               double least, double factor) {
    const size_t stride = planes->stride;
    const int8_t *high = planes->high + row * stride;
    const uint8_t *low = planes->low + row * stride;
    const double scale = planes->scales[row];
    for (size_t i = 0; i < group->count; i++) {
        const size_t other = group->order[i];
        const double threshold = least + group->addends[other] + factor * group->factors[other];
        const double both = scale * group->scales[other];
        const int16_t *values = group->values + other * stride;
        // The low plane adds from 0 to 255 times each value: mostly it need not be looked at.
        const int64_t twice = 512 * high_sum(values, high, stride) + 255 * group->sums[2 * other];
        const int64_t range = 255 * group->sums[2 * other + 1];
        if (0.5 * (double)(twice + range) * both < threshold) continue;
        if (0.5 * (double)(twice - range) * both < threshold &&
            (double)full_sum(values, high, low, stride) * both < threshold)
            continue;
        for (size_t j = i; j > 0; j--) group->order[j] = group->order[j - 1];
        group->order[0] = (uint32_t)other;
        return 1;
    }
    return 0;
}
