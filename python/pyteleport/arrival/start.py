"""Knows how a rebuilt program is started, and how it ends: exit status, traceback and shutdown as if it had never moved.

Must not know where the program came from: it is the same for a link and for a file.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

__all__ = ["enter_directory", "enter_process", "start_from_hook"]


def enter_process(process: Dict[str, Any], same_place: bool) -> None:
    """Take over what belongs to the process: arguments, search path, recursion limit.

    Where the interpreter is another one, what it has of its own stands where the program's old one had its own.
    """
    sys.argv[:] = process["argv"]
    if same_place:
        sys.path[:] = process["path"]
    else:
        first = [one for one in process["path"][: process.get("first", 0)] if not _is_installed(one)]
        # What stands first here belongs to our own bootstrap, unless the interpreter is told to put nothing there.
        own = sys.path if getattr(sys.flags, "safe_path", sys.flags.isolated) else sys.path[1:]
        sys.path[:] = first + [one for one in own if one not in first]
        sys.path += [one for one in process["path"] if one and one not in sys.path]
    sys.setrecursionlimit(process["recursion_limit"])


def _is_installed(entry: str) -> bool:
    """Whether a directory is for distributions, which may be others here: what the interpreter here has goes first."""
    return entry.endswith(("site-packages", "dist-packages"))


def enter_directory(wanted: Optional[str], always: bool = False) -> None:
    """Go to the program's working directory if it is here, and nobody has chosen another: by a shell's own way one
    is in the home directory, or in the root of a container."""
    try:
        here = os.getcwd()
    except OSError:
        here = None
    if wanted is None or not (always or here in (None, os.sep, os.path.realpath(os.path.expanduser("~")))):
        return
    try:
        os.chdir(wanted)
    except OSError:
        pass


def forget_bootstrap() -> None:
    """Let no traceback show our bootstrap as the source of the program's `<string>` (3.13+ keeps what `-c` was given)."""
    known = sys.modules.get("linecache")
    for name in ("cache", "_interactive_cache"):
        sources: Any = getattr(known, name, None)
        for key in [
            key for key in sources or () if "<string>" in (key if isinstance(key, tuple) else (key,))
        ]:
            del sources[key]


def start_from_hook(holder: List[Callable[..., object]], interactive: bool) -> None:
    """Arrange for the program in `holder` to be run from `sys.excepthook`, and end the bootstrap script, so that no frame of it stays.

    The script is ended by a KeyboardInterrupt because only then does CPython (`_Py_UnhandledKeyboardInterrupt` in
    `Python/pythonrun.c`) end by SIGINT after an orderly shutdown if the hook returns, as an unmoved program does that ctrl-C ended. After an
    interactive session it would do so whatever ends that (3.13+), so there another exception ends the script.
    """
    hook = sys.excepthook

    def start(*error_of_ours: object) -> None:
        del error_of_ours
        sys.excepthook = hook
        forget_bootstrap()
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            sys.__dict__.pop(name, None)
        try:
            holder.pop()()
        except SystemExit as error:
            error.__traceback__ = None
            if interactive:
                _leave_session(error)
            raise
        except BaseException as error:
            trace = error.__traceback__.tb_next if error.__traceback__ else None
            error.__traceback__ = trace
            _show(error)
            if interactive or type(error) is KeyboardInterrupt:
                return
            raise SystemExit(1) from None
        if not interactive:
            raise SystemExit(0)

    sys.excepthook = start
    raise RuntimeError if interactive else KeyboardInterrupt


#: `sys.last_exc` (3.12+), which is not there before there was one.
_KEEPS_LAST_EXCEPTION = sys.version_info >= (3, 12)


def _show(error: BaseException) -> None:
    """Print an uncaught exception as the interpreter does: through the program's hook."""
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
    if _KEEPS_LAST_EXCEPTION:
        sys.last_exc = error  # type: ignore[attr-defined,unused-ignore]
    try:
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        pass
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit:
        raise
    except BaseException:
        print("Error in sys.excepthook:", file=sys.stderr)
        sys.__excepthook__(*sys.exc_info())
        print("\nOriginal exception was:", file=sys.stderr)
        sys.__excepthook__(type(error), error, error.__traceback__)


def _leave_session(error: SystemExit) -> None:
    """End an interactive session, which CPython itself would not do on a SystemExit that reaches it here."""
    import atexit
    import threading

    code = error.code
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            pass
    os._exit((code or 0) & 0xFF)
