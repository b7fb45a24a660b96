// Vectors of LANES floats and the functions of a forward pass, for the files that define
//   TARGET          the function attribute that turns the instruction set on
//   LANES           floats of a vector
//   PANEL_VECTORS   vectors of output columns of a tile
//   MULTIPLY_ADD(a, b, c)   a * b + c, fused where the instruction set can
#ifndef ENCODER_VECTORS_H
#define ENCODER_VECTORS_H

#include <math.h>
#include <string.h>

#include "helpdesk_encoder_kernels.h"

#define PANEL_WIDTH (LANES * PANEL_VECTORS)
#define INLINE static inline __attribute__((always_inline)) TARGET

typedef float vector __attribute__((ext_vector_type(LANES)));
typedef int32_t integers __attribute__((ext_vector_type(LANES)));
typedef float unaligned_vector __attribute__((ext_vector_type(LANES), aligned(4), may_alias));

INLINE vector load(const float *from) { return *(const unaligned_vector *)from; }
INLINE void store(float *to, vector value) { *(unaligned_vector *)to = value; }
INLINE vector splat(float value) { return (vector)(value); }

/// Where the rows of a tile are read: a register for every three of them and one for the stride, in bytes, address up to
/// 15 rows. The compiler would rather keep a pointer to each, and run out of registers.
#define HELPDESK_MOST_BASES 5
typedef struct {
    const unsigned char *bases[HELPDESK_MOST_BASES];
    size_t stride;
} row_pointers;

INLINE row_pointers rows_at(const size_t rows, const void *first, size_t stride) {
    row_pointers pointers = {.stride = stride};
    for (size_t i = 0; 3 * i < rows; i++) pointers.bases[i] = (const unsigned char *)first + 3 * i * stride;
    return pointers;
}

/// Moves all rows on, and keeps the compiler from knowing how their addresses are related.
INLINE void advance(row_pointers *pointers, const size_t rows, size_t bytes) {
#pragma clang loop unroll(full)
    for (size_t i = 0; i < HELPDESK_MOST_BASES; i++)
        if (3 * i < rows) {
            pointers->bases[i] += bytes;
            __asm__("" : "+r"(pointers->bases[i]));
        }
}

INLINE const unsigned char *at(const row_pointers *pointers, const size_t row, const size_t offset) {
    return pointers->bases[row / 3] + row % 3 * pointers->stride + offset;
}

INLINE float float_at(const row_pointers *pointers, const size_t row, const size_t offset) {
    float value;
    memcpy(&value, at(pointers, row, offset), sizeof value);
    return value;
}

INLINE int32_t integer_at(const row_pointers *pointers, const size_t row, const size_t offset) {
    int32_t value;
    memcpy(&value, at(pointers, row, offset), sizeof value);
    return value;
}

// Casts between `vector` and `integers` keep the bits. Of a number and NaN the second argument is returned: what may be NaN
// and must stay so comes second.
INLINE vector larger(vector a, vector b) { return a > b ? a : b; }
INLINE vector smaller(vector a, vector b) { return a < b ? a : b; }

/// Folds a vector's halves onto each other until a single lane is left.
#if LANES == 16
#define FOLD(value, fold)                                                                                         \
    value = fold(value, __builtin_shufflevector(value, value, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)); \
    value = fold(value, __builtin_shufflevector(value, value, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11)); \
    value = fold(value, __builtin_shufflevector(value, value, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13)); \
    value = fold(value, __builtin_shufflevector(value, value, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
#elif LANES == 8
#define FOLD(value, fold)                                                                                            \
    value = fold(value, __builtin_shufflevector(value, value, 4, 5, 6, 7, 0, 1, 2, 3));                            \
    value = fold(value, __builtin_shufflevector(value, value, 2, 3, 0, 1, 6, 7, 4, 5));                            \
    value = fold(value, __builtin_shufflevector(value, value, 1, 0, 3, 2, 5, 4, 7, 6));
#else
#define FOLD(value, fold)                                                                                            \
    value = fold(value, __builtin_shufflevector(value, value, 2, 3, 0, 1));                                        \
    value = fold(value, __builtin_shufflevector(value, value, 1, 0, 3, 2));
#endif

INLINE vector added(vector a, vector b) { return a + b; }

INLINE float sum(vector value) {
    FOLD(value, added)
    return value[0];
}

INLINE float largest_of(vector value) {
    FOLD(value, larger)
    return value[0];
}

// MARK: Elementary functions

/// exp(x), relative error below 2e-7, for x clamped to -87...87: x = n ln 2 + r, and a polynomial of degree 6 in r
/// (minimax of the relative error, 3e-9 before rounding).
INLINE vector exponential(vector x) {
    x = smaller(larger(x, splat(-87.0f)), splat(87.0f));
    const vector shifter = splat(12582912.0f);  // 1.5 * 2^23: adding it rounds to the nearest integer
    vector shifted = MULTIPLY_ADD(x, splat(1.44269504088896341f), shifter);
    vector n = shifted - shifter;
    vector r = MULTIPLY_ADD(n, splat(-0.693359375f), x);
    r = MULTIPLY_ADD(n, splat(2.12194440054690583e-4f), r);
    vector p = splat(0.0013814613f);
    p = MULTIPLY_ADD(p, r, splat(0.00836871f));
    p = MULTIPLY_ADD(p, r, splat(0.04166839f));
    p = MULTIPLY_ADD(p, r, splat(0.16666521f));
    p = MULTIPLY_ADD(p, r, splat(0.49999994f));
    p = MULTIPLY_ADD(p * r, r, r) + splat(1.0f);
    integers scale = ((integers)shifted << 23) + (integers)(0x3F800000);
    return p * (vector)scale;
}

/// 2^x for x up to 0, relative error below 3e-7; 2^-126 below it: x = n + r, and a polynomial of degree 5 in r (minimax
/// of the relative error, 1e-7 before rounding).
INLINE vector power_of_two(vector x) {
    x = larger(splat(-126.0f), x);
    const vector shifter = splat(12582912.0f);
    vector shifted = x + shifter;
    vector r = x - (shifted - shifter);
    vector p = splat(0.001326472614891827f);
    p = MULTIPLY_ADD(p, r, splat(0.009671512991189957f));
    p = MULTIPLY_ADD(p, r, splat(0.05550733581185341f));
    p = MULTIPLY_ADD(p, r, splat(0.24022242426872253f));
    p = MULTIPLY_ADD(p, r, splat(0.6931470036506653f));
    p = MULTIPLY_ADD(p, r, splat(1.0f));
    // Adding to the exponent multiplies by 2^n.
    return (vector)((integers)p + ((integers)shifted << 23));
}

/// x/2 (1 + erf(x/sqrt 2)). erf(z) is z P(z^2)/Q(z^2) up to |z| = 3.925, fitted to an absolute error of 2e-8 before
/// rounding, and its sign beyond.
INLINE vector gelu(vector x) {
    vector z = x * splat(0.707106781186547524f);
    vector limit = splat(3.925f);
    vector clamped = smaller(larger(z, -limit), limit);
    vector u = clamped * clamped;
    vector p = splat(2.0117402e-06f);
    p = MULTIPLY_ADD(p, u, splat(0.00028760167f));
    p = MULTIPLY_ADD(p, u, splat(0.00391735f));
    p = MULTIPLY_ADD(p, u, splat(0.053207155f));
    p = MULTIPLY_ADD(p, u, splat(0.1940364f));
    p = MULTIPLY_ADD(p, u, splat(1.128379f));
    vector q = splat(3.783974e-05f);
    q = MULTIPLY_ADD(q, u, splat(0.0011982094f));
    q = MULTIPLY_ADD(q, u, splat(0.015270765f));
    q = MULTIPLY_ADD(q, u, splat(0.11559105f));
    q = MULTIPLY_ADD(q, u, splat(0.50529176f));
    q = MULTIPLY_ADD(q, u, splat(1.0f));
    vector erf = clamped * p / q;
    erf = z >= limit ? splat(1.0f) : erf;
    erf = z <= -limit ? splat(-1.0f) : erf;
    vector half = x * splat(0.5f);
    return MULTIPLY_ADD(half, erf, half);
}

/// The same with an absolute error below 8e-5: max(x, 0) - h(|x|) with the polynomial of h(t) = t/2 erfc(t/sqrt 2) that is
/// 0 at 0 and 4.25, and 0 beyond.
INLINE vector gelu_rough(vector x) {
    vector t = smaller(larger(x, -x), splat(4.25f));
    vector p = splat(2.9444996471283957e-05f);
    p = MULTIPLY_ADD(p, t, splat(-0.00047070864820852876f));
    p = MULTIPLY_ADD(p, t, splat(0.0023658506106585264f));
    p = MULTIPLY_ADD(p, t, splat(0.00027144700288772583f));
    p = MULTIPLY_ADD(p, t, splat(-0.042057670652866364f));
    p = MULTIPLY_ADD(p, t, splat(0.13102658092975616f));
    p = MULTIPLY_ADD(p, t, splat(-0.04837583750486374f));
    p = MULTIPLY_ADD(p, t, splat(-0.38226577639579773f));
    p = MULTIPLY_ADD(p, t, splat(0.49807754158973694f));
    return larger(splat(0.0f), x) - p * t;
}

/// x/2 (1 + tanh(u)) = x / (1 + exp(-2u)) with u = sqrt(2/pi) (x + 0.044715 x^3).
INLINE vector gelu_tanh(vector x) {
    vector cubic = MULTIPLY_ADD(x * x * x, splat(0.044715f), x);
    return x / (splat(1.0f) + exponential(cubic * splat(-1.5957691216057308f)));
}

INLINE vector activate(helpdesk_activation activation, vector x) {
    switch (activation) {
    case HELPDESK_GELU: return gelu(x);
    case HELPDESK_GELU_TANH: return gelu_tanh(x);
    case HELPDESK_GELU_ROUGH: return gelu_rough(x);
    case HELPDESK_RELU: return larger(splat(0.0f), x);
    default: return x;
    }
}

#endif
