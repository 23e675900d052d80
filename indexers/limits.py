"""Limits on a worker process: memory, time of work, and no longer life than its parent's."""

import ctypes
import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import connection, parent_process, resource_tracker
from threading import Thread
from typing import Final

_KINDNESS: Final = 5
_BELOW_NORMAL: Final = 0x4000
OUT_OF_TIME: Final = 1 if sys.platform == "win32" else -signal.SIGALRM
"""The exit code of a process that worked too long: faulthandler's own, or the alarm's."""


def limit_memory(most: int) -> None:
    """Make this process fail rather than use more than `most` bytes of memory."""
    if sys.platform == "win32":
        _limit_memory_of_job(most)
    else:
        import resource  # noqa: PLC0415 - there is none on Windows

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (lowest, hard))


def give_way() -> None:
    """Let the window, and whatever else people wait for, go before this process."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), _BELOW_NORMAL)
    else:
        os.nice(_KINDNESS)


def be_silent() -> None:
    """Throw away what this process writes to stderr: libraries quote what they stumble over."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


@contextmanager
def out_of_earshot() -> Iterator[None]:
    """Let processes that start here not hear Ctrl+C: it is meant for their parent, who ends them.

    They would print where it met them, for they are still loading when somebody thinks better.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # when it starts it lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def die_with_parent() -> None:
    """End this process when its parent ends, however that ends."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(0)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End the process with OUT_OF_TIME where the block works longer.

    The system's alarm ends it, or on Windows a thread of C code: so this holds even where other C
    code keeps Python's lock. The alarm needs no thread, for which each file would have to wait.
    """
    if sys.platform == "win32":
        with _watched(seconds):
            yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    with open(os.devnull, "w", encoding="ascii") as nowhere:  # noqa: PTH123 - no path of anybody's
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("Basic", _Basic),
        ("IoCounters", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


_PROCESS_MEMORY: Final = 0x100
_EXTENDED_LIMITS: Final = 9

if sys.platform == "win32":

    def _limit_memory_of_job(most: int) -> None:
        """Put this process into a job of its own that limits its memory; raises OSError."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetInformationJobObject.argtypes = (
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.c_uint32,
        )
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        limits = _Extended()
        limits.Basic.LimitFlags = _PROCESS_MEMORY
        limits.ProcessMemoryLimit = most
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        is_set = job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), size
        )
        if not is_set or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())
