// Sends each call to the kernels of the instruction set it names, and rounds weights.
#include <math.h>
#include <string.h>

#include "quantized_variants.h"

#if defined(__x86_64__)
#define DISPATCH(isa, function, ...)                                                                                 \
    ((isa) == HELPDESK_AVX512_VNNI ? helpdesk_quantized_##function##_avx512_vnni(__VA_ARGS__)                      \
     : (isa) == HELPDESK_AVX512    ? helpdesk_quantized_##function##_avx512(__VA_ARGS__)                           \
     : (isa) == HELPDESK_AVX2      ? helpdesk_quantized_##function##_avx2(__VA_ARGS__)                             \
                                   : helpdesk_quantized_##function##_scalar(__VA_ARGS__))
#elif defined(__aarch64__)
#define DISPATCH(isa, function, ...)                                                                                 \
    ((isa) == HELPDESK_NEON_DOT ? helpdesk_quantized_##function##_neon_dot(__VA_ARGS__)                            \
     : (isa) == HELPDESK_NEON   ? helpdesk_quantized_##function##_neon(__VA_ARGS__)                                \
                                : helpdesk_quantized_##function##_scalar(__VA_ARGS__))
#else
#define DISPATCH(isa, function, ...) helpdesk_quantized_##function##_scalar(__VA_ARGS__)
#endif

void helpdesk_quantize_rows(helpdesk_isa isa, helpdesk_number_type type, size_t rows, size_t columns,
                            helpdesk_rows values, const float *factors, helpdesk_quantized_rows result) {
    DISPATCH(isa, quantize_rows, type, rows, columns, values, factors, result);
}

void helpdesk_quantized_linear(helpdesk_isa isa, size_t rows, helpdesk_quantized_rows input,
                               const helpdesk_quantized_layer *layer, size_t first, size_t outputs,
                               helpdesk_rows addend, helpdesk_activation activation, helpdesk_rows result) {
    DISPATCH(isa, linear, rows, input, layer, first, outputs, addend, activation, result);
}

int helpdesk_row_limit(helpdesk_isa isa, helpdesk_number_type type) {
    if (type == HELPDESK_INT16) return HELPDESK_INT16_LIMIT;
    return isa == HELPDESK_AVX2 || isa == HELPDESK_AVX512 ? HELPDESK_NARROW_LIMIT : HELPDESK_WIDE_LIMIT;
}

/// The panel width of the float kernels of the same processor.
static size_t panel_width(helpdesk_isa isa) {
    return helpdesk_panel_width(isa == HELPDESK_AVX512_VNNI ? HELPDESK_AVX512
                                : isa == HELPDESK_NEON_DOT  ? HELPDESK_NEON
                                                            : isa);
}

size_t helpdesk_number_size(helpdesk_number_type type) { return type == HELPDESK_INT8 ? 1 : 2; }

static size_t padded_depth(size_t inputs) {
    return (inputs + HELPDESK_DEPTH_BLOCK - 1) / HELPDESK_DEPTH_BLOCK * HELPDESK_DEPTH_BLOCK;
}

size_t helpdesk_quantized_stride(helpdesk_number_type type, size_t columns) {
    // An odd number of 64-byte lines, so that neighbouring rows do not share cache sets.
    return ((padded_depth(columns) * helpdesk_number_size(type) + 63) / 64 | 1) * 64;
}

size_t helpdesk_quantized_panels_size(helpdesk_isa isa, helpdesk_number_type type, size_t outputs, size_t inputs) {
    const size_t width = panel_width(isa);
    return (outputs + width - 1) / width * width * padded_depth(inputs) * helpdesk_number_size(type);
}

// MARK: Weights

/// The kernels of AVX2 add 2 products of bytes in each lane of 16 bits: inputs k and k + 1 of every 4, over 8 inputs.
/// The greatest sum, over all lanes, of an output's weights of one sign.
static float greatest_lane(size_t inputs, const float *weights) {
    float greatest = 0;
    enum { BLOCK = 8 };
    for (size_t first = 0; first < inputs; first += BLOCK)
        for (size_t lane = first; lane < first + 4; lane += 2) {
            float above = 0, below = 0;
            for (size_t k = lane; k < first + BLOCK && k < inputs; k += 4)
                for (size_t i = k; i < k + 2 && i < inputs; i++) {
                    above += weights[i] > 0 ? weights[i] : 0;
                    below -= weights[i] < 0 ? weights[i] : 0;
                }
            const float larger = above > below ? above : below;
            if (larger > greatest) greatest = larger;
        }
    return greatest;
}

/// What these sums may be, so that the largest input times them fits in 16 bits.
enum { MOST_LANE = 32767 / HELPDESK_NARROW_LIMIT };

static void round_weights(size_t inputs, const float *weights, float scale, float *numbers) {
    const float inverse = 1 / scale;
    for (size_t i = 0; i < inputs; i++) numbers[i] = rintf(weights[i] * inverse);
}

/// Rounds one output's weights; returns what a number is worth: NaN where a factor has made one of them infinite.
static float round_output(helpdesk_isa isa, helpdesk_number_type type, size_t inputs, const float *weights, float *numbers) {
    float largest = 0;
    double total = 0;
    for (size_t i = 0; i < inputs; i++) {
        const float size = fabsf(weights[i]);
        if (size > largest) largest = size;
        total += size;
    }
    if (largest < 1e-30f) {
        memset(numbers, 0, inputs * sizeof *numbers);
        return 0;
    }
    if (!(largest < INFINITY)) {
        memset(numbers, 0, inputs * sizeof *numbers);
        return NAN;
    }
    float scale;
    if (type == HELPDESK_INT16) {
        // So small that the sum of the numbers' sizes, each rounded up by half at most, times the largest input fits.
        const double most = (double)INT32_MAX / HELPDESK_INT16_LIMIT - 0.5 * (double)inputs - 1;
        scale = largest / 32767;
        if (total / most > scale) scale = (float)(total / most * (1 + 1e-6));
        round_weights(inputs, weights, scale, numbers);
        return scale;
    }
    scale = largest / 127;
    if (helpdesk_row_limit(isa, type) != HELPDESK_NARROW_LIMIT) {
        round_weights(inputs, weights, scale, numbers);
        return scale;
    }
    const float greatest = greatest_lane(inputs, weights);
    if (greatest / MOST_LANE > scale) scale = greatest / MOST_LANE;
    for (;; scale *= 1.01f) {
        round_weights(inputs, weights, scale, numbers);
        if (greatest_lane(inputs, numbers) <= MOST_LANE) return scale;
    }
}

void helpdesk_quantize_weights(helpdesk_isa isa, helpdesk_number_type type, size_t outputs, size_t inputs,
                               const float *weights, size_t weight_stride, const float *factors, void *panels,
                               float *scales, float *offsets, float *scratch) {
    const size_t depth = padded_depth(inputs), size = helpdesk_number_size(type), group = 4 / size;
    const size_t width = panel_width(isa);
    float *scaled = scratch, *numbers = scratch + depth;
    for (size_t output = 0; output < (outputs + width - 1) / width * width; output++) {
        unsigned char *to = (unsigned char *)panels + output / width * width * depth * size + output % width * 4;
        memset(numbers, 0, depth * sizeof *numbers);
        scales[output] = offsets[output] = 0;
        if (output < outputs) {
            const float *row = weights + output * weight_stride;
            for (size_t i = 0; i < inputs; i++) scaled[i] = factors ? row[i] * factors[i] : row[i];
            scales[output] = round_output(isa, type, inputs, scaled, numbers);
            double total = 0;
            for (size_t i = 0; i < inputs; i++) total += numbers[i];
            offsets[output] = (float)(scales[output] * total);
        }
        for (size_t k = 0; k < depth; k += group, to += 4 * width)
            for (size_t i = 0; i < group; i++) {
                if (type == HELPDESK_INT8)
                    to[i] = (unsigned char)(int8_t)numbers[k + i];
                else {
                    const int16_t number = (int16_t)numbers[k + i];
                    memcpy(to + 2 * i, &number, 2);
                }
            }
    }
}
