#include <math.h>
#include <string.h>

#include "code_variants.h"
#include "helpdesk_vector_kernels.h"

// Codes have the same bits everywhere only where no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

size_t helpdesk_code_padded(size_t dimensions) { return (dimensions + CODE_BLOCK - 1) / CODE_BLOCK * CODE_BLOCK; }

size_t helpdesk_code_stride(size_t dimensions) {
    return (helpdesk_code_padded(dimensions) / 4 + 2 * sizeof(float) + 63) / 64 * 64;
}

void helpdesk_rotate(helpdesk_isa isa, size_t dimensions, const float *signs, const float *vector, float *rotated) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        helpdesk_rotate_avx2(dimensions, signs, vector, rotated);
        return;
    case HELPDESK_AVX512:
        helpdesk_rotate_avx512(dimensions, signs, vector, rotated);
        return;
    case HELPDESK_AVX512_VNNI:
        helpdesk_rotate_avx512_vnni(dimensions, signs, vector, rotated);
        return;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        helpdesk_rotate_neon(dimensions, signs, vector, rotated);
        return;
    case HELPDESK_NEON_DOT:
        helpdesk_rotate_neon_dot(dimensions, signs, vector, rotated);
        return;
#endif
    default:
        helpdesk_rotate_scalar(dimensions, signs, vector, rotated);
    }
}

/// The level of a component, 0 to 3.
static inline unsigned level_of(float value, float step) {
    return (unsigned)(value >= -step) + (unsigned)(value >= 0) + (unsigned)(value >= step);
}

void helpdesk_encode(size_t dimensions, const float *rotated, float weight, float addend, uint8_t *code) {
    const size_t bytes = helpdesk_code_padded(dimensions) / 4;
    memset(code, 0, helpdesk_code_stride(dimensions));
    // Sums of every 32nd component, so that the loops need not keep one order of all.
    float squares[32] = {0}, products[32] = {0};
    const size_t whole = dimensions / 32 * 32;
    for (size_t i = 0; i < whole; i += 32)
        for (size_t j = 0; j < 32; j++) squares[j] += rotated[i + j] * rotated[i + j];
    for (size_t i = whole; i < dimensions; i++) squares[i - whole] += rotated[i] * rotated[i];
    double square = 0, product = 0;
    for (size_t j = 0; j < 32; j++) square += squares[j];
    // The step that suits components of a normal distribution best (Max 1960): 0.9957 of their deviation.
    const float step = (float)(0.9957 * sqrt(square / (double)dimensions));
    for (size_t i = 0; i < dimensions; i += 32) {
        uint8_t *place = code + i / CODE_BLOCK * CODE_BLOCK_BYTES;
        const unsigned shift = (unsigned)(i % CODE_BLOCK / 32 * 2);
        const size_t count = dimensions - i < 32 ? dimensions - i : 32;
        for (size_t j = 0; j < count; j++) {
            const unsigned level = level_of(rotated[i + j], step);
            place[j] |= (uint8_t)(level << shift);
            products[j] += ((float)level - 1.5f) * rotated[i + j];
        }
    }
    for (size_t j = 0; j < 32; j++) product += products[j];
    // Makes the described vector's product with the real one that of the real one with itself.
    const float factor = product > 0 ? (float)(square / product) * weight : 0;
    memcpy(code + bytes, &factor, sizeof factor);
    memcpy(code + bytes + sizeof factor, &addend, sizeof addend);
}

/// The nearest whole number, of a number below 2^22 in size.
static inline int rounded(float value) {
    // Adding this number leaves no bits after the point.
    const float shifted = value + 0x1.8p23f;
    int32_t bits;
    memcpy(&bits, &shifted, sizeof bits);
    return bits - 0x4B400000;
}

void helpdesk_prepare_code_query(size_t dimensions, const float *rotated, helpdesk_code_query *query) {
    const size_t blocks = helpdesk_code_padded(dimensions) / CODE_BLOCK;
    const float largest = helpdesk_largest_size(dimensions, rotated);
    // Sizes below that would make it infinite; all scores are the addends then.
    const float scale = largest > 0x1p-100f ? 127 / largest : 0;
    long total = 0;
    for (size_t i = 0; i < blocks * CODE_BLOCK; i += 32) {
        const size_t block = i / CODE_BLOCK, place = i % CODE_BLOCK / 32;
        const size_t pair = block / 2 * 2 * CODE_BLOCK;
        const int has_partner = block / 2 * 2 + 1 < blocks;
        int8_t *values = query->values + pair + (has_partner ? place * 64 + block % 2 * 32 : place * 32);
        const size_t count = i >= dimensions ? 0 : dimensions - i < 32 ? dimensions - i : 32;
        int sum = 0;
        if (count == 32)
            for (size_t j = 0; j < 32; j++) {
                const int value = rounded(rotated[i + j] * scale);
                values[j] = (int8_t)value;
                sum += value;
            }
        else
            for (size_t j = 0; j < 32; j++) {
                const int value = j < count ? rounded(rotated[i + j] * scale) : 0;
                values[j] = (int8_t)value;
                sum += value;
            }
        total += sum;
    }
    query->scale = scale > 0 ? 1 / scale : 0;
    query->offset = 1.5f * (float)total;
}

void helpdesk_code_scores(helpdesk_isa isa, const helpdesk_code_query *query, size_t dimensions, const uint8_t *codes,
                          const uint32_t *rows, size_t count, float *scores) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        helpdesk_code_scores_avx2(query, dimensions, codes, rows, count, scores);
        return;
    case HELPDESK_AVX512:
        helpdesk_code_scores_avx512(query, dimensions, codes, rows, count, scores);
        return;
    case HELPDESK_AVX512_VNNI:
        helpdesk_code_scores_avx512_vnni(query, dimensions, codes, rows, count, scores);
        return;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        helpdesk_code_scores_neon(query, dimensions, codes, rows, count, scores);
        return;
    case HELPDESK_NEON_DOT:
        helpdesk_code_scores_neon_dot(query, dimensions, codes, rows, count, scores);
        return;
#endif
    default:
        helpdesk_code_scores_scalar(query, dimensions, codes, rows, count, scores);
    }
}

void helpdesk_coded_search_run(helpdesk_isa isa, const helpdesk_coded_graph *graph, helpdesk_coded_search *search,
                               uint32_t start) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        helpdesk_coded_search_avx2(graph, search, start);
        return;
    case HELPDESK_AVX512:
        helpdesk_coded_search_avx512(graph, search, start);
        return;
    case HELPDESK_AVX512_VNNI:
        helpdesk_coded_search_avx512_vnni(graph, search, start);
        return;
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        helpdesk_coded_search_neon(graph, search, start);
        return;
    case HELPDESK_NEON_DOT:
        helpdesk_coded_search_neon_dot(graph, search, start);
        return;
#endif
    default:
        helpdesk_coded_search_scalar(graph, search, start);
    }
}
