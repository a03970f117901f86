# hops: 6
# What an AttributeError is told of the attribute that was looked for, when a property or `__getattr__` raises it after the hop.
from hop import hop


class Plain:
    colour = 1

    @property
    def color(self):
        hop()
        raise AttributeError("no color")


class Own:
    @property
    def color(self):
        hop()
        error = AttributeError("own")
        error.name = error.obj = "own"
        raise error


class Asked:
    def __getattr__(self, name):
        hop()
        raise AttributeError("asked")


class Below(Plain):
    def ask(self):
        return super().color


def show(ask):
    try:
        ask()
    except AttributeError as error:
        print(error, getattr(error, "name", "-"), type(getattr(error, "obj", "-")).__name__)


for ask in (
    lambda: Plain().color,
    lambda: Own().color,
    lambda: Asked().color,
    lambda: getattr(Plain(), "color"),
    lambda: Plain().color(),
    lambda: Below().ask(),
):
    show(ask)
