# Functions keep their attributes, defaults, annotations and identity.
from hop import hop


def work(x: int, y: "str" = "d", *, z: float = 1.5) -> list:
    """Say something."""
    return [x, y, z]


work.tag = {"k": work}
table = {"work": work, "lambda": lambda: work}
hop()
print(work.tag["k"] is work, table["work"] is work, table["lambda"]() is work)
print(sorted(work.__annotations__), work.__doc__, work.__defaults__, work.__kwdefaults__)
print(work.__name__, work.__qualname__, work.__code__.co_name, work.__module__, work(1))
