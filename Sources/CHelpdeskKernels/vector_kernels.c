#include "vector_variants.h"

typedef float (*pair_kernel)(const float *, const float *, size_t);

static pair_kernel dot_kernel(helpdesk_isa isa) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        return helpdesk_dot_avx2;
    case HELPDESK_AVX512:
        return helpdesk_dot_avx512;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        return helpdesk_dot_neon;
#endif
    default:
        return helpdesk_dot_scalar;
    }
}

static pair_kernel squared_distance_kernel(helpdesk_isa isa) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        return helpdesk_squared_distance_avx2;
    case HELPDESK_AVX512:
        return helpdesk_squared_distance_avx512;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        return helpdesk_squared_distance_neon;
#endif
    default:
        return helpdesk_squared_distance_scalar;
    }
}

float helpdesk_dot(helpdesk_isa isa, const float *a, const float *b, size_t n) { return dot_kernel(isa)(a, b, n); }

float helpdesk_squared_distance(helpdesk_isa isa, const float *a, const float *b, size_t n) {
    return squared_distance_kernel(isa)(a, b, n);
}

void helpdesk_prefetch(const void *elements, size_t size, const uint32_t *indices, size_t count) {
    for (size_t i = 0; i < count; i++) __builtin_prefetch((const char *)elements + size * indices[i], 0, 3);
}

// Rows reached by index lie anywhere in memory: the next one is asked for while this one is used.
static void prefetch_row(const float *row, size_t n) {
    for (size_t i = 0; i < n; i += 16) __builtin_prefetch(row + i, 0, 3);
}

static void each_row(pair_kernel kernel, const float *query, const float *rows, size_t stride, const uint32_t *indices,
                     size_t count, size_t n, float *results) {
    if (!indices) {
        for (size_t i = 0; i < count; i++) results[i] = kernel(query, rows + stride * i, n);
        return;
    }
    if (count) prefetch_row(rows + stride * indices[0], n);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count) prefetch_row(rows + stride * indices[i + 1], n);
        results[i] = kernel(query, rows + stride * indices[i], n);
    }
}

void helpdesk_dots(helpdesk_isa isa, const float *query, const float *rows, size_t stride, const uint32_t *indices,
                   size_t count, size_t n, float *results) {
    each_row(dot_kernel(isa), query, rows, stride, indices, count, n, results);
}

void helpdesk_squared_distances(helpdesk_isa isa, const float *query, const float *rows, size_t stride,
                                const uint32_t *indices, size_t count, size_t n, float *results) {
    each_row(squared_distance_kernel(isa), query, rows, stride, indices, count, n, results);
}

double helpdesk_dot_wide(const float *a, const float *b, size_t n) {
    double sums[4] = {0};
    size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (size_t lane = 0; lane < 4; lane++) sums[lane] += (double)a[i + lane] * (double)b[i + lane];
    for (size_t lane = 0; i < n; i++, lane++) sums[lane] += (double)a[i] * (double)b[i];
    return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

double helpdesk_scaled_squared_distance_wide(const float *a, double scale_a, const float *b, double scale_b, size_t n) {
    double sums[4] = {0};
    size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (size_t lane = 0; lane < 4; lane++) {
            double difference = (double)a[i + lane] * scale_a - (double)b[i + lane] * scale_b;
            sums[lane] += difference * difference;
        }
    for (size_t lane = 0; i < n; i++, lane++) {
        double difference = (double)a[i] * scale_a - (double)b[i] * scale_b;
        sums[lane] += difference * difference;
    }
    return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}
