// Which instruction set the kernels use. Internal to the package: no stable API.
#ifndef HELPDESK_CPU_H
#define HELPDESK_CPU_H

/// Instruction sets with kernels of their own. Every kernel exists for HELPDESK_SCALAR.
typedef enum {
    HELPDESK_SCALAR = 0,
    HELPDESK_AVX2 = 1,         // AVX2 + FMA + F16C
    HELPDESK_AVX512 = 2,       // AVX-512 F + BW + DQ + VL
    HELPDESK_AVX512_VNNI = 3,  // and VNNI: for kernels of whole numbers only
    HELPDESK_NEON = 4,
    HELPDESK_NEON_DOT = 5,     // and the dot product of Armv8.2: for kernels of whole numbers only
} helpdesk_isa;

/// The instruction set that extends another for products of whole numbers, where this processor has it; else the same.
helpdesk_isa helpdesk_whole_number_isa(helpdesk_isa isa);

/// The best instruction set of this processor. Pure: asks the processor each time, keeps nothing.
helpdesk_isa helpdesk_best_isa(void);

/// Whether this processor can run the kernels of an instruction set.
int helpdesk_supports(helpdesk_isa isa);

#endif
