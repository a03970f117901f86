"""Knows what is to be done when the inner frame belongs to iteration, delegation and the closing of generators.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial

from . import Completion, again, call, raising, result
from .calls import Defaulted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional, Tuple, Type

    from . import Decision


class Extended(Completion):
    """The items of an iterator go into a list or set, one after the other; what is executed in the end has nothing to add."""

    catches = (StopIteration,)

    def __init__(self, target: Any, following: Callable[[], Any]) -> None:
        self.target = target
        self.following = following
        self.is_adding = False

    def advance(self, value: Any) -> Decision:
        if type(self.target) is list:
            self.target.append(value)
            return call(self.following)
        # To add to a set may run code of the program's.
        self.is_adding = not self.is_adding
        return call(partial(self.target.add, value) if self.is_adding else self.following)

    def failed(self, error: BaseException) -> Optional[Decision]:
        return None if self.is_adding else again(())


class Absorbed(Completion):
    """The next item of an iterator; at its end the loop goes on with an iterator that has ended."""

    catches: Tuple[Type[BaseException], ...] = (StopIteration,)

    def failed(self, error: BaseException) -> Decision:
        return again(iter(()))


class Indexed(Absorbed):
    """The item at the next index of a sequence that has no iterator of its own; IndexError ends it."""

    catches = (IndexError, StopIteration)

    def __init__(self, iterator: Any) -> None:
        self.iterator = iterator

    def advance(self, value: Any) -> Decision:
        self.iterator.__setstate__(self.iterator.__reduce__()[2] + 1)
        return result(value)

    def failed(self, error: BaseException) -> Decision:
        # It asks the sequence no more, whoever asks it (`iter_iternext`, Objects/iterobject.c: `it_index`, `it_seq`).
        from ctypes import c_void_p, py_object, pythonapi

        sequence = c_void_p.from_address(id(self.iterator) + object.__basicsize__ + 8)
        if sequence.value:
            held = self.iterator.__reduce__()[1][0]
            sequence.value = None
            pythonapi.Py_DecRef(py_object(held))
        return super().failed(error)


class Ended(Completion):
    """The next item of an iterator that is delegated to; at its end the delegation ends with its value."""

    catches = (StopIteration,)

    def failed(self, error: BaseException) -> Decision:
        return again(_over(error.value), None)  # type: ignore[attr-defined]


def _over(value: object) -> Any:
    """A generator that has not been started, and returns `value` at once."""
    return value
    yield


class Next(Defaulted):
    """The next item of an iterator, or `default` at its end."""

    catches = (StopIteration,)

    def __init__(self, default: object, drive: Optional[Callable[[], Any]] = None) -> None:
        super().__init__(default)
        self.drive = drive

    def around(self, inner: Any) -> Callable[[], Any]:
        return inner if self.drive is None else self.drive


class Closed(Completion):
    """`close()` of a generator: it must end, and not yield."""

    catches = (StopIteration, GeneratorExit)

    def __init__(self, drive: Callable[[], Any], kind: str, gives_value: bool) -> None:
        self.drive = drive
        self.kind = kind
        self.gives_value = gives_value

    def around(self, inner: Any) -> Callable[[], Any]:
        return self.drive

    def advance(self, value: Any) -> Decision:
        return raising(RuntimeError("%s ignored GeneratorExit" % self.kind))

    def failed(self, error: BaseException) -> Decision:
        if self.gives_value and isinstance(error, StopIteration):
            return result(error.value)
        return result(None)


class Awaited(Completion):
    """`__anext__` has returned: what is awaited is the iterator of that."""

    def __init__(self) -> None:
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if self.asked or type(value).__name__ == "coroutine":
            return result(value)
        self.asked = True
        return call(partial(type(value).__await__, value))


class Selected(Completion):
    """A predicate has been asked about `item`: the loop's next item, if its truth is `wanted`; else the loop asks on."""

    def __init__(self, item: object, iterator: object, wanted: bool, ends: bool = False) -> None:
        self.item = item
        self.iterator = iterator
        self.wanted = wanted
        self.ends = ends
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if not self.asked:
            self.asked = True
            return call(partial(bool, value))
        if value is self.wanted:
            return result(self.item)
        return again(iter(()) if self.ends else self.iterator)
