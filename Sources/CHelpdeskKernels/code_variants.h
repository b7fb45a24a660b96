// The kernels of each instruction set, behind the functions of helpdesk_code_kernels.h.
#ifndef CODE_VARIANTS_H
#define CODE_VARIANTS_H

#include "helpdesk_code_kernels.h"

// Two bits of four dimensions share a byte: byte j of a block of 32 holds the dimensions j, j + 32, j + 64 and j + 96 of
// the block's 128. Blocks are read in pairs, so a query holds for each pair, and for each of the four places within
// bytes, 32 values for the first block and 32 for the second; a last block without a partner has 32 for each place.
#define CODE_BLOCK 128
#define CODE_BLOCK_BYTES 32

#define HELPDESK_DECLARE_CODE_VARIANT(suffix)                                                                        \
    void helpdesk_rotate_##suffix(size_t dimensions, const float *signs, const float *vector, float *rotated);      \
    void helpdesk_code_scores_##suffix(const helpdesk_code_query *query, size_t dimensions, const uint8_t *codes,   \
                                       const uint32_t *rows, size_t count, float *scores);                          \
    void helpdesk_coded_search_##suffix(const helpdesk_coded_graph *graph, helpdesk_coded_search *search,           \
                                        uint32_t start);

HELPDESK_DECLARE_CODE_VARIANT(scalar)
#if defined(__x86_64__)
HELPDESK_DECLARE_CODE_VARIANT(avx2)
HELPDESK_DECLARE_CODE_VARIANT(avx512)
HELPDESK_DECLARE_CODE_VARIANT(avx512_vnni)
#endif
#if defined(__aarch64__)
HELPDESK_DECLARE_CODE_VARIANT(neon)
HELPDESK_DECLARE_CODE_VARIANT(neon_dot)
#endif

#endif
