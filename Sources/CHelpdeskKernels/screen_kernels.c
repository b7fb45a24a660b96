#include <math.h>
#include <string.h>

#include "screen_variants.h"

// Codes have the same bits everywhere only where no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

int helpdesk_screen_supports(helpdesk_screen_isa isa) {
    switch (isa) {
    case HELPDESK_SCREEN_SCALAR:
        return 1;
#if defined(__x86_64__)
    case HELPDESK_SCREEN_AVX2:
        return helpdesk_supports(HELPDESK_AVX2);
    case HELPDESK_SCREEN_AVX512:
        return helpdesk_supports(HELPDESK_AVX512);
    case HELPDESK_SCREEN_AVX512_VNNI:
        return helpdesk_supports(HELPDESK_AVX512_VNNI);
#endif
#if defined(__aarch64__)
    case HELPDESK_SCREEN_NEON:
        return 1;
    case HELPDESK_SCREEN_NEON_DOT:
        return helpdesk_supports(HELPDESK_NEON_DOT);
#endif
    default:
        return 0;
    }
}

helpdesk_screen_isa helpdesk_best_screen_isa(helpdesk_isa isa) {
    helpdesk_screen_isa plain = HELPDESK_SCREEN_SCALAR, extended = HELPDESK_SCREEN_SCALAR;
    switch (isa) {
    case HELPDESK_AVX2:
        plain = extended = HELPDESK_SCREEN_AVX2;
        break;
    case HELPDESK_AVX512:
        plain = HELPDESK_SCREEN_AVX512;
        extended = HELPDESK_SCREEN_AVX512_VNNI;
        break;
    case HELPDESK_NEON:
        plain = HELPDESK_SCREEN_NEON;
        extended = HELPDESK_SCREEN_NEON_DOT;
        break;
    default:
        break;
    }
    if (helpdesk_screen_supports(extended)) return extended;
    return helpdesk_screen_supports(plain) ? plain : HELPDESK_SCREEN_SCALAR;
}

size_t helpdesk_screen_stride(size_t dimensions) { return (dimensions + 63) / 64 * 64; }

/// Rounds `dimensions` components, 32 at a time so that the loops need not keep one order of all.
static helpdesk_screen_rounding encode(size_t dimensions, const float *vector, uint8_t *code, int offset) {
    enum { LANES = 32 };
    memset(code, offset, helpdesk_screen_stride(dimensions));
    float largest[LANES] = {0};
    for (size_t i = 0; i < dimensions; i += LANES) {
        const size_t count = dimensions - i < LANES ? dimensions - i : LANES;
        for (size_t j = 0; j < count; j++) {
            const float size = fabsf(vector[i + j]);
            largest[j] = size > largest[j] ? size : largest[j];
        }
    }
    for (size_t j = 1; j < LANES; j++) largest[0] = largest[j] > largest[0] ? largest[j] : largest[0];
    const float scale = largest[0] / 127, inverse = 127 / largest[0];
    // Components too small to be scaled up stay zeros: all of their length is left out.
    const int is_scaled = scale > 0 && inverse <= 3e38f;
    double squares[LANES] = {0};
    for (size_t i = 0; i < dimensions; i += LANES) {
        const size_t count = dimensions - i < LANES ? dimensions - i : LANES;
        for (size_t j = 0; j < count; j++) {
            // Adding and taking away 1.5 * 2^23 rounds to the nearest whole number.
            float value = is_scaled ? (vector[i + j] * inverse + 12582912.0f) - 12582912.0f : 0;
            value = value < -127 ? -127 : value > 127 ? 127 : value;
            code[i + j] = (uint8_t)((int)value + offset);
            const double rest = (double)vector[i + j] - (double)scale * (double)value;
            squares[j] += rest * rest;
        }
    }
    double square = 0;
    for (size_t j = 0; j < LANES; j++) square += squares[j];
    return (helpdesk_screen_rounding){.scale = is_scaled ? scale : 0, .residual = sqrt(square)};
}

helpdesk_screen_rounding helpdesk_screen_encode(size_t dimensions, const float *vector, uint8_t *code) {
    return encode(dimensions, vector, code, 128);
}

helpdesk_screen_rounding helpdesk_screen_encode_query(size_t dimensions, const float *vector, int8_t *values) {
    return encode(dimensions, vector, (uint8_t *)values, 0);
}

size_t helpdesk_screen(helpdesk_screen_isa isa, const helpdesk_screen_request *request, helpdesk_screen_hit *hits) {
    switch (isa) {
#if defined(__x86_64__)
    case HELPDESK_SCREEN_AVX2:
        return helpdesk_screen_avx2(request, hits);
    case HELPDESK_SCREEN_AVX512:
        return helpdesk_screen_avx512(request, hits);
    case HELPDESK_SCREEN_AVX512_VNNI:
        return helpdesk_screen_avx512_vnni(request, hits);
#endif
#if defined(__aarch64__)
    case HELPDESK_SCREEN_NEON:
        return helpdesk_screen_neon(request, hits);
    case HELPDESK_SCREEN_NEON_DOT:
        return helpdesk_screen_neon_dot(request, hits);
#endif
    default:
        return helpdesk_screen_scalar(request, hits);
    }
}
