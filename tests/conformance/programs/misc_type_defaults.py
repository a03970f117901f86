# refused: 2
# axes: process
# requires: 3.13
# hops: 2
# Defaults of type parameters.
from hop import hop


class Box[T = hop(int)]:
    pass


type Alias[T = hop("default")] = list[T]
print(Box.__type_params__[0].__default__, Alias.__type_params__[0].__default__)
