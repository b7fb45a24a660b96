// The kernels of each instruction set, behind the functions of helpdesk_quantized_kernels.h.
#ifndef QUANTIZED_VARIANTS_H
#define QUANTIZED_VARIANTS_H

#include "helpdesk_quantized_kernels.h"

/// Numbers of 8 bits are summed over blocks of this many inputs; panels and rows are padded to it.
enum { HELPDESK_DEPTH_BLOCK = 16 };

/// The greatest numbers of rows of the input. HELPDESK_NARROW_LIMIT is for sums of products of bytes in 16 bits: less of
/// it leaves more of the weights' range, and 200 lost the least in all.
enum { HELPDESK_INT16_LIMIT = 8191, HELPDESK_WIDE_LIMIT = 255, HELPDESK_NARROW_LIMIT = 200 };

#define HELPDESK_DECLARE_VARIANT(suffix)                                                                             \
    void helpdesk_quantized_quantize_rows_##suffix(helpdesk_number_type type, size_t rows, size_t columns,          \
                                                   helpdesk_rows values, const float *factors,                     \
                                                   helpdesk_quantized_rows result);                                \
    void helpdesk_quantized_linear_##suffix(size_t rows, helpdesk_quantized_rows input,                             \
                                            const helpdesk_quantized_layer *layer, size_t first, size_t outputs,   \
                                            helpdesk_rows addend, helpdesk_activation activation,                  \
                                            helpdesk_rows result);

HELPDESK_DECLARE_VARIANT(scalar)
#if defined(__x86_64__)
HELPDESK_DECLARE_VARIANT(avx2)
HELPDESK_DECLARE_VARIANT(avx512)
HELPDESK_DECLARE_VARIANT(avx512_vnni)
#endif
#if defined(__aarch64__)
HELPDESK_DECLARE_VARIANT(neon)
HELPDESK_DECLARE_VARIANT(neon_dot)
#endif

#undef HELPDESK_DECLARE_VARIANT

#endif
