# An exception raised after the hop is caught three frames out, and runs every finally between.
from hop import hop


def raiser(out):
    try:
        hop()
        raise OSError(2, "gone")
    finally:
        out.append("raiser")


def middle(out):
    try:
        return raiser(out)
    except KeyError:
        out.append("not here")
    finally:
        out.append("middle")


def outer(out):
    try:
        middle(out)
    except OSError as error:
        out.append((type(error).__name__, error.errno, error.args))
    return out


print(outer([]))
