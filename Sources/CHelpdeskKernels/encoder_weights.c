// Turning stored weights into what the kernels read.
#include <string.h>

#include "helpdesk_encoder_kernels.h"

size_t helpdesk_row_stride(size_t columns) {
    // An odd number of 64-byte lines, so that the same column of neighbouring rows falls into different cache sets, and
    // room for the widest panel.
    return (columns + 31) / 32 * 32 + 16;
}

size_t helpdesk_packed_count(size_t width, size_t outputs, size_t inputs) {
    return (outputs + width - 1) / width * width * inputs;
}

void helpdesk_pack_weights(size_t width, size_t outputs, size_t inputs, const float *weights, float *panels) {
    enum { BLOCK = 16 };  // inputs at a time: each line of the weights is read once
    for (size_t first = 0; first < outputs; first += width, panels += width * inputs) {
        for (size_t k = 0; k < inputs; k += BLOCK) {
            const size_t end = k + BLOCK < inputs ? k + BLOCK : inputs;
            for (size_t column = 0; column < width; column++) {
                const int filler = first + column >= outputs;
                const float *row = weights + (filler ? 0 : first + column) * inputs;
                for (size_t i = k; i < end; i++) panels[i * width + column] = filler ? 0.0f : row[i];
            }
        }
    }
}

static uint32_t widen_half(uint16_t half) {
    const uint32_t sign = (uint32_t)(half & 0x8000) << 16;
    const uint32_t exponent = half >> 10 & 0x1F;
    uint32_t fraction = half & 0x3FF;
    if (exponent == 31) return sign | 0x7F800000 | fraction << 13;
    if (exponent != 0) return sign | (exponent + 112) << 23 | fraction << 13;
    if (fraction == 0) return sign;
    uint32_t shift = 0;
    while (!(fraction & 0x400)) {
        fraction <<= 1;
        shift++;
    }
    return sign | (113 - shift) << 23 | (fraction & 0x3FF) << 13;
}

size_t helpdesk_widen(helpdesk_stored_type type, size_t count, const void *stored, float *values) {
    enum { BLOCK = 1024 };
    const unsigned char *bytes = stored;
    for (size_t first = 0; first < count; first += BLOCK) {
        const size_t end = first + BLOCK < count ? first + BLOCK : count;
        uint32_t notFinite = 0;
        for (size_t i = first; i < end; i++) {
            uint32_t bits;
            if (type == HELPDESK_STORED_F32) {
                memcpy(&bits, bytes + 4 * i, 4);
            } else {
                uint16_t half;
                memcpy(&half, bytes + 2 * i, 2);
                bits = type == HELPDESK_STORED_F16 ? widen_half(half) : (uint32_t)half << 16;
            }
            notFinite |= (bits & 0x7F800000) == 0x7F800000;
            memcpy(values + i, &bits, 4);
        }
        if (!notFinite) continue;
        for (size_t i = first; i < end; i++) {
            uint32_t bits;
            memcpy(&bits, values + i, 4);
            if ((bits & 0x7F800000) == 0x7F800000) return i;
        }
    }
    return count;
}
