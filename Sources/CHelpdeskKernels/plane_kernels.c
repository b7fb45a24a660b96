#include <math.h>
#include <string.h>

#include "plane_variants.h"
#include "helpdesk_vector_kernels.h"

// Numbers have the same bits everywhere only where no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

size_t helpdesk_plane_stride(size_t dimensions) { return (dimensions + 63) / 64 * 64; }

double helpdesk_plane_round(size_t dimensions, const float *vector, int16_t *values) {
    const float largest = helpdesk_largest_size(dimensions, vector);
    const double scale = (double)largest / 32512, inverse = largest > 0 ? 32512 / (double)largest : 0;
    for (size_t i = 0; i < dimensions; i++) {
        // Adding this number leaves no bits after the point: the sum's lower bits are the rounded product.
        const double shifted = (double)vector[i] * inverse + 0x1.8p52;
        int64_t bits;
        memcpy(&bits, &shifted, sizeof bits);
        values[i] = (int16_t)bits;
    }
    memset(values + dimensions, 0, (helpdesk_plane_stride(dimensions) - dimensions) * sizeof *values);
    return scale;
}

int64_t helpdesk_plane_square(size_t dimensions, const int16_t *values) {
    int64_t sum = 0;
    for (size_t i = 0; i < dimensions; i++) sum += (int32_t)values[i] * (int32_t)values[i];
    return sum;
}

void helpdesk_plane_split(size_t stride, const int16_t *values, int8_t *high, int8_t *low) {
    for (size_t i = 0; i < stride; i++) {
        high[i] = (int8_t)((values[i] + 128) >> 8);
        // The lower byte, as a signed one, is what the rounding left.
        low[i] = (int8_t)values[i];
    }
}

void helpdesk_plane_widen(size_t dimensions, const int16_t *values, double scale, float *vector) {
    for (size_t i = 0; i < dimensions; i++) vector[i] = (float)(values[i] * scale);
}

void helpdesk_plane_join(size_t stride, const int8_t *high, const int8_t *low, int16_t *values) {
    for (size_t i = 0; i < stride; i++) values[i] = (int16_t)(high[i] * 256 + low[i]);
}

void helpdesk_plane_products(helpdesk_isa isa, const helpdesk_planes *planes, const int16_t *values, double scale,
                             int coarse, const uint32_t *rows, size_t first, size_t count, double *products) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        helpdesk_plane_products_avx2(planes, values, scale, coarse, rows, first, count, products);
        return;
    case HELPDESK_AVX512:
        helpdesk_plane_products_avx512(planes, values, scale, coarse, rows, first, count, products);
        return;
    case HELPDESK_AVX512_VNNI:
        helpdesk_plane_products_avx512_vnni(planes, values, scale, coarse, rows, first, count, products);
        return;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        helpdesk_plane_products_neon(planes, values, scale, coarse, rows, first, count, products);
        return;
    case HELPDESK_NEON_DOT:
        helpdesk_plane_products_neon_dot(planes, values, scale, coarse, rows, first, count, products);
        return;
#endif
    default:
        helpdesk_plane_products_scalar(planes, values, scale, coarse, rows, first, count, products);
    }
}

int helpdesk_plane_is_near(helpdesk_isa isa, const helpdesk_planes *planes, const helpdesk_plane_group *group,
                           uint32_t row, double length, double least, double factor) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        return helpdesk_plane_is_near_avx2(planes, group, row, length, least, factor);
    case HELPDESK_AVX512:
        return helpdesk_plane_is_near_avx512(planes, group, row, length, least, factor);
    case HELPDESK_AVX512_VNNI:
        return helpdesk_plane_is_near_avx512_vnni(planes, group, row, length, least, factor);
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        return helpdesk_plane_is_near_neon(planes, group, row, length, least, factor);
    case HELPDESK_NEON_DOT:
        return helpdesk_plane_is_near_neon_dot(planes, group, row, length, least, factor);
#endif
    default:
        return helpdesk_plane_is_near_scalar(planes, group, row, length, least, factor);
    }
}
