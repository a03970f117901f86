"""Knows how a set that was made anew gets the very table that it had: so it gives its elements in the same order.

Must not know elements. Standard library only, every version. `PySetObject` and `setentry` are those of Objects/setobject.c, alike in all.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Tuple

__all__ = ["arrange"]

#: Fields of `PySetObject` as words from its begin, and where the table within it begins that small sets have.
_FILL, _USED, _MASK, _TABLE, _FINGER, _SMALL = 2, 3, 4, 5, 7, 8
_SMALLEST = 7
_FREE = bytes(16)


def arrange(*found: Tuple[Any, int, int, bytes, bytes, int]) -> None:
    """Rearrange sets: each with its mask, its finger, the place of each element in the order of its table as it is now, the places of
    removed ones, and the checksum of its column of hashes as it should be now.

    Sets of another checksum hold elements whose hashes are others here, such as those that follow from addresses. They stay as they are.
    """
    import ctypes
    from array import array
    from binascii import crc32
    from struct import iter_unpack

    def words(address: int, count: int) -> Any:
        return (ctypes.c_ssize_t * count).from_address(address)

    take, give_back = ctypes.pythonapi.PyMem_Malloc, ctypes.pythonapi.PyMem_Free
    take.argtypes, take.restype = [ctypes.c_size_t], ctypes.c_void_p
    give_back.argtypes, give_back.restype = [ctypes.c_void_p], None
    for thing, mask, finger, places, removed, checksum in found:
        fields = words(id(thing), _SMALL)
        now = bytes(words(fields[_TABLE], 2 * (fields[_MASK] + 1)))
        if fields[_FILL] != fields[_USED] or crc32(array("q", now)[1::2]) != checksum:
            continue
        entries = [one for (one,) in iter_unpack("16s", now) if one != _FREE]
        table = [_FREE] * (mask + 1)
        for place, entry in zip(array("I", places), entries):
            table[place] = entry
        mark = _mark_of_removed(words) if removed else _FREE
        for place in array("I", removed):
            table[place] = mark
        small = id(thing) + 8 * _SMALL
        old = fields[_TABLE]
        if mask == fields[_MASK]:
            address = old
        else:
            address = small if mask == _SMALLEST else take(16 * (mask + 1))
            if not address:
                raise MemoryError
        # The references are the same ones, only elsewhere.
        ctypes.memmove(address, b"".join(table), 16 * (mask + 1))
        fields[_TABLE], fields[_MASK], fields[_FINGER] = address, mask, finger
        fields[_FILL] = fields[_USED] + len(removed) // 4
        if old not in (address, small):
            give_back(old)


def _mark_of_removed(words: Any) -> bytes:
    """What stands in a table in place of a removed element."""
    example = {0, 1}
    example.discard(1)
    return bytes(words(words(id(example), _SMALL)[_TABLE], 4))[16:]
