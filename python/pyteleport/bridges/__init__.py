"""Knows how a frame goes on when the inner frame that it waits for has ended, where C code lies between the two.

The table of bridges: a family of instructions names the function that knows it. Each looks at the instruction's operands and
at what the inner frame was entered for, and says how the result becomes the instruction's; what is not known to be right is
refused. Nothing of the program is executed here. Must not know memory or bytecode: the engine has read both.
"""

from __future__ import annotations

from ..arrival.completions import Completion
from . import attributes, between, calls, iteration, operators, statements
from .site import AGAIN, Refused, Site, refuse_instruction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, Tuple

    from .site import Answer

__all__ = ["answer", "begin"]

#: Which function knows an instruction, by CPython's name.
FAMILIES: Dict[str, Callable[[Site], Answer]] = {}

for _family, _names in (
    (
        calls.call,
        "CALL CALL_FUNCTION CALL_FUNCTION_KW CALL_FUNCTION_EX CALL_METHOD CALL_KW",
    ),
    (operators.unary, "UNARY_POSITIVE UNARY_NEGATIVE UNARY_INVERT"),
    (operators.intrinsic, "CALL_INTRINSIC_1"),
    (
        operators.truth,
        "UNARY_NOT TO_BOOL POP_JUMP_IF_TRUE POP_JUMP_IF_FALSE POP_JUMP_FORWARD_IF_TRUE POP_JUMP_FORWARD_IF_FALSE"
        " POP_JUMP_BACKWARD_IF_TRUE POP_JUMP_BACKWARD_IF_FALSE",
    ),
    (operators.truth_or_pop, "JUMP_IF_TRUE_OR_POP JUMP_IF_FALSE_OR_POP"),
    (operators.binary, "BINARY_OP " + " ".join(operators.BINARY)),
    (operators.compare, "COMPARE_OP"),
    (operators.contains, "CONTAINS_OP"),
    (operators.subscript, "BINARY_SUBSCR BINARY_SLICE"),
    (operators.conversion, "FORMAT_VALUE FORMAT_SIMPLE FORMAT_WITH_SPEC CONVERT_VALUE"),
    (attributes.load, "LOAD_ATTR LOAD_METHOD LOAD_SUPER_ATTR"),
    (attributes.load_name, "LOAD_NAME LOAD_GLOBAL LOAD_CLASSDEREF LOAD_FROM_DICT_OR_GLOBALS LOAD_FROM_DICT_OR_DEREF"),
    (statements.store, "STORE_ATTR DELETE_ATTR STORE_SUBSCR DELETE_SUBSCR STORE_SLICE STORE_NAME DELETE_NAME STORE_GLOBAL"
     " DELETE_GLOBAL"),
    (iteration.loop, "FOR_ITER"),
    (iteration.iterator, "GET_ITER GET_YIELD_FROM_ITER GET_AITER UNPACK_SEQUENCE UNPACK_EX GET_AWAITABLE GET_ANEXT"),
    (iteration.delegate, "SEND YIELD_FROM"),
    (iteration.extend, "LIST_EXTEND SET_UPDATE"),
    (iteration.merge, "DICT_UPDATE DICT_MERGE"),
    (operators.length, "GET_LEN"),
    (statements.enter, "SETUP_WITH BEFORE_WITH BEFORE_ASYNC_WITH"),
    (statements.leave, "WITH_EXCEPT_START WITH_CLEANUP_START"),
    (statements.importing, "IMPORT_NAME"),
    (statements.import_from, "IMPORT_FROM"),
    (statements.raising, "RAISE_VARARGS"),
):  # fmt: skip
    for _name in _names.split():
        FAMILIES[_name] = _family


def begin() -> None:
    """Forget what was found in the capture before."""
    calls.open_caches.clear()
    between.is_tracing = False


def _lets_go_on(found: Answer) -> bool:
    """Whether the frame that gets this answer lets a generator go on, instead of calling a function."""
    suspension, _, _, completion = found
    return (
        suspension == AGAIN
        or isinstance(completion, Completion)
        and type(completion).around is not Completion.around
    )


def answer(facts: Tuple[Any, ...]) -> Tuple[Any, ...]:
    """Answer the engine: `(suspension, is behind, operands or None, completion or None)`, or `(-1, reason, detail)`."""
    site = Site(facts)
    try:
        if site.comes_between:
            return between.answer(site)
        family = FAMILIES.get(site.mnemonic)
        if family is None:
            refuse_instruction(site)
        found = family(site)
        if site.generator is not None and not _lets_go_on(found):
            # What has been recognised is the call that made the generator, and that has ended.
            refuse_instruction(site)
        return found
    except Refused as refused:
        return -1, refused.reason, refused.detail
