#if defined(__linux__)
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/mman.h>
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

float helpdesk_largest_size(size_t n, const float *values) {
    // Sizes of floats order like their bits. Sixteen maxima, so that the loop need not keep one order of all.
    uint32_t largest[16] = {0};
    size_t i = 0;
    for (; i + 16 <= n; i += 16)
        for (size_t j = 0; j < 16; j++) {
            uint32_t bits;
            memcpy(&bits, values + i + j, sizeof bits);
            bits &= 0x7FFFFFFFu;
            largest[j] = bits > largest[j] ? bits : largest[j];
        }
    for (; i < n; i++) {
        uint32_t bits;
        memcpy(&bits, values + i, sizeof bits);
        bits &= 0x7FFFFFFFu;
        largest[0] = bits > largest[0] ? bits : largest[0];
    }
    for (size_t j = 1; j < 16; j++) largest[0] = largest[j] > largest[0] ? largest[j] : largest[0];
    float result;
    memcpy(&result, largest, sizeof result);
    return result;
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

enum { LINE = 64, LARGE = 1 << 20, HUGE_PAGES = 8 << 20 };

// In the cache line in front of what the caller gets.
typedef struct {
    void *base;
    size_t length;
    int is_mapped;
} allocation;

static void *prepared(char *base, size_t length, int is_mapped) {
    char *memory = (char *)(((uintptr_t)base + 2 * LINE - 1) & ~(uintptr_t)(LINE - 1));
    const allocation header = {base, length, is_mapped};
    memcpy(memory - LINE, &header, sizeof header);
    return memory;
}

#if defined(__linux__)
static void advise(void *base, size_t length) {
    // Searches jump about in large memory: with large pages the processor need not look up where each one lies.
    if (length >= HUGE_PAGES) madvise(base, length, MADV_HUGEPAGE);
}
#endif

void *helpdesk_allocate(size_t bytes) {
    if (bytes > SIZE_MAX - 2 * LINE) return NULL;
    const size_t length = bytes + 2 * LINE;
#if defined(__linux__)
    // From the system, so that it comes zeroed, goes back when it is no longer needed, and can grow without being copied.
    if (bytes >= LARGE) {
        void *base = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (base == MAP_FAILED) return NULL;
        advise(base, length);
        return prepared(base, length, 1);
    }
#endif
    char *base = calloc(1, length);
    return base ? prepared(base, length, 0) : NULL;
}

void *helpdesk_reallocate(void *memory, size_t used, size_t bytes) {
    if (bytes > SIZE_MAX - 2 * LINE) return NULL;
#if defined(__linux__)
    allocation header;
    memcpy(&header, (char *)memory - LINE, sizeof header);
    if (header.is_mapped && bytes >= LARGE) {
        const size_t length = bytes + 2 * LINE;
        void *base = mremap(header.base, header.length, length, MREMAP_MAYMOVE);
        if (base == MAP_FAILED) return NULL;
        advise(base, length);
        return prepared(base, length, 1);
    }
#endif
    void *moved = helpdesk_allocate(bytes);
    if (!moved) return NULL;
    memcpy(moved, memory, used < bytes ? used : bytes);
    helpdesk_deallocate(memory);
    return moved;
}

void helpdesk_deallocate(void *memory) {
    if (!memory) return;
    allocation header;
    memcpy(&header, (char *)memory - LINE, sizeof header);
#if defined(__linux__)
    if (header.is_mapped) {
        munmap(header.base, header.length);
        return;
    }
#endif
    free(header.base);
}
