"""Knows what is to be done when the inner frame belongs to operators and truth.

Must not know which completion fits: that is decided in `bridges/`.
"""

from __future__ import annotations

from functools import partial
from operator import not_

from . import Completion, call, result, stand_in
from .calls import Initialized

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Optional, Sequence, Tuple

    from . import Decision


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


class Filled(Completion):
    """The factory of a `defaultdict` has given what becomes the value of the key, and is the result. If it is a class whose `__init__` has
    returned, `initialized` knows what was made."""

    def __init__(
        self, mapping: Any, key: object, initialized: Optional[Initialized], is_set_directly: bool
    ) -> None:
        self.is_set_directly = is_set_directly
        self.mapping = mapping
        self.key = key
        self.initialized = initialized
        self.made: Optional[Tuple[object]] = None

    def advance(self, value: Any) -> Decision:
        if self.made is not None:
            return result(value if self.is_set_directly else self.made[0])
        if self.initialized is not None:
            calls, what = self.initialized.advance(value)
            if calls:
                return calls, what
            value = what[1]
        self.made = (value,)
        enter = dict.setdefault if self.is_set_directly else type(self.mapping).__setitem__
        return call(partial(enter, self.mapping, self.key, value))


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
