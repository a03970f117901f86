# hops: 2
# A hop in finally while an exception is on its way through.
import sys

from hop import hop


def attempt(out):
    try:
        raise ValueError("on its way")
    finally:
        out.append(repr(sys.exc_info()[1]))
        hop()
        out.append(repr(sys.exc_info()[1]))


def swallowed(out):
    for _ in range(2):
        try:
            raise ValueError("dropped")
        finally:
            hop()
            out.append("break")
            break
    return out, sys.exc_info()


out = []
try:
    attempt(out)
except ValueError as error:
    out.append(repr(error))
print(out)
print(swallowed([]))
