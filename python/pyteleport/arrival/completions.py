"""Knows what the result of an inner frame means to the frame that waits for it, where that is more than the result itself.

A completion is asked after each call of the program's code that the waiting frame makes, and answers what that does next.
It never calls the program's code itself, so that no frame of ours stands between two of the program.
Must not know frames or bytecode; standard library only, every version. Which completion fits is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial
from operator import not_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Optional, Sequence, Tuple, Type

    #: (True, callable): call that; (False, (False, value)): the instruction's result; (False, (True, operands)): execute
    #: the instruction with these operands, the topmost first.
    Decision = Tuple[bool, Any]


def call(callable: Callable[[], Any]) -> Decision:
    return True, callable


def result(value: object) -> Decision:
    return False, (False, value)


def again(*operands: object) -> Decision:
    """Execute the instruction with these operands, bottom first."""
    return False, (True, operands[::-1])


def imitation(name: str, members: Dict[str, Any]) -> Any:
    """A class that messages call `name`, which is "module:qualified name"."""
    module, _, qualified = name.partition(":")
    members.update(__module__=module, __qualname__=qualified)
    return type(qualified.rpartition(".")[2], (), members)


def stand_in(name: str, method: str, value: object, **others: Any) -> Any:
    """An object of a class called `name` whose special method `method` gives `value`, without any code of the program."""
    members: Dict[str, Any] = {"__slots__": (), method: staticmethod(partial(next, iter((value,))))}
    members.update((other, staticmethod(held)) for other, held in others.items())
    if method == "__eq__":
        members["__hash__"] = None
    return imitation(name, members)()


def raising(error: BaseException) -> Decision:
    """Raise `error` where the frame stands: what a generator that has ended is given, it raises, and has no frame."""
    nothing: Tuple[Any, ...] = ()
    ended = (value for value in nothing)
    for _ in ended:
        pass
    return call(partial(ended.throw, error))


class Completion:
    """The common part: nothing is caught, and the inner frame is called as it is."""

    #: Exceptions of calls that `failed` is asked about.
    catches: Tuple[Type[BaseException], ...] = ()

    def advance(self, value: Any) -> Decision:
        """Say what is next after a call that has given `value`."""
        raise NotImplementedError

    def failed(self, error: BaseException) -> Optional[Decision]:
        """Say what is next after a call that has raised `error`, one of `catches`; None lets it go on."""
        raise NotImplementedError

    def around(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        """What the frame calls instead of its inner function."""
        return inner

    def returned(self, value: Any) -> Decision:
        """What the frame calls with what a call has given. When all is decided, nothing is held any more: the frame's code refers to this
        for as long as there is a frame, and the collector does not look into code."""
        decision = self.advance(value)
        if not decision[0]:
            vars(self).clear()
        return decision

    def raised(self, error: BaseException) -> Optional[Decision]:
        """The same for a call that has raised `error`."""
        decision = self.failed(error)
        if decision is None or not decision[0]:
            vars(self).clear()
        return decision


class Around(Completion):
    """The inner frame runs inside of a C function that takes a function, such as `Context.run`."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def around(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        return partial(self.function, inner)

    def advance(self, value: Any) -> Decision:
        return result(value)


class Driven(Completion):
    """The inner frame is a generator's: this is called to let it go on, instead of what was called to let it begin."""

    def __init__(self, drive: Callable[[], Any]) -> None:
        self.drive = drive

    def around(self, inner: Any) -> Callable[[], Any]:
        return self.drive

    def advance(self, value: Any) -> Decision:
        return result(value)


class Repeated(Completion):
    """Whatever the inner frame returns: this is called once more, and its result is the instruction's."""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if self.asked:
            return result(value)
        self.asked = True
        return call(self.function)


class Constant(Completion):
    """Whatever the inner frame returns: the instruction's result is this."""

    def __init__(self, value: object) -> None:
        self.value = value

    def advance(self, value: Any) -> Decision:
        return result(self.value)


class Operands(Completion):
    """Whatever the inner frame returns: the instruction is executed with these operands."""

    def __init__(self, operands: Sequence[object]) -> None:
        self.operands = operands

    def advance(self, value: Any) -> Decision:
        return again(*self.operands)


class StandIn(Completion):
    """The instruction is executed with a stand-in for one operand, whose special method gives what the inner frame returned.

    So the interpreter does itself what it does with that: checks, conversions, errors.
    """

    def __init__(
        self,
        operands: Sequence[object],
        place: int,
        method: str,
        name: str,
        others: Optional[Dict[str, Any]] = None,
    ) -> None:
        self.operands = list(operands)
        self.place = place
        self.method = method
        self.name = name
        self.others = others or {}

    def advance(self, value: Any) -> Decision:
        self.operands[self.place] = stand_in(self.name, self.method, value, **self.others)
        return again(*self.operands)


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


class Applied(Completion):
    """The instruction's result is what a C function gives for a stand-in (see `StandIn`) among its arguments."""

    def __init__(
        self,
        function: Callable[..., Any],
        arguments: Sequence[Any],
        keywords: Dict[str, Any],
        place: int,
        method: str,
        name: str,
    ) -> None:
        self.function = function
        self.arguments = list(arguments)
        self.keywords = keywords
        self.place = place
        self.method = method
        self.name = name
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if self.asked:
            return result(value)
        self.asked = True
        self.arguments[self.place] = stand_in(self.name, self.method, value)
        return call(partial(self.function, *self.arguments, **self.keywords))


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


class Operation(Completion):
    """The method of an operator has returned; where that is NotImplemented, `rest` are the calls that follow.

    The last of them is one that raises the interpreter's own error. With `negated`, the result is turned into its opposite.
    """

    def __init__(self, rest: Sequence[Callable[[], Any]], negated: bool = False) -> None:
        self.rest = list(rest)
        self.negated = negated

    def advance(self, value: Any) -> Decision:
        if value is NotImplemented and self.rest:
            self.negated = False
            return call(self.rest.pop(0))
        if self.negated:
            self.negated = False
            return call(partial(not_, value))
        return result(value)


def unsupported(function: Callable[..., Any], *names: str) -> Callable[[], Any]:
    """A call that raises the error of an operator between objects of classes of these names."""
    return partial(function, *(imitation(name, {"__slots__": ()})() for name in names))


class Absorbed(Completion):
    """The next item of an iterator; at its end the loop goes on with an iterator that has ended."""

    catches: Tuple[Type[BaseException], ...] = (StopIteration,)

    def advance(self, value: Any) -> Decision:
        return result(value)

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


class Ended(Completion):
    """The next item of an iterator that is delegated to; at its end the delegation ends with its value."""

    catches = (StopIteration,)

    def advance(self, value: Any) -> Decision:
        return result(value)

    def failed(self, error: BaseException) -> Decision:
        return again(_over(error.value), None)  # type: ignore[attr-defined]


def _over(value: object) -> Any:
    """A generator that has not been started, and returns `value` at once."""
    return value
    yield


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


class Next(Defaulted):
    """The next item of an iterator, or `default` at its end."""

    catches = (StopIteration,)

    def __init__(self, default: object, drive: Optional[Callable[[], Any]] = None) -> None:
        super().__init__(default)
        self.drive = drive

    def around(self, inner: Any) -> Callable[[], Any]:
        return inner if self.drive is None else self.drive


class Named(Completion):
    """A name, asked of a namespace that is no dict; where that has none, it is this."""

    catches = (KeyError,)

    def __init__(self, value: object) -> None:
        self.value = value

    def advance(self, value: Any) -> Decision:
        return result(value)

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

    def advance(self, value: Any) -> Decision:
        return result(value)

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

    def advance(self, value: Any) -> Decision:
        return result(value)

    def failed(self, error: BaseException) -> Optional[Decision]:
        if self.then is None:
            told: Any = error
            if self.context is not None and told.name is None and told.obj is None:
                told.obj, told.name = self.context
            return None
        then, self.then = self.then, None
        return call(then)


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


class Truth(Completion):
    """The truth of `operand`, by `method`, decides where it goes on, and whether the operand stays."""

    def __init__(self, operand: object, method: str, name: str) -> None:
        self.operand = operand
        self.method = method
        self.name = name
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if self.asked:
            return result((value, self.operand))
        self.asked = True
        return call(partial(bool, stand_in(self.name, self.method, value)))


class Managed(Completion):
    """`__enter__` has returned: the `with` statement is executed with a stand-in that has this exit method."""

    def __init__(self, enter: str, exit: str, leave: object, name: str) -> None:
        self.enter = enter
        self.exit = exit
        self.leave = leave
        self.name = name

    def advance(self, value: Any) -> Decision:
        return again(stand_in(self.name, self.enter, value, **{self.exit: self.leave}))


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
