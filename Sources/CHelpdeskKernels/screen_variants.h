// The variants of the screening kernels, one for each instruction set.
#ifndef SCREEN_VARIANTS_H
#define SCREEN_VARIANTS_H

#include "helpdesk_screen_kernels.h"

#define DECLARE(isa) \
    size_t helpdesk_screen_##isa(const helpdesk_screen_request *request, helpdesk_screen_hit *hits)

DECLARE(scalar);
#if defined(__x86_64__)
DECLARE(avx2);
DECLARE(avx512);
DECLARE(avx512_vnni);
#endif
#if defined(__aarch64__)
DECLARE(neon);
DECLARE(neon_dot);
#endif

#undef DECLARE

#endif
