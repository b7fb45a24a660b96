#include "plane_variants.h"

#define NAME(x) helpdesk_##x##_scalar
#define TARGET
#define INLINE static inline

static inline int64_t high_sum(const int16_t *values, const int8_t *high, size_t n) {
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++) sum += values[i] * high[i];
    return sum;
}

static inline int64_t full_sum(const int16_t *values, const int8_t *high, const int8_t *low, size_t n) {
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++) sum += (int64_t)values[i] * (256 * high[i] + low[i]);
    return sum;
}

static inline int32_t high_total(const int8_t *row, size_t n) {
    (void)row, (void)n;
    return 0;
}

static inline int32_t rows_sum(const int8_t *a, const int8_t *b, int32_t total, size_t n) {
    int32_t sum = total;
    for (size_t i = 0; i < n; i++) sum += a[i] * b[i];
    return sum;
}

#include "plane_template.h"
