"""Knows what modules are like that were just imported: a new interpreter is asked, or the module's own code where it says so plainly.

Must not know the program: what it has done to its modules shows in the difference.
"""

from __future__ import annotations

import marshal
import sys
from opcode import opmap
from types import CodeType

from . import _stores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Dict, List, Optional, Sequence, Set, Tuple

__all__ = ["UNKNOWN", "Given", "ask", "given", "look"]

UNKNOWN = ("unknown",)
_SECONDS = 60


def look(wanted: Sequence[Tuple[str, Tuple[str, ...], bool]], bring: bool) -> List[Any]:
    """What each attribute is, in words that are equal in two processes where nobody has changed it; None for what is not there.

    Of a container with `True` beside it each item is told. This runs alone in the new interpreter, so it refers to nothing.
    """
    import sys

    plain = (int, float, complex, bool, str, bytes, type(None), type(...), range)
    shown = {
        "decimal": ("Decimal",),
        "fractions": ("Fraction",),
        "datetime": ("datetime", "date", "time", "timedelta"),
        "pathlib": ("PosixPath", "PurePosixPath"),
        "uuid": ("UUID",),
        "re": ("Pattern",),
    }

    def tell(value: Any, depth: int = 0) -> Any:
        kind = type(value)
        if kind in plain or kind.__name__ in shown.get(kind.__module__.partition(".")[0], ()):
            return kind.__name__, repr(value)
        if depth < 20 and kind in (tuple, list):
            return kind.__name__, [tell(one, depth + 1) for one in value]
        if depth < 20 and kind in (set, frozenset):
            return kind.__name__, sorted(repr(tell(one, depth + 1)) for one in value)
        if depth < 20 and kind is dict:
            return "dict", [(tell(key, depth + 1), tell(one, depth + 1)) for key, one in value.items()]
        if kind is type(sys):
            return "module", value.__name__
        if isinstance(value, type) or kind in (type(tell), type(len)):
            return "named", str(getattr(value, "__module__", None)), value.__qualname__
        return "instance", kind.__module__, kind.__qualname__

    found: List[Any] = []
    for module, names, items in wanted:
        try:
            if bring:
                __import__(module)
            value: Any = sys.modules[module]
            for name in names:
                value = value.__dict__[name]
        except KeyError:
            found.append(None)
            continue
        except BaseException:
            found.append(("unknown",))
            continue
        if items and type(value) is dict:
            found.append([(tell(key), tell(one)) for key, one in value.items()])
        elif items and type(value) in (list, set):
            found.append([tell(one) for one in value])
        else:
            found.append(tell(value))
    return found


#: What the new interpreter is given to run. What the modules print while they are imported goes to stderr.
_BEGIN = """
import marshal, os, sys
out = os.dup(1)
os.dup2(2, 1)
code, wanted, sys.path[:] = marshal.load(sys.stdin.buffer)
found = type(lambda: 0)(code, globals())(wanted, True)
with open(out, "wb") as stream:
    stream.write(marshal.dumps(found, 2))
    os.close(1)
os._exit(0)
"""


def ask(wanted: Sequence[Tuple[str, Tuple[str, ...], bool]]) -> List[Any]:
    """What `look` finds in a new interpreter, that is started as this one was; `UNKNOWN` for all if there is no answer."""
    from .targets import interpreter_flags

    path = [entry for entry in sys.path if isinstance(entry, str)]
    question = marshal.dumps((look.__code__, [tuple(one) for one in wanted], path), 2)
    try:
        found = marshal.loads(_run([sys.executable, *interpreter_flags(), "-c", _BEGIN], question))
    except (OSError, ValueError, EOFError, TypeError):
        found = None
    return found if isinstance(found, list) and len(found) == len(wanted) else [UNKNOWN] * len(wanted)


def _run(command: List[str], question: bytes) -> bytes:
    """What a command answers. Not by `subprocess`, which the program may have changed."""
    import os
    import select

    from . import _process

    far_read, write = os.pipe()
    read, far_write = os.pipe()
    null = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    actions = [null, (os.POSIX_SPAWN_DUP2, far_read, 0), (os.POSIX_SPAWN_DUP2, far_write, 1)]
    try:
        environment = _process.first_environment() or os.environ
        pid = os.posix_spawn(command[0], command, environment, file_actions=actions)
    except OSError:
        os.close(read)
        os.close(write)
        raise
    finally:
        os.close(far_read)
        os.close(far_write)
    answer = b""
    try:
        with open(write, "wb", 0) as stream:
            stream.write(question)
        while select.select([read], [], [], _SECONDS)[0]:
            more = os.read(read, 1 << 16)
            if not more:
                break
            answer += more
    finally:
        os.close(read)
        os.kill(pid, 9)
        os.waitpid(pid, 0)
    return answer


class Given:
    """What the code of a module's body says of its variables.

    `constants` has for each name that is set there what it is set to, None where that is computed; `own` are the names that
    its functions set; `is_open` says that names may come in other ways too.
    """

    def __init__(self, code: CodeType) -> None:
        self.constants: Dict[str, Optional[List[object]]] = {}
        self.own: Set[str] = set()
        self.is_open = bool(
            {"globals", "exec", "setattr", "__getattr__", "locals", "vars"} & set(code.co_names)
        )
        self.body(code)
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.function(constant)

    def body(self, code: CodeType) -> None:
        last: Optional[object] = None
        is_constant = False
        for operation, argument in _stores.instructions(code):
            if operation in _KEEP:
                name = code.co_names[argument]
                known = self.constants.setdefault(name, [])
                if not is_constant:
                    self.constants[name] = None
                elif known is not None:
                    known.append(last)
            elif operation in _DROP:
                self.constants[code.co_names[argument]] = None
            elif operation == _STAR or operation == _INTRINSIC and argument == _INTRINSIC_STAR:
                self.is_open = True
            is_constant = operation in (_CONSTANT, _SMALL)
            if is_constant:
                last = code.co_consts[argument] if operation == _CONSTANT else argument

    def function(self, code: CodeType) -> None:
        if "globals" in code.co_names:
            self.is_open = True
        for operation, argument in _stores.instructions(code) if _GLOBAL in code.co_code[::2] else ():
            if operation == _GLOBAL or operation == _DROP_GLOBAL:
                self.own.add(code.co_names[argument])
        for constant in code.co_consts:
            if isinstance(constant, CodeType):
                self.function(constant)


_KEEP = frozenset((opmap["STORE_NAME"], opmap["STORE_GLOBAL"]))
_DROP = frozenset((opmap["DELETE_NAME"], opmap["DELETE_GLOBAL"]))
_GLOBAL, _DROP_GLOBAL = opmap["STORE_GLOBAL"], opmap["DELETE_GLOBAL"]
_STAR, _INTRINSIC, _INTRINSIC_STAR = opmap.get("IMPORT_STAR", -1), opmap.get("CALL_INTRINSIC_1", -1), 2
_CONSTANT, _SMALL = opmap["LOAD_CONST"], opmap.get("LOAD_SMALL_INT", -1)

_given: Dict[str, Optional[Given]] = {}


def given(name: str, module: ModuleType) -> Optional[Given]:
    """What the body of an imported module says, or None where its code can't be had."""
    if name not in _given:
        code = body(name, module)
        _given[name] = None if code is None else Given(code)
    return _given[name]


def body(name: str, module: ModuleType) -> Optional[CodeType]:
    """The code of a module's body, from where the interpreter's own loaders have it."""
    loader = module.__dict__.get("__loader__")
    kind = loader if isinstance(loader, type) else type(loader)
    if kind.__module__ not in (
        "_frozen_importlib",
        "_frozen_importlib_external",
        "zipimport",
        "pyteleport.arrival.objects",
    ):
        return None
    try:
        code = loader.get_code(getattr(module.__dict__.get("__spec__"), "name", None) or name)  # type: ignore[union-attr]
    except Exception:
        return None
    return code if isinstance(code, CodeType) else None
