"""Knows what the result of an inner frame means to the frame that waits for it, where that is more than the result itself.

A completion is asked after each call of the program's code that the waiting frame makes, and answers what that does next.
It never calls the program's code itself, so that no frame of ours stands between two of the program.
Must not know frames or bytecode; standard library only, every version. Which completion fits is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple, Type

    #: (True, callable): call that; (False, (False, value)): the instruction's result; (False, (True, operands)): execute
    #: the instruction with these operands, the topmost first.
    Decision = Tuple[bool, Any]


#: Called if a frame wants to go on while the program does not stand yet; None when it does.
_stop: List[Optional[Callable[[], Any]]] = [None]


def begin(stop: Optional[Callable[[], Any]]) -> None:
    """Say whether frames are being rebuilt, and then what to call if one of them goes on too early."""
    _stop[0] = stop


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

    #: Exceptions of calls that `failed` is asked about. Of the class alone: the code of a generator's frame is made before its completion is filled.
    catches: Tuple[Type[BaseException], ...] = ()
    #: Whether the first call is over, that of the frame that was the inner one when this was made.
    has_returned = False

    def advance(self, value: Any) -> Decision:
        """Say what is next after a call that has given `value`: unless a subclass knows better, this is the instruction's result."""
        return result(value)

    def failed(self, error: BaseException) -> Optional[Decision]:
        """Say what is next after a call that has raised `error`, one of `catches`; None lets it go on."""
        raise NotImplementedError

    def around(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        """What the frame calls first, instead of its inner function."""
        return inner

    def enclosed(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        """What the frame calls instead of `inner`. If a later call has been the one that waited, that stands for itself."""
        return inner if self.has_returned else self.around(inner)

    def returned(self, value: Any) -> Decision:
        """What the frame calls with what a call has given. When all is decided, nothing is held any more: the frame's code refers to this
        for as long as there is a frame, and the collector does not look into code."""
        if _stop[0] is not None:
            _stop[0]()
        decision = self.advance(value)
        if decision[0]:
            self.has_returned = True
        else:
            vars(self).clear()
        return decision

    def raised(self, error: BaseException) -> Optional[Decision]:
        """The same for a call that has raised `error`."""
        if _stop[0] is not None:
            _stop[0]()
        decision = self.failed(error)
        if decision is not None and decision[0]:
            self.has_returned = True
        else:
            vars(self).clear()
        return decision


class Around(Completion):
    """The inner frame runs inside of a C function that takes a function, such as `Context.run`."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def around(self, inner: Callable[[], Any]) -> Callable[[], Any]:
        return partial(self.function, inner)


class Driven(Completion):
    """The inner frame is a generator's: this is called to let it go on, instead of what was called to let it begin."""

    def __init__(self, drive: Callable[[], Any]) -> None:
        self.drive = drive

    def around(self, inner: Any) -> Callable[[], Any]:
        return self.drive


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
        others: Optional[Dict[str, Any]] = None,
    ) -> None:
        self.function = function
        self.arguments = list(arguments)
        self.keywords = keywords
        self.place = place
        self.method = method
        self.name = name
        self.others = others or {}
        self.asked = False

    def advance(self, value: Any) -> Decision:
        if self.asked:
            return result(value)
        self.asked = True
        self.arguments[self.place] = stand_in(self.name, self.method, value, **self.others)
        return call(partial(self.function, *self.arguments, **self.keywords))
