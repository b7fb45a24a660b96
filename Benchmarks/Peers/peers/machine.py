"""What the numbers were measured on."""

import os
import pathlib
import platform
import subprocess


def describe():
    """The machine in words: processor, cores, instruction sets, memory, system, compilers."""
    info = pathlib.Path("/proc/cpuinfo")
    fields = {}
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            name, colon, value = line.partition(":")
            if colon:
                fields.setdefault(name.strip(), value.strip())
    flags = set(fields.get("flags", fields.get("Features", "")).split())
    known = {"avx2": "AVX2", "avx512f": "AVX-512", "avx512_vnni": "AVX-512 VNNI", "avx_vnni": "AVX VNNI",
             "amx_tile": "AMX", "asimd": "NEON", "asimddp": "NEON dot product", "i8mm": "NEON i8mm"}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": fields.get("model name", platform.processor() or platform.machine()),
        "cores": len(os.sched_getaffinity(0)),
        "instruction sets": ", ".join(text for flag, text in known.items() if flag in flags) or "unknown",
        "virtual": "hypervisor" in flags,
        "memory GiB": round(memory, 1),
        "system": system(),
        "swift": first_line(["swift", "--version"]),
        "python": platform.python_version(),
    }


def system():
    release = pathlib.Path("/etc/os-release")
    if release.exists():
        for line in release.read_text(encoding="utf-8").splitlines():
            if line.startswith("PRETTY_NAME="):
                return line.partition("=")[2].strip('"')
    return platform.platform()


def first_line(command):
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except OSError:
        return "not found"
    return (result.stdout.strip().splitlines() or ["unknown"])[0]


def version_of(distribution):
    """The installed version of a distribution, or None."""
    from importlib import metadata

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
