// The kernels of each instruction set, behind the functions of helpdesk_plane_kernels.h.
#ifndef PLANE_VARIANTS_H
#define PLANE_VARIANTS_H

#include "helpdesk_plane_kernels.h"

#define HELPDESK_DECLARE_PLANE_VARIANT(suffix)                                                                         \
    void helpdesk_plane_products_##suffix(const helpdesk_planes *planes, const int16_t *values, double scale,          \
                                          int coarse, const uint32_t *rows, size_t first, size_t count,                \
                                          double *products);                                                           \
    int helpdesk_plane_is_near_##suffix(const helpdesk_planes *planes, const helpdesk_plane_group *group,              \
                                        uint32_t row, double length, double least, double factor);

HELPDESK_DECLARE_PLANE_VARIANT(scalar)
#if defined(__x86_64__)
HELPDESK_DECLARE_PLANE_VARIANT(avx2)
HELPDESK_DECLARE_PLANE_VARIANT(avx512)
HELPDESK_DECLARE_PLANE_VARIANT(avx512_vnni)
#endif
#if defined(__aarch64__)
HELPDESK_DECLARE_PLANE_VARIANT(neon)
HELPDESK_DECLARE_PLANE_VARIANT(neon_dot)
#endif

#endif
