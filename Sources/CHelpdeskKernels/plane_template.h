// Products with rows of byte planes, written once. Each instruction set includes this file after defining
//   NAME(x)    the name of a kernel for this instruction set
//   TARGET     the function attribute that turns the instruction set on
//   INLINE     static inline with TARGET
// and, over a multiple of 64 whole numbers,
//   high_sum   the product of values with the bytes of a high plane
//   full_sum   the product of values with the numbers of both planes
//   high_total what rows_sum needs to know of its second row
//   rows_sum   the product of two rows of a high plane
#include "plane_variants.h"

// Products have the same bits everywhere only where none is fused with a sum.
#pragma STDC FP_CONTRACT OFF

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
    if (rows)
        for (size_t i = 0; i < count && i < AHEAD; i++) prefetch(planes, coarse, rows[i]);
    for (size_t i = 0; i < count; i++) {
        if (rows && i + AHEAD < count) prefetch(planes, coarse, rows[i + AHEAD]);
        const size_t row = rows ? rows[i] : first + i;
        const int8_t *high = planes->high + row * stride;
        const int64_t sum = coarse ? 256 * high_sum(values, high, stride)
                                   : full_sum(values, high, planes->low + row * stride, stride);
        products[i] = (double)sum * (scale * planes->scales[row]);
    }
}

TARGET int NAME(plane_is_near)(const helpdesk_planes *planes, const helpdesk_plane_group *group, uint32_t row,
                               double length, double least, double factor) {
    // What the high planes leave out of a product: 74 in the mean of squares, times the length of the other vector. Seven
    // times that does not happen, but where numbers are made for it.
    enum { MARGIN = 7 * 74 };
    const size_t stride = planes->stride;
    const int8_t *high = planes->high + row * stride, *low = planes->low + row * stride;
    const double scale = planes->scales[row];
    const int32_t total = high_total(high, stride);
    for (size_t i = 0; i < group->count; i++) {
        const size_t other = group->order[i], other_row = group->rows[other];
        const double threshold = least + group->addends[other] + factor * group->factors[other];
        const double both = scale * group->scales[other];
        const int8_t *other_high = planes->high + other_row * stride;
        const double rough = 65536 * (double)rows_sum(other_high, high, total, stride);
        const double margin = MARGIN * (length + group->lengths[other]);
        if ((rough + margin) * both < threshold) continue;
        if ((rough - margin) * both < threshold) {
            int16_t *values = group->values + other * stride;
            if (!group->are_joined[other])
                helpdesk_plane_join(stride, other_high, planes->low + other_row * stride, values);
            group->are_joined[other] = 1;
            if ((double)full_sum(values, high, low, stride) * both < threshold) continue;
        }
        for (size_t j = i; j > 0; j--) group->order[j] = group->order[j - 1];
        group->order[0] = (uint32_t)other;
        return 1;
    }
    return 0;
}
