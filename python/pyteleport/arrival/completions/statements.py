"""Knows what is to be done when the inner frame belongs to statements and attributes: imports, `with`, names.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

from . import Completion, Operands, again, call, raising, result, stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional, Tuple

    from . import Decision


class Named(Completion):
    """A name, asked of a namespace that is no dict; where that has none, it is this."""

    catches = (KeyError,)

    def __init__(self, value: object) -> None:
        self.value = value

    def failed(self, error: BaseException) -> Decision:
        return result(self.value)


class ImportAgain(Operands):
    """The import machinery has ended: the statement finds the module. Its frames are taken out of an error's traceback, as
    `remove_importlib_frames` (Python/import.c) does."""

    catches = (BaseException,)

    def failed(self, error: BaseException) -> None:
        first = error.__traceback__  # of the frame that imports
        always = isinstance(error, ImportError)
        kept, chunk = [], []
        entry = first and first.tb_next
        while entry is not None:
            code = entry.tb_frame.f_code
            if code.co_filename in _MACHINERY:
                chunk.append(entry)
                if always or code.co_name == "_call_with_frames_removed":
                    chunk = []
            else:
                kept += [*chunk, entry]
                chunk = []
            entry = entry.tb_next
        following = None
        for one in reversed(kept + chunk):
            one.tb_next = following
            following = one
        if first is not None:
            first.tb_next = following


_MACHINERY = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")


class Imported(Completion):
    """A name that `from … import` asks a module's `__getattr__` for."""

    catches = (AttributeError,)

    def __init__(self, name: str, module: Any, file: Any) -> None:
        self.name = name
        self.module = module
        self.file = file

    def failed(self, error: BaseException) -> Decision:
        place = self.file if isinstance(self.file, str) else "unknown location"
        text = "cannot import name %r from %r (%s)" % (self.name, self.module, place)
        missing = ImportError(text, name=self.module, path=self.file)
        if hasattr(missing, "name_from"):
            missing.name_from = self.name
        return raising(missing)


class Fallback(Completion):
    """An attribute whose lookup by `__getattribute__` or a descriptor failed is asked of `__getattr__`; an error that is left is told
    the `context`: the object and the name (`PyObject_GetAttr`, Objects/object.c)."""

    catches = (AttributeError,)

    def __init__(self, then: Optional[Callable[[], Any]], context: Optional[Tuple[Any, Any]]) -> None:
        self.then = then
        self.context = context

    def failed(self, error: BaseException) -> Optional[Decision]:
        if self.then is None:
            told: Any = error
            if self.context is not None and told.name is None and told.obj is None:
                told.obj, told.name = self.context
            return None
        then, self.then = self.then, None
        return call(then)


class Managed(Completion):
    """`__enter__` has returned: the `with` statement is executed with a stand-in that has this exit method."""

    def __init__(self, enter: str, exit: str, leave: object, name: str) -> None:
        self.enter = enter
        self.exit = exit
        self.leave = leave
        self.name = name

    def advance(self, value: Any) -> Decision:
        return again(stand_in(self.name, self.enter, value, **{self.exit: self.leave}))
