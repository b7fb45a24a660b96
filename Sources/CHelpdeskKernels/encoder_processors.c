#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include <sched.h>
#include <unistd.h>

#include "helpdesk_encoder_kernels.h"

size_t helpdesk_available_processors(void) {
#if defined(__linux__)
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0) {
        const int count = CPU_COUNT(&set);
        if (count > 0) return (size_t)count;
    }
#endif
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (size_t)count : 1;
}

void helpdesk_pause(intptr_t *spins) {
    // As long as a step of a forward pass may take; then somebody else may need the processor more.
    if (++*spins > 4000) {
        sched_yield();
        return;
    }
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("isb");
#endif
}
