// Rotation, scores and search, written once. Each instruction set includes this file after defining
//   NAME(x)    the name of a kernel for this instruction set
//   TARGET     the function attribute that turns the instruction set on
//   INLINE     static inline with TARGET
// and `code_sum`, the whole-number product of a code and a query's values, and `code_sums4`, four of them.
#include <math.h>
#include <string.h>

#include "code_variants.h"

// Scores have the same bits everywhere only where no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

// MARK: Rotation

/// The fast Walsh-Hadamard transform of `count` floats, a power of two, in place.
INLINE void transform(float *values, size_t count) {
    for (size_t half = 1; half < count; half *= 2)
        for (size_t block = 0; block < count; block += 2 * half)
            for (size_t i = block; i < block + half; i++) {
                float a = values[i], b = values[i + half];
                values[i] = a + b;
                values[i + half] = a - b;
            }
}

/// The first three steps of the transform at once, on eight values that lie together.
INLINE void transform8(float *restrict v) {
    float a0 = v[0] + v[1], a1 = v[0] - v[1], a2 = v[2] + v[3], a3 = v[2] - v[3];
    float a4 = v[4] + v[5], a5 = v[4] - v[5], a6 = v[6] + v[7], a7 = v[6] - v[7];
    float b0 = a0 + a2, b1 = a1 + a3, b2 = a0 - a2, b3 = a1 - a3;
    float b4 = a4 + a6, b5 = a5 + a7, b6 = a4 - a6, b7 = a5 - a7;
    v[0] = b0 + b4, v[1] = b1 + b5, v[2] = b2 + b6, v[3] = b3 + b7;
    v[4] = b0 - b4, v[5] = b1 - b5, v[6] = b2 - b6, v[7] = b3 - b7;
}

INLINE void transform_long(float *values, size_t count) {
    for (size_t i = 0; i < count; i += 8) transform8(values + i);
    for (size_t half = 8; half < count; half *= 2)
        for (size_t block = 0; block < count; block += 2 * half) {
            float *restrict low = values + block, *restrict high = values + block + half;
            for (size_t i = 0; i < half; i++) {
                float a = low[i], b = high[i];
                low[i] = a + b;
                high[i] = a - b;
            }
        }
}

TARGET void NAME(rotate)(size_t dimensions, const float *signs, const float *vector, float *rotated) {
    size_t length = 1;
    while (length * 2 <= dimensions) length *= 2;
    const float scale = 1 / sqrtf((float)length);
    memcpy(rotated, vector, dimensions * sizeof(float));
    for (int round = 0; round < 3; round++) {
        const float *sign = signs + (size_t)round * dimensions;
        for (size_t i = 0; i < dimensions; i++) rotated[i] *= sign[i];
        float *part = round == 1 ? rotated + dimensions - length : rotated;
        if (length >= 8)
            transform_long(part, length);
        else
            transform(part, length);
        for (size_t i = 0; i < length; i++) part[i] *= scale;
    }
}

// MARK: Scores

INLINE float score_of(const helpdesk_code_query *query, size_t blocks, const uint8_t *code, int32_t sum) {
    float factor, addend;
    memcpy(&factor, code + blocks * CODE_BLOCK_BYTES, sizeof factor);
    memcpy(&addend, code + blocks * CODE_BLOCK_BYTES + sizeof factor, sizeof addend);
    float product = factor * (query->scale * ((float)sum - query->offset));
    return addend - product;
}

INLINE void scores_of(const helpdesk_code_query *query, size_t blocks, size_t stride, const uint8_t *codes,
                      const uint32_t *rows, size_t count, float *scores) {
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const uint8_t *four[4];
        int32_t sums[4];
        for (size_t j = 0; j < 4; j++) four[j] = codes + stride * (rows ? rows[i + j] : i + j);
        code_sums4(query->values, blocks, four, sums);
        for (size_t j = 0; j < 4; j++) scores[i + j] = score_of(query, blocks, four[j], sums[j]);
    }
    for (; i < count; i++) {
        const uint8_t *code = codes + stride * (rows ? rows[i] : i);
        scores[i] = score_of(query, blocks, code, code_sum(query->values, blocks, code));
    }
}

TARGET void NAME(code_scores)(const helpdesk_code_query *query, size_t dimensions, const uint8_t *codes,
                              const uint32_t *rows, size_t count, float *scores) {
    const size_t blocks = helpdesk_code_padded(dimensions) / CODE_BLOCK, stride = helpdesk_code_stride(dimensions);
    // A group of rows arrives while the one before is scored: no more at once than the processor waits for.
    enum { GROUP = 16 };
    for (size_t start = 0; rows && start < count + GROUP; start += GROUP) {
        const size_t end = start + GROUP < count ? start + GROUP : count;
        for (size_t i = start; i < end; i++)
            for (size_t line = 0; line < stride; line += 64) __builtin_prefetch(codes + stride * rows[i] + line, 0, 3);
        if (start == 0) continue;
        const size_t before = start - GROUP, some = count - before < GROUP ? count - before : GROUP;
        scores_of(query, blocks, stride, codes, rows + before, some, scores + before);
    }
    if (!rows) scores_of(query, blocks, stride, codes, rows, count, scores);
}

// MARK: Search

/// No node: numbers of nodes have 31 bits.
#define NONE UINT32_MAX

INLINE uint64_t pack(float score, uint32_t node) {
    uint32_t bits;
    score += 0.0f;  // -0 becomes 0
    memcpy(&bits, &score, sizeof bits);
    // Floats order like their bits once the sign is turned round.
    uint32_t ordered = bits >> 31 ? ~bits : bits | 0x80000000u;
    return (uint64_t)ordered << 32 | (uint64_t)node << 1;
}

/// Adds a candidate to an ascending list of at most `limit`; returns its place, or `limit` where it is too far.
INLINE size_t insert(uint64_t *list, size_t *count, size_t limit, uint64_t candidate) {
    size_t used = *count;
    if (used == limit) {
        if (candidate >= list[used - 1]) return limit;
        used--;
    } else {
        *count = used + 1;
    }
    // Halving without branches, which nobody could foretell.
    size_t low = 0, length = used;
    while (length > 1) {
        const size_t half = length / 2;
        low += (list[low + half - 1] < candidate) * half;
        length -= half;
    }
    low += length == 1 && list[low] < candidate;
    memmove(list + low + 1, list + low, (used - low) * sizeof *list);
    list[low] = candidate;
    return low;
}

/// Scores what was gathered into a batch, and makes it candidates.
INLINE void take(const helpdesk_coded_graph *graph, helpdesk_coded_search *search, int batch, size_t blocks,
                 size_t stride) {
    const size_t waiting = search->waiting[batch];
    const uint32_t *gathered = search->gathered[batch];
    float *scores = search->scores;
    scores_of(&search->query, blocks, stride, graph->codes, gathered, waiting, scores);
    for (size_t i = 0; i < waiting; i++) {
        uint64_t candidate = pack(scores[i], gathered[i]);
        if (search->accepting && search->accepting[gathered[i]])
            insert(search->accepted, &search->accepted_count, search->accepted_limit, candidate);
        size_t place = insert(search->candidates, &search->count, search->limit, candidate);
        if (place < search->next) search->next = place;
    }
    search->waiting[batch] = 0;
}

/// Writes down which words of `visited` are not zero any more.
INLINE void note(helpdesk_coded_search *search, const uint32_t *nodes, size_t count) {
    const size_t room = search->touched_limit - search->touched_count;
    // A full list may lack some.
    for (size_t i = 0; i < count && i < room; i++) search->touched[search->touched_count + i] = nodes[i] / 64;
    search->touched_count += count < room ? count : room;
}

/// The nearest candidate whose links were not followed, whose links are fetched; `none` when none is left.
INLINE uint32_t choose(const helpdesk_coded_graph *graph, helpdesk_coded_search *search) {
    size_t end = search->count < search->breadth ? search->count : search->breadth, next = search->next;
    while (next < end && search->candidates[next] & 1) next++;
    search->next = next;
    if (next == end) return NONE;
    search->candidates[next] |= 1;
    const uint32_t node = (uint32_t)search->candidates[next] >> 1;
    const uint32_t *links = graph->links + node * graph->connectivity;
    __builtin_prefetch(graph->degrees + node, 0, 3);
    for (size_t i = 0; i < graph->connectivity; i += 16) __builtin_prefetch(links + i, 0, 3);
    return node;
}

/// Gathers into a batch those that a node links to and that were not seen, and fetches their codes.
INLINE void follow(const helpdesk_coded_graph *graph, helpdesk_coded_search *search, uint32_t node, int batch,
                   size_t stride) {
    const uint32_t *links = graph->links + node * graph->connectivity;
    const size_t degree = graph->degrees[node];
    uint64_t *visited = search->visited;
    uint32_t *gathered = search->gathered[batch];
    size_t count = 0;
    for (size_t i = 0; i < degree; i++) {
        const uint32_t neighbour = links[i];
        const uint64_t word = visited[neighbour / 64], bit = (uint64_t)1 << neighbour % 64;
        gathered[count] = neighbour;
        count += (word & bit) == 0;
        visited[neighbour / 64] = word | bit;
    }
    note(search, gathered, count);
    for (size_t i = 0; i < count; i++) {
        const uint8_t *code = graph->codes + stride * gathered[i];
        for (size_t line = 0; line < stride; line += 64) __builtin_prefetch(code + line, 0, 3);
    }
    search->waiting[batch] = count;
}

TARGET void NAME(coded_search)(const helpdesk_coded_graph *graph, helpdesk_coded_search *search, uint32_t start) {
    const size_t blocks = helpdesk_code_padded(graph->dimensions) / CODE_BLOCK;
    const size_t stride = helpdesk_code_stride(graph->dimensions);
    search->count = search->next = search->accepted_count = 0;
    search->gathered[0][0] = start;
    search->waiting[0] = 1;
    search->waiting[1] = 0;
    search->visited[start / 64] |= (uint64_t)1 << start % 64;
    search->touched_count = 0;
    note(search, &start, 1);
    take(graph, search, 0, blocks, stride);
    // While one batch is scored, the codes of another arrive, and the links that will be followed next.
    int batch = 0;
    for (;;) {
        const uint32_t chosen = choose(graph, search);
        if (chosen == NONE && !search->waiting[0] && !search->waiting[1]) break;
        take(graph, search, batch, blocks, stride);
        if (chosen != NONE) follow(graph, search, chosen, batch, stride);
        batch = 1 - batch;
    }
    if (search->touched_count < search->touched_limit)
        for (size_t i = 0; i < search->touched_count; i++) search->visited[search->touched[i]] = 0;
    else
        memset(search->visited, 0, (graph->nodes + 63) / 64 * sizeof *search->visited);
}
