"""Who may look into a folder on Windows, by its access list; never tried off Windows.

A folder counts as open where the access list lets Everyone, all who sign in, or all users read.
"""

import ctypes
import sys
from typing import Final

if sys.platform == "win32":
    from ctypes import wintypes

_FILE_OBJECT: Final = 1
_DACL: Final = 4
_READS: Final = 0x1
"""FILE_LIST_DIRECTORY."""
_EVERYBODY: Final = (1, 17, 27)
"""WinWorldSid, WinAuthenticatedUserSid, WinBuiltinUsersSid."""
_SID_BYTES: Final = 68
_BY_SID: Final = 0


if sys.platform == "win32":

    class _Trustee(ctypes.Structure):
        _fields_ = (
            ("multiple", ctypes.c_void_p),
            ("operation", ctypes.c_int),
            ("form", ctypes.c_int),
            ("type", ctypes.c_int),
            ("name", ctypes.c_void_p),
        )

    def is_open_on_windows(path: str) -> bool:
        """Return whether everybody may list a folder; False where the system does not tell."""
        advapi, kernel = ctypes.WinDLL("advapi32"), ctypes.WinDLL("kernel32")
        acl, descriptor = ctypes.c_void_p(), ctypes.c_void_p()
        failed = advapi.GetNamedSecurityInfoW(
            ctypes.c_wchar_p(path),
            _FILE_OBJECT,
            _DACL,
            None,
            None,
            ctypes.byref(acl),
            None,
            ctypes.byref(descriptor),
        )
        if failed:
            return False
        try:
            if not acl:
                return True  # no list at all lets everybody in
            return any(_may_read(advapi, acl, kind) for kind in _EVERYBODY)
        finally:
            kernel.LocalFree(descriptor)

    def _may_read(advapi: ctypes.WinDLL, acl: ctypes.c_void_p, kind: int) -> bool:
        sid = ctypes.create_string_buffer(_SID_BYTES)
        size = wintypes.DWORD(_SID_BYTES)
        if not advapi.CreateWellKnownSid(kind, None, sid, ctypes.byref(size)):
            return False
        name = ctypes.cast(sid, ctypes.c_void_p)
        trustee = _Trustee(None, 0, _BY_SID, 0, name)
        rights = wintypes.DWORD()
        failed = advapi.GetEffectiveRightsFromAclW(acl, ctypes.byref(trustee), ctypes.byref(rights))
        return not failed and bool(rights.value & _READS)
