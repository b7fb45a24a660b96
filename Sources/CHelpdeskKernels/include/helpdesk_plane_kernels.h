// Vectors in fixed point of 16 bits, kept as two planes of bytes. Internal to the package: no stable API.
//
// A component is a whole number from -32,512 to 32,512 times the scale of its vector. The high plane holds the number
// divided by 256 and rounded, -127 to 127, which is enough to tell roughly how near a vector is; the low plane holds the
// rest, -128 to 127. So a vector of whole numbers up to 127, as of 8-bit embeddings, is held by the high plane alone. Products
// are sums of whole numbers, so they have the same bits on every instruction set.
#ifndef HELPDESK_PLANE_KERNELS_H
#define HELPDESK_PLANE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "helpdesk_cpu.h"

/// Bytes from one row of a plane to the next: the dimensions rounded up to whole cache lines.
size_t helpdesk_plane_stride(size_t dimensions);

/// Rounds a vector of finite components to whole numbers, 0 up to the stride, and returns their scale: 0 for a zero vector.
double helpdesk_plane_round(size_t dimensions, const float *vector, int16_t *values);

/// The sum of the squares of whole numbers.
int64_t helpdesk_plane_square(size_t dimensions, const int16_t *values);

/// Takes `stride` whole numbers apart.
void helpdesk_plane_split(size_t stride, const int16_t *values, int8_t *high, int8_t *low);

/// Puts `stride` whole numbers together.
void helpdesk_plane_join(size_t stride, const int8_t *high, const int8_t *low, int16_t *values);

/// The components of a vector.
void helpdesk_plane_widen(size_t dimensions, const int16_t *values, double scale, float *vector);

/// Rows of whole numbers, with their scales.
typedef struct {
    const int8_t *high;
    const int8_t *low;
    const double *scales;
    size_t stride;
} helpdesk_planes;

/// The inner products of a vector with `count` rows: those of `rows`, or those from `first` on where it is null. Only the
/// high plane is read where `coarse` is not 0.
///
/// - `values` are whole numbers, `scale` is theirs.
void helpdesk_plane_products(helpdesk_isa isa, const helpdesk_planes *planes, const int16_t *values, double scale,
                             int coarse, const uint32_t *rows, size_t first, size_t count, double *products);

/// Rows that a candidate is compared with.
typedef struct {
    const uint32_t *rows;
    const double *scales;    // theirs, times what their products are to be multiplied by
    const double *lengths;   // of their whole numbers
    const double *addends;
    const double *factors;
    int16_t *values;         // room for `stride` whole numbers of each
    uint8_t *are_joined;     // whether those have been put together; changed
    uint32_t *order;  // in which order they are tried; changed, so that the one that decided is tried first next time
    size_t count;
} helpdesk_plane_group;

/// Whether, for one of the rows of a group, the product with `row` is at least `least` + its addend + `factor` * its factor.
/// Where the high planes decide that, all but certainly, nothing else is looked at.
///
/// - `length` is that of the whole numbers of `row`.
int helpdesk_plane_is_near(helpdesk_isa isa, const helpdesk_planes *planes, const helpdesk_plane_group *group,
                           uint32_t row, double length, double least, double factor);

#endif
