# locals() and vars() after the hop.
from hop import hop


def work(a, *rest, k=1):
    b = [a]

    def inner():
        return b

    hop()
    names = locals()
    return sorted(names), names["b"] is b, vars()["a"], inner() is b


print(work(1, 2))
