"""Knows what is to be done when the inner frame belongs to calls: instances and classes being made, caches, defaults.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial

from . import Completion, again, call, raising, result, stand_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Sequence, Tuple, Type

    from . import Decision


class Cached(Completion):
    """A function behind `functools.lru_cache` has returned: the cache is asked once more, and this time finds the value, or counts
    one more miss."""

    catches = (BaseException,)

    def __init__(self, wrapper: Any, arguments: Sequence[Any], keywords: Dict[str, Any]) -> None:
        self.wrapper = wrapper
        self.arguments = arguments
        self.keywords = keywords
        self.called: Any = None
        self.function: Any = None

    def advance(self, value: Any) -> Decision:
        if self.called is not None:
            self.called.__setstate__((self.function, (), {}, None))
            return result(value)
        self._let(lambda *arguments, **keywords: value)
        return call(partial(self.wrapper, *self.arguments, **self.keywords))

    def failed(self, error: BaseException) -> None:
        if self.called is None:
            self._let(_fails)
            try:
                self.wrapper(*self.arguments, **self.keywords)
            except _Missed:
                pass
        self.called.__setstate__((self.function, (), {}, None))

    def _let(self, function: Callable[..., Any]) -> None:
        """Let the cache call another function. One that has travelled calls a `partial` (`wrappers.cache`)."""
        import gc

        self.called = next(thing for thing in gc.get_referents(self.wrapper) if type(thing) is partial)
        self.function = self.called.func
        self.called.__setstate__((function, (), {}, None))


class _Missed(Exception):
    pass


def _fails(*arguments: object, **keywords: object) -> None:
    raise _Missed


class AnyOf(Completion):
    """`isinstance` or `issubclass` of a tuple of classes: the first that agrees decides, the others are asked after it."""

    def __init__(self, function: Callable[..., Any], thing: object, rest: Tuple[Any, ...], name: str) -> None:
        self.function = function
        self.thing = thing
        self.rest = rest
        self.name = name
        self.asked = 0

    def advance(self, value: Any) -> Decision:
        self.asked += 1
        if self.asked == 1:
            method = "__instancecheck__" if self.function is isinstance else "__subclasscheck__"
            return call(partial(self.function, self.thing, stand_in(self.name, method, value)))
        if value or not self.rest or self.asked > 2:
            return result(value)
        return call(partial(self.function, self.thing, self.rest))


class Subclassed(Completion):
    """A class tells its attributes their names, then its bases that it is there (`type.__new__`)."""

    def __init__(self, made: Any, waiting: Sequence[Tuple[str, Any]], keywords: Dict[str, Any]) -> None:
        self.made = made
        self.waiting = list(waiting)
        self.keywords = keywords
        self.announced = False

    def advance(self, value: Any) -> Decision:
        while self.waiting:
            name, attribute = self.waiting.pop(0)
            tell = getattr(type(attribute), "__set_name__", None)
            if tell is not None:
                return call(partial(tell, attribute, self.made, name))
        if not self.announced:
            self.announced = True
            return call(partial(super(self.made, self.made).__init_subclass__, **self.keywords))
        return result(self.made)


class Initialized(Completion):
    """`__init__` has returned: the result is the new object, or the instruction is executed with it and `rest`."""

    def __init__(self, made: object, rest: Optional[Sequence[object]] = None) -> None:
        self.made = made
        self.rest = rest

    def advance(self, value: Any) -> Decision:
        if value is not None:
            # The interpreter's own check and message.
            return call(
                type(type(self.made).__name__, (), {"__init__": staticmethod(partial(next, iter((value,))))})
            )
        return result(self.made) if self.rest is None else again(self.made, *self.rest)


class Created(Completion):
    """`__new__` has returned: what it made is initialised if it is an instance of the class."""

    def __init__(
        self,
        kind: Any,
        arguments: Sequence[Any],
        keywords: Dict[str, Any],
        rest: Optional[Sequence[object]] = None,
    ) -> None:
        self.kind = kind
        self.arguments = arguments
        self.keywords = keywords
        self.rest = rest
        self.initialized: Optional[Initialized] = None

    def advance(self, value: Any) -> Decision:
        if self.initialized is not None:
            return self.initialized.advance(value)
        made = type(value)
        if self.kind not in type.__dict__["__mro__"].__get__(made):
            return result(value) if self.rest is None else again(value, *self.rest)
        self.initialized = Initialized(value, self.rest)
        return call(partial(made.__init__, value, *self.arguments, **self.keywords))


class Defaulted(Completion):
    """An attribute, or `default` where there is none; `found`, if given, stands for what is found."""

    catches: Tuple[Type[BaseException], ...] = (AttributeError,)

    def __init__(
        self,
        default: object,
        found: Optional[Tuple[object]] = None,
        then: Optional[Callable[[], Any]] = None,
    ) -> None:
        self.default = default
        self.found = found
        self.then = then

    def advance(self, value: Any) -> Decision:
        return result(value if self.found is None else self.found[0])

    def failed(self, error: BaseException) -> Decision:
        if self.then is not None:
            then, self.then = self.then, None
            return call(then)
        return result(self.default)


class Built(Completion):
    """The body of a class has been executed: its metaclass makes the class."""

    def __init__(
        self,
        metaclass: Any,
        name: str,
        bases: Tuple[Any, ...],
        namespace: Any,
        keywords: Dict[str, Any],
        written: Optional[Tuple[Any, ...]] = None,
    ) -> None:
        self.arguments = (metaclass, name, bases, namespace)
        self.keywords = keywords
        self.written = written
        self.asked = False
        self.cell: Any = None

    def advance(self, value: Any) -> Decision:
        if not self.asked:
            self.asked = True
            # See `frames._in_namespace`: its result is not the body's.
            self.cell = value if type(value) is not slice else self.arguments[3].get("__classcell__")
            if self.written is not None:
                self.arguments[3]["__orig_bases__"] = self.written
            metaclass, *arguments = self.arguments
            return call(partial(metaclass, *arguments, **self.keywords))
        problem = _unset(self.cell, value, self.arguments[1])
        return result(value) if problem is None else raising(problem)


def _unset(cell: Any, made: Any, name: str) -> Optional[Exception]:
    """What the interpreter says when the metaclass has not set `__class__` (`builtin___build_class__`)."""
    if not isinstance(made, type) or type(cell) is not _CELL:
        return None
    try:
        found = cell.cell_contents
    except ValueError:
        return RuntimeError(
            "__class__ not set defining %r as %r. Was __classcell__ propagated to type.__new__?"
            % (name, made)
        )
    if found is not made:
        return TypeError("__class__ set to %r defining %r as %r" % (found, name, made))
    return None


_CELL = type((lambda value: lambda: value)(None).__closure__[0])  # type: ignore[index]
