# global and nonlocal of the same name in one chain of frames.
from hop import hop

x = "global"


def outer():
    x = "local"

    def uses_global():
        global x
        x = hop(x) + " seen"

    def uses_nonlocal():
        nonlocal x
        x = x + " changed"

    uses_global()
    uses_nonlocal()
    return x


print(outer(), x)
