// XXH64, after the specification at https://github.com/Cyan4973/xxHash/blob/v0.8.2/doc/xxhash_spec.md.
#include <string.h>

#include "helpdesk_encoder_kernels.h"

static const uint64_t prime1 = 0x9E3779B185EBCA87u, prime2 = 0xC2B2AE3D27D4EB4Fu, prime3 = 0x165667B19E3779F9u,
                      prime4 = 0x85EBCA77C2B2AE63u, prime5 = 0x27D4EB2F165667C5u;

static uint64_t rotate(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

static uint64_t read64(const unsigned char *from) {
    uint64_t value;
    memcpy(&value, from, 8);
    return value;
}

static uint64_t accumulate(uint64_t sum, uint64_t lane) { return rotate(sum + lane * prime2, 31) * prime1; }

static uint64_t merge(uint64_t hash, uint64_t sum) { return (hash ^ accumulate(0, sum)) * prime1 + prime4; }

uint64_t helpdesk_fingerprint(const void *bytes, size_t count, uint64_t seed) {
    const unsigned char *from = bytes;
    size_t left = count;
    uint64_t hash;
    if (left >= 32) {
        uint64_t a = seed + prime1 + prime2, b = seed + prime2, c = seed, d = seed - prime1;
        for (; left >= 32; left -= 32, from += 32) {
            a = accumulate(a, read64(from));
            b = accumulate(b, read64(from + 8));
            c = accumulate(c, read64(from + 16));
            d = accumulate(d, read64(from + 24));
        }
        hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
        hash = merge(merge(merge(merge(hash, a), b), c), d);
    } else {
        hash = seed + prime5;
    }
    hash += count;
    for (; left >= 8; left -= 8, from += 8) hash = rotate(hash ^ accumulate(0, read64(from)), 27) * prime1 + prime4;
    if (left >= 4) {
        uint32_t lane;
        memcpy(&lane, from, 4);
        hash = rotate(hash ^ lane * prime1, 23) * prime2 + prime3;
        left -= 4;
        from += 4;
    }
    for (; left; left--, from++) hash = rotate(hash ^ *from * prime5, 11) * prime1;
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}
