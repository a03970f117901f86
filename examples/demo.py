"""Three nested calls, half of each here and half there.

python examples/demo.py                    to a new process on this host
python examples/demo.py ssh HOST           to another host, by any command that ends in a shell there
"""

import os
import platform
import sys

from pyteleport import teleport, tp_bash


def where(text):
    print("%-9s process %d on %s" % (text, os.getpid(), platform.node()))


def a():
    def b():
        def c():
            result = "hello"
            where("before:")
            if sys.argv[1:]:
                tp_bash(*sys.argv[1:], python="python%d.%d" % sys.version_info[:2])
            else:
                teleport()
            where("after:")
            return result + " world"

        return len(c()) + float("3.5")

    return 5 * (3 + b())


print("5 * (3 + len('hello world') + 3.5) =", a())
