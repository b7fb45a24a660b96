#include "screen_variants.h"

#define NAME(x) helpdesk_##x##_scalar
#define TARGET
#define INLINE static inline
#define IS_BIASED 0

static inline int32_t sum_of_pair(const uint8_t *code, const int8_t *values, size_t stride) {
    int32_t sum = 0;
    for (size_t i = 0; i < stride; i++) sum += (code[i] - 128) * values[i];
    return sum;
}

static inline void sums_of_tile(const uint8_t *const *codes, const int8_t *const *values, size_t stride,
                                int32_t *sums) {
    for (size_t i = 0; i < 16; i++) sums[i] = sum_of_pair(codes[i % 4], values[i / 4], stride);
}

static inline void sums_of_rows(const uint8_t *const *codes, const uint8_t *const *next, const int8_t *values,
                                size_t stride, int32_t *sums) {
    (void)next;
    for (size_t i = 0; i < 16; i++) sums[i] = sum_of_pair(codes[i], values, stride);
}

#include "screen_template.h"
