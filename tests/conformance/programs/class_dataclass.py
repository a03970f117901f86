# axes: process
# hops: 3
# Dataclasses: __post_init__, default factories, inheritance and replace().
import dataclasses

from hop import hop


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=lambda: hop(["made"]))

    def __post_init__(self):
        if self.x == 1:
            hop()
        self.sum = self.x + self.y


@dataclasses.dataclass(order=True, frozen=True)
class Frozen:
    name: str
    size: int = dataclasses.field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "size", hop(len(self.name)))


point = Point(1, y=2)
print(point, point.sum)
print(dataclasses.replace(point, x=5, tags=[]), Frozen("abc"))
