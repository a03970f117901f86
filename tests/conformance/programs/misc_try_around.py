# axes: process
# hops: 6
# try, except, else and finally around instructions that hop and raise.
from hop import hop


class Thing:
    def __add__(self, other):
        hop()
        raise ArithmeticError("add")

    def __getitem__(self, key):
        hop()
        raise KeyError(key)

    def __getattr__(self, name):
        hop()
        raise AttributeError(name)

    def __bool__(self):
        hop()
        raise ValueError("bool")

    def __next__(self):
        hop()
        raise RuntimeError("next")

    def __iter__(self):
        return self

    def __contains__(self, item):
        hop()
        raise LookupError("contains")


def attempt(function, thing):
    out = []
    try:
        try:
            function(thing)
        except KeyError as error:
            out.append("key %s" % error)
            return out
        except (ArithmeticError, AttributeError):
            out.append("handled")
            raise
        else:
            out.append("else")
        finally:
            out.append("finally")
    except Exception as error:
        out.append(repr(error))
    return out


def loop(thing):
    for x in thing:
        print(x)


for function in (
    lambda thing: thing + 1,
    lambda thing: thing["k"],
    lambda thing: thing.attribute,
    lambda thing: 1 if thing else 2,
    loop,
    lambda thing: 5 in thing,
):
    print(attempt(function, Thing()))
