#if defined(__linux__)
#define _DEFAULT_SOURCE
#include <sys/mman.h>
#include <unistd.h>
#endif

#include "helpdesk_vector_kernels.h"
#include <stdlib.h>
#include <string.h>

int helpdesk_all_finite(const float *values, size_t n) {
    uint32_t bad = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t bits;
        memcpy(&bits, values + i, sizeof bits);
        // All exponent bits set: NaN or infinite.
        bad |= (bits & 0x7F800000u) == 0x7F800000u;
    }
    return !bad;
}

static uint64_t load_little_endian(const unsigned char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

// Every step is one to one in the state and in the word, so that no change of a single word is lost.
static uint64_t mix(uint64_t state, uint64_t word) {
    state = (state ^ word) * 0x9E3779B97F4A7C15u;
    return state ^ (state >> 29);
}

uint64_t helpdesk_hash(const void *bytes, size_t n, uint64_t seed) {
    const unsigned char *at = bytes;
    uint64_t state = mix(seed ^ 0xD1B54A32D192ED03u, (uint64_t)n);
    size_t i = 0;
    for (; i + 8 <= n; i += 8) state = mix(state, load_little_endian(at + i));
    if (i < n) {
        unsigned char tail[8] = {0};
        memcpy(tail, at + i, n - i);
        state = mix(state, load_little_endian(tail));
    }
    state = (state ^ (state >> 32)) * 0xBF58476D1CE4E5B9u;
    return state ^ (state >> 30);
}

uint64_t helpdesk_hash_wide(const void *bytes, size_t n, uint64_t seed) {
    const unsigned char *at = bytes;
    // Four states side by side: the steps of one need not wait for those of another.
    uint64_t states[4];
    for (uint64_t lane = 0; lane < 4; lane++) states[lane] = mix(seed ^ 0xD1B54A32D192ED03u, (uint64_t)n + (lane << 62));
    size_t i = 0;
    for (; i + 32 <= n; i += 32)
        for (size_t lane = 0; lane < 4; lane++) states[lane] = mix(states[lane], load_little_endian(at + i + 8 * lane));
    for (size_t lane = 0; i < n; lane++) {
        unsigned char tail[8] = {0};
        const size_t some = n - i < 8 ? n - i : 8;
        memcpy(tail, at + i, some);
        states[lane] = mix(states[lane], load_little_endian(tail));
        i += some;
    }
    uint64_t state = states[0];
    for (size_t lane = 1; lane < 4; lane++) state = mix(state, states[lane]);
    state = (state ^ (state >> 32)) * 0xBF58476D1CE4E5B9u;
    return state ^ (state >> 30);
}

enum { LINE = 64, LARGE = 8 << 20 };

void *helpdesk_allocate(size_t bytes) {
    if (bytes > SIZE_MAX - 2 * LINE) return NULL;
    // calloc leaves untouched pages to the system; a line in front remembers where the memory really starts.
    char *base = calloc(1, bytes + 2 * LINE);
    if (!base) return NULL;
#if defined(MADV_HUGEPAGE)
    // Searches jump about in large memory: with large pages the processor need not look up where each one lies.
    if (bytes >= LARGE) {
        const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
        const uintptr_t start = ((uintptr_t)base + page - 1) / page * page;
        madvise((void *)start, ((uintptr_t)base + bytes - start) / page * page, MADV_HUGEPAGE);
    }
#endif
    char *aligned = (char *)(((uintptr_t)base + 2 * LINE - 1) & ~(uintptr_t)(LINE - 1));
    memcpy(aligned - sizeof base, &base, sizeof base);
    return aligned;
}

void helpdesk_deallocate(void *memory) {
    if (!memory) return;
    char *base;
    memcpy(&base, (char *)memory - sizeof base, sizeof base);
    free(base);
}
