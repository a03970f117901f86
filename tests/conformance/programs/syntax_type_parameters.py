# requires: 3.12
# Generic functions and classes, and f-strings with the quotes of 3.12.
from hop import hop


class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return hop(self.item)


def first[T](items: list[T]) -> T:
    return items[0]


type Alias = list[int]
box = Box[int](5)
print(f"{first([box.get(), 2])}{"!" * 2}", first.__type_params__[0].__name__, Alias.__value__)
