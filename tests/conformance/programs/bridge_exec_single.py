# refused: 2
# axes: process
# hops: 3
# exec of an interactive statement: what sys.displayhook shows, and a hook of the program's own that hops.
import sys

from hop import hop

exec(compile("hop([1, 2])", "<interactive>", "single"))


class Shown:
    def __repr__(self):
        return hop("shown")


exec(compile("Shown()", "<interactive>", "single"))
sys.displayhook = lambda value: print("displays", hop(value))
exec(compile("6 * 7", "<interactive>", "single"))
