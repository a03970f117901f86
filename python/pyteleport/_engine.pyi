# The native engine. Addresses and reference counts stay on its side; it never changes what it reads.

from types import CodeType, FrameType, ModuleType
from typing import AbstractSet, Any, Callable, Dict, List, Optional, Tuple, Union

# What to replace in a code object to get a morph of it: co_code, the line table, co_exceptiontable (None before 3.11),
# co_stacksize, whether co_names gets one more name, the further constants (an int from 0 for itself, -1 the mark of a
# morph, -3 an iterator over the next segment, -4 None, -5, -6, -7 the completion's `advance`, `failed`, `catches`), bytes before
# the body, the index of the original instruction that waits, the suspension (Sources/Morph/FrameShape.swift), and which segment
# is for the inner frame's function (-1: none), the bytes before the end of its call, and which of the locals the first segment
# begins with. The same object for the same code, place and shape.
_Plan = Tuple[
    bytes, bytes, Optional[bytes], int, bool, Tuple[int, ...], int, int, int, int, int, Tuple[int, ...]
]

# The original code, its plan, the state in segments, the handled exceptions from the outermost handler in (each with
# whether the frame is the first entry of its traceback, and, where it was caught with a traceback that is not its own (up to 3.10), what
# follows that one's first entry, in a tuple), the cells of the closure, the globals, the namespace where it is
# not the globals, the generator that the frame belongs to, and the completion.
_Record = Tuple[
    CodeType,
    _Plan,
    List[List[Any]],
    List[Tuple[BaseException, bool, Optional[Tuple[Any]]]],
    Tuple[Any, ...],
    Dict[str, Any],
    Optional[Any],
    Optional[Any],
    Optional[Any],
]

class Refusal(Exception):
    """A frame or generator that can't be moved. Arguments: frames outward from the first (-1: a generator), reason, detail."""

# `bridge` is asked about frames that wait for more than a plain call (`bridges/`, Sources/Extension/Bridges.swift); `handlers` gives
# the codes of signal handlers; `interrupted` says that `first` stands between two instructions.
def capture(
    first: FrameType,
    last: FrameType,
    bridge: Callable[[Tuple[Any, ...]], Tuple[Any, ...]],
    handlers: Callable[[], Tuple[CodeType, ...]],
    interrupted: bool,
    /,
) -> List[_Record]: ...
def generator(
    generator: Any, /
) -> Union[Tuple[str], Tuple[str, _Record], Tuple[str, CodeType, Tuple[Any, ...], Dict[str, Any]]]: ...
def held_by_c(kind: type, /) -> List[Any]: ...
def exit_callbacks() -> Optional[List[Tuple[Any, Optional[Tuple[Any, ...]], Optional[Dict[str, Any]]]]]: ...
def foreign(
    namespaces: List[Dict[str, Any]], names: AbstractSet[str], /
) -> List[Tuple[int, str, Optional[str], Any]]: ...
def pending_stdin() -> bytes: ...
def make_persistent_id(
    table: Dict[int, object],
    modules: Dict[str, ModuleType],
    wrap: Callable[[ModuleType], object],
    numbers: List[int],
    sets: List[Any],
    wrap_nan: Callable[[float], object],
    has_atoms: bool,
    /,
) -> Callable[[object], object]: ...
def namespaces(modules: Dict[str, ModuleType], /) -> Dict[int, object]: ...
def enter(
    table: Dict[int, object],
    keep: List[object],
    modules: Dict[str, ModuleType],
    ways: Tuple[Tuple[Union[str, ModuleType], Tuple[str, ...], object], ...],
    /,
) -> None: ...
def shared(namespaces: List[Dict[str, Any]], wanted: Dict[int, object], /) -> List[Tuple[int, Any, Any]]: ...
def give_pages(fd: int, buffer: Any, /) -> int: ...
def make_reducer_override(state: Tuple[Dict[type, Any], Any, None, Any], /) -> Callable[[Any], Any]: ...
def peek(address: int, size: int, /) -> bytes: ...
def hash_secret() -> Optional[bytes]: ...
def set_arrangement(one: AbstractSet[Any], /) -> Optional[Tuple[int, int, bytes, bytes, bytes]]: ...
