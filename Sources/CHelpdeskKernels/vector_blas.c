#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif
#include "helpdesk_vector_kernels.h"
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

// A function pointer from dlsym without a cast that C forbids.
#define FIND(handle, name, function)                                                                                   \
    do {                                                                                                               \
        void *address = dlsym((handle), (name));                                                                       \
        memcpy(&(function), &address, sizeof address);                                                                 \
    } while (0)

static void copy(char *to, size_t size, const char *from) { snprintf(to, size, "%s", from ? from : ""); }

void helpdesk_describe_blas(helpdesk_blas_description *description) {
    memset(description, 0, sizeof *description);
    void *product = dlsym(RTLD_DEFAULT, "cblas_sgemm");
    if (!product) return;
    // More than one BLAS may be in the process (LAPACK can bring its own): only the one that the products come from,
    // and the libraries it is made of, are asked.
    Dl_info info;
    if (!dladdr(product, &info) || !info.dli_fname) return;
    copy(description->path, sizeof description->path, info.dli_fname);
    void *handle = dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
    void *scope = handle ? handle : RTLD_DEFAULT;

    const char *(*text)(void) = NULL;
    int (*number)(void) = NULL;
    void (*fill)(char *, int) = NULL;
    if (dlsym(scope, "openblas_get_config")) {
        description->kind = HELPDESK_BLAS_OPENBLAS;
        FIND(scope, "openblas_get_config", text);
        copy(description->version, sizeof description->version, text());
        FIND(scope, "openblas_get_num_threads", number);
        if (number) description->threads = number();
    } else if (dlsym(scope, "bli_info_get_version_str")) {
        description->kind = HELPDESK_BLAS_BLIS;
        FIND(scope, "bli_info_get_version_str", text);
        copy(description->version, sizeof description->version, text());
        // A BLIS integer may be 32 or 64 bits wide; the low half holds the count on every little-endian machine.
        FIND(scope, "bli_thread_get_num_threads", number);
        if (number) description->threads = number();
    } else if (dlsym(scope, "MKL_Get_Version_String")) {
        description->kind = HELPDESK_BLAS_MKL;
        FIND(scope, "MKL_Get_Version_String", fill);
        fill(description->version, (int)sizeof description->version - 1);
        FIND(scope, "MKL_Get_Max_Threads", number);
        if (number) description->threads = number();
    } else if (dlsym(scope, "ATL_buildinfo") || dlsym(scope, "ATL_sgemm")) {
        description->kind = HELPDESK_BLAS_ATLAS;
    } else if (strstr(description->path, "Accelerate") || strstr(description->path, "vecLib")) {
        description->kind = HELPDESK_BLAS_ACCELERATE;
    } else {
        const char *name = strrchr(description->path, '/');
        name = name ? name + 1 : description->path;
        if (!strncmp(name, "libblas.", 8) || !strncmp(name, "libcblas.", 9) || !strncmp(name, "librefblas.", 11)) {
            description->kind = HELPDESK_BLAS_REFERENCE;
            description->threads = 1;
        }
    }
    if (handle) dlclose(handle);
    // MKL pads its text with blanks.
    for (size_t end = strlen(description->version); end > 0 && description->version[end - 1] == ' '; end--)
        description->version[end - 1] = 0;
}
