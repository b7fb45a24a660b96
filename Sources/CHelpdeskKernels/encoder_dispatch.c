// Sends each call to the kernels of the instruction set it names. An instruction set this build has no kernels for gets
// the scalar ones; whether the processor can run it is for the caller to know (helpdesk_supports).
#include "encoder_variants.h"

#if defined(__x86_64__)
#define DISPATCH(isa, function, ...)                                                                                 \
    ((isa) == HELPDESK_AVX512 ? helpdesk_encoder_##function##_avx512(__VA_ARGS__)                                  \
     : (isa) == HELPDESK_AVX2 ? helpdesk_encoder_##function##_avx2(__VA_ARGS__)                                    \
                              : helpdesk_encoder_##function##_scalar(__VA_ARGS__))
#elif defined(__aarch64__)
#define DISPATCH(isa, function, ...)                                                                                 \
    ((isa) == HELPDESK_NEON ? helpdesk_encoder_##function##_neon(__VA_ARGS__)                                      \
                            : helpdesk_encoder_##function##_scalar(__VA_ARGS__))
#else
#define DISPATCH(isa, function, ...) helpdesk_encoder_##function##_scalar(__VA_ARGS__)
#endif

size_t helpdesk_panel_width(helpdesk_isa isa) {
#if defined(__x86_64__)
    if (isa == HELPDESK_AVX512) return 32;
    if (isa == HELPDESK_AVX2) return 16;
#elif defined(__aarch64__)
    if (isa == HELPDESK_NEON) return 12;
#endif
    (void)isa;
    return 8;
}

void helpdesk_linear(helpdesk_isa isa, size_t rows, helpdesk_rows input, const helpdesk_linear_layer *layer,
                     helpdesk_rows addend, helpdesk_activation activation, helpdesk_rows result) {
    DISPATCH(isa, linear, rows, input, layer, addend, activation, result);
}

size_t helpdesk_attention_scratch(helpdesk_isa isa, size_t tokens, size_t head_size) {
    return DISPATCH(isa, attention_scratch, tokens, head_size);
}

void helpdesk_attention(helpdesk_isa isa, size_t tokens, size_t heads, size_t first_head, size_t head_count,
                        size_t head_size, float scale,
                        helpdesk_rows projected, helpdesk_rows context, float *scratch) {
    DISPATCH(isa, attention, tokens, heads, first_head, head_count, head_size, scale, projected, context, scratch);
}

void helpdesk_layer_norm(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, const float *scale,
                         const float *shift, float epsilon) {
    DISPATCH(isa, layer_norm, rows, columns, values, scale, shift, epsilon);
}

void helpdesk_embed_tokens(helpdesk_isa isa, size_t tokens, const int32_t *ids, const int32_t *types,
                           const helpdesk_embedding_tables *tables, helpdesk_rows result) {
    DISPATCH(isa, embed_tokens, tokens, ids, types, tables, result);
}

void helpdesk_mean_rows(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, float *result) {
    DISPATCH(isa, mean_rows, rows, columns, values, result);
}

void helpdesk_max_rows(helpdesk_isa isa, size_t rows, size_t columns, helpdesk_rows values, float *result) {
    DISPATCH(isa, max_rows, rows, columns, values, result);
}

void helpdesk_normalize(helpdesk_isa isa, size_t columns, float *values) {
    DISPATCH(isa, normalize, columns, values);
}

void helpdesk_powers_of_two(helpdesk_isa isa, size_t count, float *values) {
    DISPATCH(isa, powers_of_two, count, values);
}

void helpdesk_activate(helpdesk_isa isa, helpdesk_activation activation, size_t count, float *values) {
    DISPATCH(isa, activate, activation, count, values);
}
