// The variants of the distance kernels, one set for each instruction set.
#ifndef HELPDESK_VECTOR_VARIANTS_H
#define HELPDESK_VECTOR_VARIANTS_H

#include "helpdesk_vector_kernels.h"

float helpdesk_dot_scalar(const float *a, const float *b, size_t n);
float helpdesk_squared_distance_scalar(const float *a, const float *b, size_t n);

#if defined(__x86_64__)
float helpdesk_dot_avx2(const float *a, const float *b, size_t n);
float helpdesk_squared_distance_avx2(const float *a, const float *b, size_t n);
float helpdesk_dot_avx512(const float *a, const float *b, size_t n);
float helpdesk_squared_distance_avx512(const float *a, const float *b, size_t n);
#endif

#if defined(__aarch64__)
float helpdesk_dot_neon(const float *a, const float *b, size_t n);
float helpdesk_squared_distance_neon(const float *a, const float *b, size_t n);
#endif

#endif
