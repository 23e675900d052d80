"""Accounts and owners on Windows, through its own calls; never tried off Windows.

Names come from the security identifier, with their domain; nobody can rename it for themselves.
"""

import ctypes
import sys
from typing import Final

if sys.platform == "win32":
    from ctypes import wintypes

_USER: Final = 1
"""SidTypeUser; a group, such as Administrators, is nobody in particular."""
_FILE_OBJECT: Final = 1
_OWNER: Final = 1
_TOKEN_USER: Final = 1
_TOKEN_QUERY: Final = 8


if sys.platform == "win32":

    def account_of_process() -> str:
        """Return the account that this process's token names."""
        advapi, kernel = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        token = wintypes.HANDLE()
        process = wintypes.HANDLE(kernel.GetCurrentProcess())
        if not advapi.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
            raise ctypes.WinError()
        try:
            length = wintypes.DWORD()
            advapi.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(length))
            told = ctypes.create_string_buffer(length.value)
            if not advapi.GetTokenInformation(
                token, _TOKEN_USER, told, length, ctypes.byref(length)
            ):
                raise ctypes.WinError()
            sid = ctypes.cast(told, ctypes.POINTER(ctypes.c_void_p)).contents
            return _name_of(sid) or "unknown"
        finally:
            kernel.CloseHandle(token)

    def owner_of_file(path: str) -> str | None:
        """Return the person that owns a file; None where a group does, or nobody can tell."""
        advapi, kernel = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        sid, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        failed = advapi.GetNamedSecurityInfoW(
            ctypes.c_wchar_p(path),
            _FILE_OBJECT,
            _OWNER,
            ctypes.byref(sid),
            None,
            None,
            None,
            ctypes.byref(descriptor),
        )
        if failed:
            return None
        try:
            return _name_of(sid)
        finally:
            kernel.LocalFree(descriptor)

    def _name_of(sid: ctypes.c_void_p) -> str | None:
        advapi = ctypes.WinDLL("advapi32")
        name, domain = ctypes.create_unicode_buffer(256), ctypes.create_unicode_buffer(256)
        lengths = (wintypes.DWORD(256), wintypes.DWORD(256))
        kind = wintypes.DWORD()
        found = advapi.LookupAccountSidW(
            None,
            sid,
            name,
            ctypes.byref(lengths[0]),
            domain,
            ctypes.byref(lengths[1]),
            ctypes.byref(kind),
        )
        return f"{domain.value}\\{name.value}" if found and kind.value == _USER else None
