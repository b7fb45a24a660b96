#include "code_variants.h"

#define NAME(x) helpdesk_##x##_scalar
#define TARGET
#define INLINE static inline

static inline int32_t code_sum(const int8_t *values, size_t blocks, const uint8_t *code) {
    int32_t sum = 0;
    for (size_t block = 0; block < blocks; block++) {
        const int8_t *pair = values + block / 2 * 2 * CODE_BLOCK;
        const size_t width = block / 2 * 2 + 1 < blocks ? 64 : 32;
        const int8_t *mine = width == 64 ? pair + block % 2 * 32 : pair;
        for (size_t place = 0; place < 4; place++)
            for (size_t byte = 0; byte < 32; byte++)
                sum += (code[block * CODE_BLOCK_BYTES + byte] >> 2 * place & 3) * mine[place * width + byte];
    }
    return sum;
}

INLINE void code_sums4(const int8_t *values, size_t blocks, const uint8_t *const codes[4], int32_t sums[4]) {
    for (int i = 0; i < 4; i++) sums[i] = code_sum(values, blocks, codes[i]);
}

#include "code_template.h"
