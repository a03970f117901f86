# Five try blocks around a hop; the middle one catches.
from hop import hop


def attempt(kind):
    out = []
    try:
        try:
            try:
                try:
                    try:
                        hop()
                        raise kind("x")
                    except KeyError:
                        out.append("key")
                finally:
                    out.append("finally")
            except ValueError:
                out.append("value")
        except TypeError:
            out.append("type")
    except Exception:
        out.append("any")
    return out


print(attempt(ValueError))
