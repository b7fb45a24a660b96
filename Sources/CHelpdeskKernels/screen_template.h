// Screening, written once. Each instruction set includes this file after defining
//   NAME(x)    the name of a kernel for this instruction set
//   TARGET     the function attribute that turns the instruction set on
//   INLINE     static inline with TARGET
//   IS_BIASED  1 where its sums are over codes as stored, 128 more than the whole numbers
// and `sums_of_tile`, which writes the sums of 4 queries with 4 rows, query by query, and `sums_of_rows`, which writes the
// sums of one query with 16 rows and fetches those that come next. A stride is a multiple of 64.
#include <math.h>

#include "screen_variants.h"

// Bounds have the same bits everywhere only where no product is fused with a sum.
#pragma STDC FP_CONTRACT OFF

enum { LANES = 16, TILE = 4 };

/// How many bytes ahead codes are fetched: the processor itself does not look far enough to keep its memory busy.
enum { AHEAD = 12288 };

/// What the queries bring to the 16 sums of a tile.
typedef struct {
    _Alignas(64) int32_t offset[LANES];
    float product[LANES], length[LANES], error[LANES], limit[LANES];
} query_lanes;

/// What the rows bring to 16 sums.
typedef struct {
    _Alignas(64) float factor[LANES];
    float residual[LANES], length[LANES], addend[LANES];
} row_lanes;

INLINE void set_query(query_lanes *lanes, size_t from, size_t count, const helpdesk_screen_query *query) {
    for (size_t i = from; i < from + count; i++) {
        lanes->offset[i] = IS_BIASED ? 128 * query->total : 0;
        lanes->product[i] = query->product;
        lanes->length[i] = query->length;
        lanes->error[i] = query->error;
        lanes->limit[i] = query->limit;
    }
}

/// Writes the bounds and returns whether one is within its limit.
INLINE int bound(const int32_t *restrict sums, const query_lanes *restrict query, const row_lanes *restrict row,
                 float *restrict bounds) {
    int within = 0;
    for (size_t i = 0; i < LANES; i++) {
        // Sums of biased codes may have wrapped around; what is left after the offset has not.
        const float sum = (float)(int32_t)((uint32_t)sums[i] - (uint32_t)query->offset[i]);
        const float product = sum * query->product[i] * row->factor[i];
        const float error = query->length[i] * row->residual[i] + query->error[i] * row->length[i];
        bounds[i] = (row->addend[i] - product) - error;
        within |= bounds[i] <= query->limit[i];
    }
    return within;
}

/// Sixteen rows.
typedef struct {
    const uint8_t *codes[LANES], *next[LANES];  // next: those to fetch meanwhile
    uint32_t rows[LANES];
    row_lanes lanes;
} row_group;

INLINE void set_rows(row_group *group, const helpdesk_screen_request *request, size_t first, size_t ahead) {
    const size_t stride = request->stride;
    // As vectors these loops are gathers, which take longer.
#pragma clang loop vectorize(disable)
    for (size_t i = 0; i < LANES; i++) {
        // Behind the last row it is repeated, with a bound that is not a number and so within no limit.
        const int is_there = first + i < request->count;
        const size_t place = is_there ? first + i : request->count - 1;
        const size_t row = request->rows ? request->rows[place] : request->first + place;
        const size_t later = place + ahead < request->count ? place + ahead : place;
        group->rows[i] = (uint32_t)row;
        group->codes[i] = request->codes + row * stride;
        group->next[i] =
            request->rows ? request->codes + request->rows[later] * stride : group->codes[i] + ahead * stride;
        const helpdesk_screen_row *description = request->descriptions + row;
        group->lanes.factor[i] = description->factor;
        group->lanes.residual[i] = description->residual;
        group->lanes.length[i] = description->length;
        group->lanes.addend[i] = is_there ? description->addend : NAN;
    }
}

/// Repeats what four rows bring for each query of a tile.
INLINE void repeat_rows(row_lanes *four, const row_lanes *all, size_t from) {
    for (size_t query = 0; query < TILE; query++)
        for (size_t i = 0; i < TILE; i++) {
            four->factor[query * TILE + i] = all->factor[from + i];
            four->residual[query * TILE + i] = all->residual[from + i];
            four->length[query * TILE + i] = all->length[from + i];
            four->addend[query * TILE + i] = all->addend[from + i];
        }
}

TARGET size_t NAME(screen)(const helpdesk_screen_request *request, helpdesk_screen_hit *hits) {
    const size_t stride = request->stride, tiles = request->query_count / TILE;
    const size_t ahead = stride < AHEAD ? AHEAD / stride : 1;
    query_lanes queries[HELPDESK_SCREEN_QUERIES / TILE], single;
    for (size_t i = 0; i < tiles * TILE; i++)
        set_query(&queries[i / TILE], i % TILE * TILE, TILE, &request->queries[i]);
    row_group group;
    row_lanes four[TILE];
    _Alignas(64) int32_t sums[LANES];
    _Alignas(64) float bounds[LANES];
    size_t written = 0;
    for (size_t first = 0; first < request->count; first += LANES) {
        set_rows(&group, request, first, ahead);
        for (size_t part = 0; tiles > 0 && part < TILE; part++) repeat_rows(&four[part], &group.lanes, part * TILE);
        for (size_t tile = 0; tile < tiles; tile++) {
            const int8_t *values[TILE];
            for (size_t i = 0; i < TILE; i++) values[i] = request->queries[tile * TILE + i].values;
            for (size_t part = 0; part < TILE; part++) {
                sums_of_tile(group.codes + part * TILE, values, stride, sums);
                if (!bound(sums, &queries[tile], &four[part], bounds)) continue;
                for (size_t i = 0; i < LANES; i++)
                    if (bounds[i] <= queries[tile].limit[i])
                        hits[written++] = (helpdesk_screen_hit){.bound = bounds[i],
                                                                .row = group.rows[part * TILE + i % TILE],
                                                                .query = (uint32_t)(tile * TILE + i / TILE)};
            }
        }
        for (size_t query = tiles * TILE; query < request->query_count; query++) {
            set_query(&single, 0, LANES, &request->queries[query]);
            sums_of_rows(group.codes, group.next, request->queries[query].values, stride, sums);
            if (!bound(sums, &single, &group.lanes, bounds)) continue;
            for (size_t i = 0; i < LANES; i++)
                if (bounds[i] <= single.limit[i])
                    hits[written++] =
                        (helpdesk_screen_hit){.bound = bounds[i], .row = group.rows[i], .query = (uint32_t)query};
        }
    }
    return written;
}
