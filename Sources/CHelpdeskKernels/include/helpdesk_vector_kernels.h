// Distances between vectors, and the memory and checksums of vector indexes. Internal to the package: no stable API.
#ifndef HELPDESK_VECTOR_KERNELS_H
#define HELPDESK_VECTOR_KERNELS_H

#include "helpdesk_cpu.h"
#include <stddef.h>
#include <stdint.h>

/// The inner product of two vectors of n floats. The caller must have asked `helpdesk_supports(isa)`.
float helpdesk_dot(helpdesk_isa isa, const float *a, const float *b, size_t n);

/// The sum of squared differences of two vectors of n floats.
float helpdesk_squared_distance(helpdesk_isa isa, const float *a, const float *b, size_t n);

/// The inner products of a query with `count` rows: row i starts at `rows + stride * indices[i]`, or at
/// `rows + stride * i` where `indices` is null. Each result has the same bits as `helpdesk_dot`.
void helpdesk_dots(helpdesk_isa isa, const float *query, const float *rows, size_t stride, const uint32_t *indices,
                   size_t count, size_t n, float *results);

/// The squared distances of a query to `count` rows, addressed as in `helpdesk_dots`.
void helpdesk_squared_distances(helpdesk_isa isa, const float *query, const float *rows, size_t stride,
                                const uint32_t *indices, size_t count, size_t n, float *results);

/// The inner product in double precision: cannot overflow for any finite input.
double helpdesk_dot_wide(const float *a, const float *b, size_t n);

/// The sum of (a·scale_a − b·scale_b)² in double precision.
double helpdesk_scaled_squared_distance_wide(const float *a, double scale_a, const float *b, double scale_b, size_t n);

/// 1 if no component is NaN or infinite, else 0.
int helpdesk_all_finite(const float *values, size_t n);

/// The largest absolute value of finite numbers; 0 for none.
float helpdesk_largest_size(size_t n, const float *values);

/// Asks for the elements of an array that some numbers name: `size` bytes each, which need not lie on one cache line.
void helpdesk_prefetch(const void *elements, size_t size, const uint32_t *indices, size_t count);

/// A 64-bit hash of bytes, the same on every machine. Changing one aligned word of the input always changes it.
uint64_t helpdesk_hash(const void *bytes, size_t n, uint64_t seed);

/// Another hash of the same properties, several times as fast for long input.
uint64_t helpdesk_hash_wide(const void *bytes, size_t n, uint64_t seed);

/// Zeroed memory that starts on a cache line, or null if there is none. Pages are not touched before they are used.
void *helpdesk_allocate(size_t bytes);

/// Moves memory of `helpdesk_allocate` to a place with room for another number of bytes, keeping the first `used` of them,
/// or returns null and leaves it alone if there is no such place. What is new of it is zero where `used` was all there was.
void *helpdesk_reallocate(void *memory, size_t used, size_t bytes);

/// Gives back memory of `helpdesk_allocate`; null is allowed.
void helpdesk_deallocate(void *memory);

/// Which implementation of BLAS this process uses.
typedef enum {
    HELPDESK_BLAS_UNKNOWN = 0,
    HELPDESK_BLAS_REFERENCE = 1,
    HELPDESK_BLAS_OPENBLAS = 2,
    HELPDESK_BLAS_BLIS = 3,
    HELPDESK_BLAS_MKL = 4,
    HELPDESK_BLAS_ATLAS = 5,
    HELPDESK_BLAS_ACCELERATE = 6,
} helpdesk_blas_kind;

/// What can be learned of the loaded BLAS; empty strings and 0 where it does not tell.
typedef struct {
    helpdesk_blas_kind kind;
    int threads;
    char version[256];
    char path[1024];
} helpdesk_blas_description;

/// Fills in the description of the library that `cblas_sgemm` comes from.
void helpdesk_describe_blas(helpdesk_blas_description *description);

#endif
