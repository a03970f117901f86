# refused: 3
# axes: process
# requires: 3.14
# hops: 4
# Annotations that hop when they are asked for.
import annotationlib

from hop import hop


def function(a: hop(1), *, b: hop("b") = 2) -> int:
    return a


class Made:
    field: hop("field") = 6


print(function.__annotations__, function.__annotations__ is function.__annotations__)
print(Made.__annotations__, Made.field)
name: hop(int) = 7
print(__annotate__(annotationlib.Format.VALUE), name)  # noqa: F821
