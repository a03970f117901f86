"""Knows the stand-in for an object that stayed where the program was.

Must not know why it stayed; standard library only, every version.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

__all__ = ["LeftBehind", "LeftBehindError"]


class LeftBehindError(RuntimeError):
    """The program uses an object that stayed where the program came from."""


class LeftBehind:
    """Stands for an object that stayed. It says what that was, and says so in an error when it is used as that.

    Attributes:
        what: the object's type, and its `repr` as far as it has one.
    """

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        object.__setattr__(self, "what", what)

    def __repr__(self) -> str:
        return "<left behind: %s>" % self.what

    def __reduce__(self) -> Any:
        return LeftBehind, (self.what,)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)  # what the interpreter asks of every object
        raise LeftBehindError(
            "%s stayed where the program came from (its .%s was asked for)" % (self.what, name)
        )

    def __setattr__(self, name: str, value: object) -> NoReturn:
        self.__getattr__(name)


def _use(name: str) -> Any:
    def used(self: Any, *_: Any, **__: Any) -> NoReturn:
        raise LeftBehindError("%s stayed where the program came from (%s)" % (self.what, name))

    return used


for _name in (
    "call enter exit iter next aiter anext aenter aexit await len contains getitem setitem delitem bool int float"
    " index bytes fspath add radd sub mul truediv and or lt gt le ge neg"
).split():
    setattr(LeftBehind, "__%s__" % _name, _use(_name))
