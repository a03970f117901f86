"""Knows how this process takes over what the program's old one held for it: signal handlers, exit callbacks, …

Must not know frames; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from typing import Any, Dict
else:
    import _signal as signal  # the same functions, without the enumerations that take long to import

__all__ = ["arrived", "take"]


def take(held: Dict[str, Any]) -> None:
    """Put back what `_process.held` has found. Only before the program goes on, in the main thread."""
    for name in held.get("imported", ()):
        try:
            __import__(name)
        except ImportError:
            continue  # what the program holds is there; this it has only imported, and will be told when it uses it
    if "modules" in held:
        from sys import modules

        modules.update(held["modules"])
    if "hooks" in held:
        from . import hooks

        hooks.take(held["hooks"])
    if "patches" in held or "deleted" in held or "amended" in held:
        from . import patches

        patches.take(held)
    if "tables" in held:
        from .objects import standing

        for home, name, contents in held["tables"]:
            table = standing(home, name)
            table.clear()
            (table.update if type(contents) is dict else table.extend)(contents)
    if "stores" in held:
        from sys import modules

        for name, told in held["stores"].items():
            loader = getattr(modules.get(name), "__loader__", None)
            if hasattr(loader, "pyteleport_source"):
                loader.pyteleport_stores = told  # type: ignore[union-attr]
    if "copyreg" in held:
        import copyreg

        copyreg.dispatch_table.update(held["copyreg"])
    if "environ" in held:
        from os import environb

        for name, value in held["environ"].items():
            if value is None:
                environb.pop(name, None)
            else:
                environb[name] = value
    if "umask" in held:
        from os import umask

        umask(held["umask"])
    if "settings" in held:
        from . import settings

        settings.take(held["settings"])
    if "random" in held:
        import random

        random.setstate(held["random"])
    if "decimal" in held:
        import decimal

        decimal.setcontext(held["decimal"])
    if "signals" in held:
        for number, handler in held["signals"].items():
            try:
                signal.signal(number, handler)
            except (OSError, ValueError) as error:
                raise RuntimeError("the handler of signal %d can't be set: %s" % (number, error)) from None
    if "atexit" in held:
        import atexit

        for function, arguments, keywords in held["atexit"]:
            atexit.register(function, *arguments, **keywords)
    from sys import modules

    modules[__package__.rpartition(".")[0] + "._read"].take(held.get("read", ()))


def arrived() -> None:
    """Tell the program that it is there. After the handover, because this runs code of the program's."""
    from sys import modules

    hooks = modules.get(__package__ + ".hooks")
    if hooks is not None:
        hooks.arrive()
