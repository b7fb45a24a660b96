// Codes of eight bits a dimension that bound distances from below, to screen vectors before they are measured. Internal to
// the package: no stable API.
//
// A vector v is described by whole numbers c of -127...127 and a scale s, so that s c is about v, and by at least the
// length of v - s c. With |<q, v> - s t <d, c>| <= |q| |v - s c| + |q - t d| |s c| for a query q described by d and t, the
// whole-number product <d, c> tells how large <q, v> is at most. All sums over c are whole numbers, and what follows is
// not fused, so a bound has the same bits on every instruction set.
#ifndef HELPDESK_SCREEN_KERNELS_H
#define HELPDESK_SCREEN_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "helpdesk_cpu.h"

/// Instruction sets with screening kernels of their own.
typedef enum {
    HELPDESK_SCREEN_SCALAR = 0,
    HELPDESK_SCREEN_AVX2 = 1,
    HELPDESK_SCREEN_AVX512 = 2,       // AVX-512 F + BW + DQ + VL
    HELPDESK_SCREEN_AVX512_VNNI = 3,  // and VNNI
    HELPDESK_SCREEN_NEON = 4,
    HELPDESK_SCREEN_NEON_DOT = 5,  // NEON with the dot product of Armv8.2
} helpdesk_screen_isa;

/// Whether this processor can run the screening kernels of an instruction set.
int helpdesk_screen_supports(helpdesk_screen_isa isa);

/// The best screening kernels of this processor among those that need no more than `isa` and what extends it. Pure: asks
/// the processor each time, keeps nothing.
helpdesk_screen_isa helpdesk_best_screen_isa(helpdesk_isa isa);

/// How many queries can be screened at once.
enum { HELPDESK_SCREEN_QUERIES = 64 };

/// Bytes from one code to the next: the dimensions rounded up to a multiple of 64.
size_t helpdesk_screen_stride(size_t dimensions);

/// How a vector was rounded.
typedef struct {
    double scale;     // of the whole numbers; 0 for a zero vector
    double residual;  // the length of what the rounding left out
} helpdesk_screen_rounding;

/// Rounds a vector of finite components to whole numbers and writes each plus 128, filled up with 128 to the stride.
helpdesk_screen_rounding helpdesk_screen_encode(size_t dimensions, const float *vector, uint8_t *code);

/// Rounds a query to whole numbers, filled up with 0 to the stride. `values` lie on a cache line.
helpdesk_screen_rounding helpdesk_screen_encode_query(size_t dimensions, const float *vector, int8_t *values);

/// What is known of a row besides its code.
typedef struct {
    float factor;    // multiplies the whole-number product
    float residual;  // multiplies the query's length
    float length;    // multiplies the query's error
    float addend;    // what a bound starts from
} helpdesk_screen_row;

/// A query. A row's bound is (addend - product * sum * factor) - (length * residual + error * its length).
typedef struct {
    const int8_t *values;
    int32_t total;  // of the values
    float product;
    float length;
    float error;
    float limit;  // rows with a bound above it are left out
} helpdesk_screen_query;

/// Queries and rows to screen.
typedef struct {
    const helpdesk_screen_query *queries;
    size_t query_count;  // up to HELPDESK_SCREEN_QUERIES
    const uint8_t *codes;
    const helpdesk_screen_row *descriptions;
    size_t stride;
    const uint32_t *rows;  // the rows, or null for the `count` ones from `first` on
    size_t first;
    size_t count;
} helpdesk_screen_request;

/// A row that a query's limit does not leave out.
typedef struct {
    float bound;
    uint32_t row;
    uint32_t query;
} helpdesk_screen_hit;

/// Screens rows and returns how many hits were written, in no particular order; there must be room for a hit of each query
/// with each row. The caller must have asked `helpdesk_screen_supports(isa)`.
size_t helpdesk_screen(helpdesk_screen_isa isa, const helpdesk_screen_request *request, helpdesk_screen_hit *hits);

#endif
