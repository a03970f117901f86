"""Move a running Python program to another process or machine.

Knows the public names and where they live; must not load any of it (nor the engine, nor cloudpickle) before it is used, but for what
notes the files that are read.

    import pyteleport

    pyteleport.teleport("ssh host")     # from here on the program runs on host
"""

from __future__ import annotations

from . import _read as _read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._explain import explain as explain
    from ._fork import Fork as Fork
    from ._hooks import by_value as by_value
    from ._hooks import leave as leave
    from ._hooks import on_arrival as on_arrival
    from ._hooks import on_departure as on_departure
    from ._hooks import register as register
    from ._hop import dump as dump
    from ._hop import fork_shell as fork_shell
    from ._hop import teleport as teleport
    from ._hop import tp_bash as tp_bash
    from ._hop import tp_dummy as tp_dummy
    from ._hop import tp_shell as tp_shell
    from ._pickles import dumps as dumps
    from ._pickles import load as load
    from ._pickles import loads as loads
    from .arrival.left import LeftBehind as LeftBehind
    from .arrival.left import LeftBehindError as LeftBehindError
    from .errors import CaptureError as CaptureError
    from .errors import LinkError as LinkError
    from .errors import NativeFrameError as NativeFrameError
    from .errors import RestoreError as RestoreError
    from .errors import TargetError as TargetError
    from .errors import TeleportError as TeleportError
    from .errors import UnsupportedObjectError as UnsupportedObjectError
    from .targets import Command as Command
    from .targets import Shell as Shell
    from .targets import Target as Target

__version__ = "1.0.0.dev0"

_HOMES = {
    "Command": "targets",
    "Shell": "targets",
    "Target": "targets",
    "Fork": "_fork",
    "dump": "_hop",
    "fork_shell": "_hop",
    "teleport": "_hop",
    "tp_bash": "_hop",
    "tp_dummy": "_hop",
    "tp_shell": "_hop",
    "CaptureError": "errors",
    "LinkError": "errors",
    "NativeFrameError": "errors",
    "RestoreError": "errors",
    "TargetError": "errors",
    "TeleportError": "errors",
    "UnsupportedObjectError": "errors",
    "by_value": "_hooks",
    "leave": "_hooks",
    "on_arrival": "_hooks",
    "on_departure": "_hooks",
    "register": "_hooks",
    "LeftBehind": "arrival.left",
    "LeftBehindError": "arrival.left",
    "explain": "_explain",
    "dumps": "_pickles",
    "load": "_pickles",
    "loads": "_pickles",
}

__all__ = [
    "CaptureError",
    "Command",
    "Fork",
    "LeftBehind",
    "LeftBehindError",
    "LinkError",
    "NativeFrameError",
    "RestoreError",
    "Shell",
    "Target",
    "TargetError",
    "TeleportError",
    "UnsupportedObjectError",
    "by_value",
    "dump",
    "dumps",
    "explain",
    "fork_shell",
    "leave",
    "load",
    "loads",
    "on_arrival",
    "on_departure",
    "register",
    "teleport",
    "tp_bash",
    "tp_dummy",
    "tp_shell",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError("module %r has no attribute %r" % (__name__, name))
    module = __import__(__name__ + "." + home, fromlist=[name])
    value = getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
