"""Knows ints that are addresses: what `id` has given for an object that travels becomes what it gives for it over there. The same goes for
`hash` where that follows from the address.

`copy.deepcopy`, `reprlib` and many programs know objects by their `id` for a while; a hop in the meantime would make strangers of them.
Must not know where such an int comes from: one that is the address of a travelling object by chance is taken for it.
"""

from __future__ import annotations

from _thread import get_ident

from .pickler import register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict

    from .pickler import Pickler


class _Address:
    """Stands for what `give` gives for an object; for a thread's identity, if there is no object."""

    __slots__ = ("give", "thing")

    def __init__(self, give: Any, *thing: object) -> None:
        self.give = give
        self.thing = thing


@register(_Address)
def _reduce_address(pickler: Any, address: _Address) -> Any:
    return address.give, address.thing


def find(pickler: Pickler) -> Dict[int, Any]:
    """What is to stand in a pickler's table so that the addresses among the ints it has met are written as such."""
    regions = {id(one) >> _REGION for one in (object(), [], {}, pickler, type(pickler))}
    numbers = [
        one for one in pickler.numbers if one >> _REGION in regions or one >> _REGION - _ROTATED in regions
    ]
    if not numbers:
        return {}
    mine = get_ident()
    memo = pickler.memo.copy()
    apart = pickler.apart()
    found: Dict[int, Any] = {}
    for number in numbers:
        for address, give in (number, id), (number << _ROTATED, object.__hash__):
            thing = memo[address][1] if address in memo else apart.get(address)
            if thing is not None:
                found[id(number)] = _Address(give, thing)
                break
        else:
            if number == mine:
                found[id(number)] = _Address(get_ident)
    return found


#: By how many bits the hash of an object is its address rotated (`_Py_HashPointer`, Python/pyhash.c).
_ROTATED = 4


#: Bits of an address within a region: what is allocated lies in few regions of this size.
_REGION = 40
