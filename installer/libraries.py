"""System libraries that Qt opens on Linux: found by trying, installed where that is allowed."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from pathlib import Path

from installer.shell import Problem, Shell, apt_install

ALWAYS = {  # each library with its Debian package
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether a Linux desktop shows windows here."""
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def wanted(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the libraries that Qt opens here, each with its Debian package."""
    x11 = FOR_X11 if environ.get("DISPLAY") else {}
    wayland = FOR_WAYLAND if environ.get("WAYLAND_DISPLAY") else {}
    return {**ALWAYS, **x11, **wayland}


def loads(library: str) -> bool:
    """Tell whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(
    libraries: Mapping[str, str], shell: Shell, *, has: Callable[[str], bool] = loads
) -> None:
    """Have these libraries installed, or raise a Problem that names what is missing."""
    missing = {name: package for name, package in libraries.items() if not has(name)}
    if missing and shell.may_use_apt() and apt_install(sorted(missing.values()), shell):
        missing = {name: package for name, package in missing.items() if not has(name)}
    if missing:
        raise Problem(
            f"Qt needs system libraries that are missing: {', '.join(sorted(missing))}.",
            f"{remedy(missing, shell)}\nThen start again.",
        )


def remedy(missing: Mapping[str, str], shell: Shell) -> str:
    """Return the exact command that installs what is missing, where one is known."""
    if shell.find("apt-get"):
        return f"Run: sudo apt-get install {' '.join(sorted(missing.values()))}"
    installer = shell.find("dnf") or shell.find("zypper")
    if installer:
        names = " ".join(f"'{name}()(64bit)'" for name in sorted(missing))
        return f"Run: sudo {Path(installer).name} install {names}"
    return "Install the packages that hold them with your system's package manager."
