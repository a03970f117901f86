# Three functions deep, half of every expression here and half there.
from hop import hop


def a():
    def b():
        def c():
            result = "hello"
            hop()
            return result + " world"

        return len(c()) + float("3.5")

    return 5 * (3 + b())


print(a())
