# hops: 2
# A manager that suppresses what is raised after the hop.
import contextlib

from hop import hop


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.seen = value
        return True


def attempt():
    with Quiet() as quiet:
        hop()
        raise ValueError("quiet")
    with contextlib.suppress(KeyError, LookupError):
        hop()
        [][1]
    return repr(quiet.seen)


print(attempt())
