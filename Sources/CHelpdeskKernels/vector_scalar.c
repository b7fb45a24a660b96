#include "vector_variants.h"

// Eight sums, so that the additions do not wait for one another.
enum { LANES = 8 };

static float total(const float *sums) {
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

float helpdesk_dot_scalar(const float *a, const float *b, size_t n) {
    float sums[LANES] = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) sums[lane] += a[i + lane] * b[i + lane];
    for (size_t lane = 0; i < n; i++, lane++) sums[lane] += a[i] * b[i];
    return total(sums);
}

float helpdesk_squared_distance_scalar(const float *a, const float *b, size_t n) {
    float sums[LANES] = {0};
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) {
            float difference = a[i + lane] - b[i + lane];
            sums[lane] += difference * difference;
        }
    for (size_t lane = 0; i < n; i++, lane++) {
        float difference = a[i] - b[i];
        sums[lane] += difference * difference;
    }
    return total(sums);
}
