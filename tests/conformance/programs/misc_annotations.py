# axes: process
# until: 3.13
# hops: 5
# Annotations that hop when they are evaluated.
from hop import hop


def function(a: hop(1), *, b: hop("b") = 2) -> hop([3]):
    local: never_evaluated = 5  # noqa: F821
    return local


class Made:
    field: hop("field") = 6
    bare: int


name: hop(int) = 7
print(function.__annotations__, function(1), Made.__annotations__, Made.field)
print(__annotations__, name)
