"""What a contestant measures of itself."""

import ctypes
import gc
import time


def resident_bytes():
    """The memory this process holds now, what the allocator keeps for later given back first."""
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except AttributeError:
        pass  # another C library than glibc
    return status_bytes("VmRSS:")


def peak_bytes():
    """The most memory this process has held. Not getrusage's: that begins with what the parent held."""
    return status_bytes("VmHWM:")


def status_bytes(field):
    """A field of the kernel's account of this process, in bytes; 0 where it is not told."""
    with open("/proc/self/status", encoding="ascii") as status:
        for line in status:
            if line.startswith(field):
                return int(line.split()[1]) * 1024
    return 0


class Stopwatch:
    """Seconds by the wall clock and of processor time of all threads, of a `with` block."""

    def __enter__(self):
        self._wall, self._cpu = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_):
        self.seconds = time.perf_counter() - self._wall
        self.cpu_seconds = time.process_time() - self._cpu
