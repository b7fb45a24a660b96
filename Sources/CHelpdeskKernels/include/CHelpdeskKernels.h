// Everything the Swift targets of this package see of the kernels. Internal to the package: no stable API.
#ifndef CHELPDESKKERNELS_H
#define CHELPDESKKERNELS_H

#include "helpdesk_code_kernels.h"
#include "helpdesk_cpu.h"
#include "helpdesk_encoder_kernels.h"
#include "helpdesk_plane_kernels.h"
#include "helpdesk_quantized_kernels.h"
#include "helpdesk_screen_kernels.h"
#include "helpdesk_vector_kernels.h"

#endif
