# sys.exit() after the hop: the status arrives, finally runs.
import sys

from hop import hop


def leave(status):
    try:
        hop()
        sys.exit(status)
    finally:
        print("leaving")


leave(42)
