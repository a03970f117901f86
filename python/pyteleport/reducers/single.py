"""Knows the ways to pickle one object, and in which order they are tried: plainly, exactly, without recursion.

Must not know programs: that is `dump` of this room.
"""

from __future__ import annotations

from types import FunctionType

from ..arrival import hooks, values
from ..errors import TeleportError
from .large import Pieces
from .values import ReachedNamespace, ValuePickler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, List, NoReturn, Optional, Sequence


def dumps(obj: Any, protocol: Optional[int], buffer_callback: Optional[Callable[[Any], Any]]) -> bytes:
    return b"".join(chunks(obj, protocol, buffer_callback))


def chunks(
    obj: Any, protocol: Optional[int], buffer_callback: Optional[Callable[[Any], Any]]
) -> Sequence[Any]:
    """The pickle in pieces, large ones the object's own memory."""
    number = 5 if protocol is None else protocol
    if not hooks.left:
        try:
            return _plain(obj, number, buffer_callback)
        except ReachedNamespace:
            pass
        except Exception as error:
            if not isinstance(error, RecursionError):
                _refuse(error, obj)
    pickler = ValuePickler(number, exact=True)
    try:
        return [_wrapped(b"".join(_write(pickler, obj)), values.exact, number)]
    except Exception as error:
        if not isinstance(error, RecursionError):
            _refuse(error, obj)
    return [_wrapped(_write_deeply(obj, number), values.deep, number)]


def _plain(obj: Any, number: int, buffer_callback: Optional[Callable[[Any], Any]]) -> Sequence[Any]:
    output = Pieces()
    if buffer_callback is None and number >= 5:
        buffer_callback = output.leave_out
    return _write(ValuePickler(number, buffer_callback, output=output), obj)


def _write(pickler: Any, obj: Any) -> List[Any]:
    output = pickler.output
    try:
        pickler.dump(obj)
    finally:
        pickler.forget()
    pieces: List[Any] = output.all()
    return pieces


def _write_deeply(obj: Any, protocol: int) -> bytes:
    from .deep import DeepValuePickler

    pickler = DeepValuePickler(protocol)
    try:
        return b"".join(_write(pickler, pickler.parts(obj)))
    except Exception as error:
        searching = DeepValuePickler(protocol)
        _refuse(error, obj, searching, searching.parts(obj))


def _refuse(error: Exception, obj: Any, pickler: Any = None, whole: Any = None) -> NoReturn:
    from .._pickles import UnpicklableError
    from . import failing, offenders

    if pickler is None:
        pickler, whole = ValuePickler(exact=True), obj
    try:
        found = offenders.find(pickler, lambda pickler: pickler.dump(whole), ())
        start = [(_named(obj), obj)]
        failing.refuse(found, error, start, _also(UnpicklableError, found))
    finally:
        pickler.let_go()


def _also(kind: Any, found: Any) -> Any:
    """The class of the error: where the program's own code has refused, whoever expects its exception gets that too."""
    errors = {type(error) for _, error in found.offenders}
    if len(errors) == 1:
        given = errors.pop()
        if (
            issubclass(given, Exception)
            and not issubclass(given, TeleportError)
            and not issubclass(kind, given)
        ):
            try:
                return type(
                    kind.__name__, (kind, given), {"__module__": kind.__module__, "__init__": kind.__init__}
                )
            except TypeError:
                pass
    return kind


def _named(obj: Any) -> str:
    kind = type(obj)
    return obj.__qualname__ if kind is type or kind is FunctionType else "a %s" % kind.__name__


def _wrapped(data: bytes, read: Any, protocol: int) -> bytes:
    from pickle import dumps

    return dumps(_Wrapped(read, data), protocol)


class _Wrapped:
    """A pickle that only `objects.Unpickler` reads, within one that every unpickler reads."""

    def __init__(self, read: Any, data: bytes) -> None:
        self.reduced = (read, (data,))

    def __reduce__(self) -> Any:
        return self.reduced
