"""Knows how to load the engine, and for which interpreters it is.

Must not know what the engine does.
"""

from __future__ import annotations

import sys

from .errors import TeleportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional

__all__ = ["engine"]

SUPPORTED = "CPython 3.8 to 3.15 (release builds with the global interpreter lock, 64-bit Linux)"


def engine() -> Any:
    """The native engine.

    Raises:
        TeleportError: this interpreter is not one that the engine knows, or the installation is incomplete.
    """
    global _loaded
    if _loaded is not None:
        return _loaded
    reason = _why_not()
    if reason is not None:
        raise TeleportError(
            "this is %s; pyteleport supports %s." % (reason, SUPPORTED),
            "run the program with one of those",
            "unsupported",
        )
    _have_an_environment()
    try:
        from . import _engine
    except ImportError as error:
        raise TeleportError(
            "this installation of pyteleport lacks its engine (%s)." % error,
            "install it again: pip install --force-reinstall pyteleport",
            "no-engine",
        ) from None
    _loaded = _engine
    return _engine


_loaded: Any = None


def _have_an_environment() -> None:
    """Let C's `environ` be no null pointer, which `os.environ.clear()` makes of it from 3.15 on: Swift's runtime reads it when it is loaded."""
    from os import environ, putenv, unsetenv

    if not environ:
        putenv("PYTELEPORT", "")
        unsetenv("PYTELEPORT")


def _why_not() -> Optional[str]:
    implementation = sys.implementation.name
    version = "%d.%d.%d" % sys.version_info[:3]
    if implementation != "cpython":
        return "%s %s" % (implementation, version)
    if not (3, 8) <= sys.version_info[:2] <= (3, 15):
        return "CPython %s" % version
    if sys.version_info.releaselevel != "final" and sys.version_info.releaselevel != "candidate":
        return "CPython %s %s" % (version, sys.version_info.releaselevel)
    if hasattr(sys, "gettotalrefcount"):
        return "a debug build of CPython"
    if "t" in sys.abiflags:
        return "a free-threaded build of CPython"
    if sys.maxsize < 1 << 32 or not sys.platform.startswith("linux"):
        return "CPython on %s with %d bits" % (sys.platform, 64 if sys.maxsize >= 1 << 32 else 32)
    return None
