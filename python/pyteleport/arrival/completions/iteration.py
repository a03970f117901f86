"""Knows what is to be done when the inner frame belongs to iteration, delegation and the closing of generators.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial

from . import Completion, Driven, again, call, raising, result
from .calls import Defaulted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Tuple, Type

    from . import Decision


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


class Selected(Absorbed):
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


class Items(Completion):
    """An iterator is asked for one item after the other. What the inner frame's result means to it, `item` says; None: it is the item."""

    catches = (IndexError, StopIteration)  # the first for `Indexed`

    def __init__(self, iterator: Any, item: Optional[Absorbed]) -> None:
        self.iterator = iterator
        self.item = item
        self.is_asking = True

    def advance(self, value: Any) -> Decision:
        if not self.is_asking:
            return self.told(value)
        return self._taken(value) if self.item is None else self._followed(self.item.advance(value))

    def failed(self, error: BaseException) -> Optional[Decision]:
        if not self.is_asking or not isinstance(
            error, Absorbed.catches if self.item is None else self.item.catches
        ):
            return None
        return self._ended() if self.item is None else self._followed(self.item.failed(error))

    def _followed(self, decision: Decision) -> Decision:
        calls, what = decision
        if calls:
            return decision
        self.item = None
        goes_on, value = what
        if not goes_on:
            return self._taken(value)
        self.iterator = value[0]
        return self.ask()

    def ask(self) -> Decision:
        """Ask for the next item."""
        self.is_asking = True
        return call(partial(next, self.iterator))

    def _taken(self, item: Any) -> Decision:
        self.is_asking = False
        return self.take(item)

    def _ended(self) -> Decision:
        self.is_asking = False
        return self.end()

    def take(self, item: Any) -> Decision:
        """Say what is next after an item has come."""
        raise NotImplementedError

    def end(self) -> Decision:
        """Say what is next after there is no further item."""
        raise NotImplementedError

    def told(self, value: Any) -> Decision:
        """Say what is next after a call that one of these has asked for."""
        raise NotImplementedError


class Gathered(Completion):
    """The inner frame is a generator's, whose items go into `container` by `drive`; then `finish` is called, if there is one. The result
    is what that gives, or the container."""

    def __init__(
        self,
        container: Any,
        drive: Optional[Callable[[], Any]],
        finish: Optional[Callable[[], Any]],
        gives_container: bool,
    ) -> None:
        self.container = container
        self.drive = drive
        self.finish = finish
        self.gives_container = gives_container

    def around(self, inner: Any) -> Callable[[], Any]:
        return inner if self.drive is None else self.drive

    def advance(self, value: Any) -> Decision:
        finish, self.finish = self.finish, None
        if finish is not None:
            return call(finish)
        return result(self.container if self.gives_container else value)


class Spread(Gathered):
    """The items are the arguments of a call: `f(*iterator, **keywords)`."""

    def __init__(
        self,
        container: List[Any],
        drive: Optional[Callable[[], Any]],
        function: Callable[..., Any],
        keywords: Dict[str, Any],
    ) -> None:
        super().__init__(container, drive, None, False)
        self.function = function
        self.keywords = keywords
        self.is_called = False

    def advance(self, value: Any) -> Decision:
        if self.is_called:
            return result(value)
        self.is_called = True
        return call(partial(self.function, *self.container, **self.keywords))


class Gathering(Items):
    """The items go into a container one after the other, and then the same is done as with those of a generator."""

    def __init__(self, iterator: Any, item: Optional[Absorbed], gathered: Gathered) -> None:
        super().__init__(iterator, item)
        self.gathered = gathered
        self.is_adding = False

    def take(self, item: Any) -> Decision:
        container = self.gathered.container
        if type(container) is not set:
            container.append(item)
            return self.ask()
        # This may run code of the program's.
        self.is_adding = True
        return call(partial(container.add, item))

    def end(self) -> Decision:
        return self.gathered.advance(None)

    def told(self, value: Any) -> Decision:
        if self.is_adding:
            self.is_adding = False
            return self.ask()
        return self.gathered.advance(value)


class Tested(Items):
    """`any` and `all`: the first item whose truth is `wanted` ends it."""

    def __init__(self, iterator: Any, item: Optional[Absorbed], wanted: bool) -> None:
        super().__init__(iterator, item)
        self.wanted = wanted

    def take(self, item: Any) -> Decision:
        return call(partial(bool, item))

    def told(self, value: Any) -> Decision:
        return result(value) if value is self.wanted else self.ask()

    def end(self) -> Decision:
        return result(not self.wanted)


class Reduced(Items):
    """`functools.reduce`, whose function runs: what it returns is its first argument for the next item."""

    def __init__(self, iterator: Any, function: Callable[[Any, Any], Any]) -> None:
        super().__init__(iterator, None)
        self.function = function
        self.is_asking = False
        self.so_far: Any = None

    def told(self, value: Any) -> Decision:
        self.so_far = value
        return self.ask()

    def take(self, item: Any) -> Decision:
        so_far, self.so_far = self.so_far, None
        return call(partial(self.function, so_far, item))

    def end(self) -> Decision:
        return result(self.so_far)


class Extended(Gathering):
    """The items go into a list or set that lies below on the stack; what is executed in the end has nothing to add."""

    def __init__(self, iterator: Any, item: Optional[Absorbed], target: Any) -> None:
        super().__init__(iterator, item, Gathered(target, None, None, False))

    def end(self) -> Decision:
        return again(())


class ExtendedBy(Driven):
    """The same for the items of the generator that the inner frame belongs to."""

    def advance(self, value: Any) -> Decision:
        return again(())
