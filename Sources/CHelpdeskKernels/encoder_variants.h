// The kernels of each instruction set, behind the functions of helpdesk_encoder_kernels.h.
#ifndef ENCODER_VARIANTS_H
#define ENCODER_VARIANTS_H

#include "helpdesk_encoder_kernels.h"

#define HELPDESK_DECLARE_VARIANT(suffix)                                                                             \
    void helpdesk_encoder_linear_##suffix(size_t rows, helpdesk_rows input, const helpdesk_linear_layer *layer,    \
                                          helpdesk_rows addend, helpdesk_activation activation,                    \
                                          helpdesk_rows result);                                                   \
    size_t helpdesk_encoder_attention_scratch_##suffix(size_t tokens, size_t head_size);                           \
    void helpdesk_encoder_attention_##suffix(size_t tokens, size_t heads, size_t first_head, size_t head_count,        \
                                             size_t head_size, float scale,                                        \
                                             helpdesk_rows projected, helpdesk_rows context, float *scratch);      \
    void helpdesk_encoder_layer_norm_##suffix(size_t rows, size_t columns, helpdesk_rows values,                   \
                                              const float *scale, const float *shift, float epsilon);             \
    void helpdesk_encoder_embed_tokens_##suffix(size_t tokens, const int32_t *ids, const int32_t *types,             \
                                                const helpdesk_embedding_tables *tables, helpdesk_rows result);    \
    void helpdesk_encoder_mean_rows_##suffix(size_t rows, size_t columns, helpdesk_rows values, float *result);    \
    void helpdesk_encoder_max_rows_##suffix(size_t rows, size_t columns, helpdesk_rows values, float *result);     \
    void helpdesk_encoder_normalize_##suffix(size_t columns, float *values);                                       \
    void helpdesk_encoder_powers_of_two_##suffix(size_t count, float *values);                                     \
    void helpdesk_encoder_activate_##suffix(helpdesk_activation activation, size_t count, float *values);

HELPDESK_DECLARE_VARIANT(scalar)
#if defined(__x86_64__)
HELPDESK_DECLARE_VARIANT(avx2)
HELPDESK_DECLARE_VARIANT(avx512)
#endif
#if defined(__aarch64__)
HELPDESK_DECLARE_VARIANT(neon)
#endif

#endif
