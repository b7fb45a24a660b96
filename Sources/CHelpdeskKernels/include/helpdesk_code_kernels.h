// Codes of two bits a dimension for vectors, and the search along a graph by their codes. Internal to the package: no
// stable API.
//
// A code describes a rotated vector y by levels u of -1.5, -0.5, 0.5 and 1.5 for each component and one factor f, so that
// f <u, q> is about <y, q> for a rotated query q (after Gao and Long, "RaBitQ", 2024, and its extension to more bits).
// A score is what orders vectors: addend - f * <u, q>, the smaller the nearer. All sums over u are whole numbers, so a
// score has the same bits on every instruction set.
#ifndef HELPDESK_CODE_KERNELS_H
#define HELPDESK_CODE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

#include "helpdesk_cpu.h"

/// Dimensions rounded up to whole blocks of 128.
size_t helpdesk_code_padded(size_t dimensions);

/// Bytes from one code to the next, a multiple of 64: two bits a dimension, the factor and the addend.
size_t helpdesk_code_stride(size_t dimensions);

/// Rotates a vector, keeping its length: three rounds of changed signs and a fast Walsh-Hadamard transform of the first or
/// the last components, as many as the largest power of two allows. `signs` are 3 * dimensions times 1 or -1. `rotated`
/// must not overlap the vector.
void helpdesk_rotate(helpdesk_isa isa, size_t dimensions, const float *signs, const float *vector, float *rotated);

/// Writes the code of a rotated vector of ordinary length and finite components; the factor is multiplied by `weight`.
void helpdesk_encode(size_t dimensions, const float *rotated, float weight, float addend, uint8_t *code);

/// A rotated query in 8 bits: `values` lie in the order the codes are read in; f <u, q> is f * scale * (<code, values> -
/// offset).
typedef struct {
    int8_t *values;  // helpdesk_code_padded(dimensions) of them, on a cache line
    float scale;
    float offset;
} helpdesk_code_query;

/// Rounds a rotated query to 8 bits and writes it to `query->values`.
void helpdesk_prepare_code_query(size_t dimensions, const float *rotated, helpdesk_code_query *query);

/// The scores of `count` codes: those of `rows`, or the first ones where it is null.
void helpdesk_code_scores(helpdesk_isa isa, const helpdesk_code_query *query, size_t dimensions, const uint8_t *codes,
                          const uint32_t *rows, size_t count, float *scores);

/// A level of a graph whose nodes have codes.
typedef struct {
    const uint8_t *codes;
    size_t nodes;  // how many there are
    size_t dimensions;
    const uint32_t *links;  // `connectivity` places for each node
    const uint16_t *degrees;
    size_t connectivity;
} helpdesk_coded_graph;

/// A best-first search. Candidates are packed as 32 bits of score that order as whole numbers, 31 bits of node,
/// and a bit that tells whether the node's links were followed.
typedef struct {
    helpdesk_code_query query;
    uint64_t *visited;      // a bit for each node that was seen; all zero before and after
    uint32_t *touched;      // which words of them are not zero
    size_t touched_limit;   // room for so many, at least 1; where it does not do, all words are cleared at the end
    size_t touched_count;
    uint64_t *candidates;  // the nearest ones so far, ascending; room for `limit`
    size_t limit;          // how many are kept, at least 1
    size_t breadth;        // links are followed of the first `breadth` candidates, at least 1
    size_t count;
    size_t next;              // candidates before this one have been followed
    const uint8_t *accepting;  // a byte for each node, not 0 where it may be a result; null for all
    uint64_t *accepted;        // the nearest ones that may be results, where not all may; room for `accepted_limit`
    size_t accepted_limit;
    size_t accepted_count;
    uint32_t *gathered[2];  // nodes whose scores are wanted next, in two batches; room for the connectivity of the graph
    size_t waiting[2];      // how many were gathered
    float *scores;          // room for as many
} helpdesk_coded_search;

/// Searches from a node. Everything but `next` and the counts must be set, and no node marked as seen.
void helpdesk_coded_search_run(helpdesk_isa isa, const helpdesk_coded_graph *graph, helpdesk_coded_search *search,
                               uint32_t start);

#endif
