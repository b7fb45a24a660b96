#include "helpdesk_cpu.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

int helpdesk_supports(helpdesk_isa isa) {
    switch (isa) {
    case HELPDESK_SCALAR:
        return 1;
#if defined(__x86_64__)
    case HELPDESK_AVX2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
    case HELPDESK_AVX512:
        return helpdesk_supports(HELPDESK_AVX2) && __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    case HELPDESK_AVX512_VNNI:
        return helpdesk_supports(HELPDESK_AVX512) && __builtin_cpu_supports("avx512vnni");
#endif
#if defined(__aarch64__)
    case HELPDESK_NEON:
        return 1;
    case HELPDESK_NEON_DOT:
#if defined(__linux__)
        // The bit of the auxiliary vector that the kernel calls HWCAP_ASIMDDP.
        return (getauxval(AT_HWCAP) & 1ul << 20) != 0;
#elif defined(__ARM_FEATURE_DOTPROD)
        return 1;
#else
        return 0;
#endif
#endif
    default:
        return 0;
    }
}

helpdesk_isa helpdesk_whole_number_isa(helpdesk_isa isa) {
    const helpdesk_isa extended = isa == HELPDESK_AVX512 ? HELPDESK_AVX512_VNNI
                                  : isa == HELPDESK_NEON ? HELPDESK_NEON_DOT
                                                         : isa;
    return helpdesk_supports(extended) ? extended : isa;
}

helpdesk_isa helpdesk_best_isa(void) {
    static const helpdesk_isa order[] = {HELPDESK_AVX512, HELPDESK_AVX2, HELPDESK_NEON};
    for (unsigned i = 0; i < sizeof order / sizeof order[0]; i++)
        if (helpdesk_supports(order[i])) return order[i];
    return HELPDESK_SCALAR;
}
