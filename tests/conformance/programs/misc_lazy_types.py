# refused: 4
# axes: process
# requires: 3.12
# hops: 4
# Type parameters and aliases, whose values are computed when they are asked for.
from hop import hop

type Alias = hop([int])


def function[T: hop(int)](x: T) -> T:
    return x


class Box[T: (hop(int), str)]:
    type Inner = hop("inner")


print(Alias.__value__ is Alias.__value__, Alias.__value__)
print(function.__type_params__[0].__bound__, Box.__type_params__[0].__constraints__, Box.Inner.__value__)
