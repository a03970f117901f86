# axes: process dump
# hops: 3
# An exception that nobody catches, through functions of two files that hopped, a method and a generator.
import helper_state
from hop import hop


class Thing:
    def method(self, x):
        hop()
        return helper_state.call(lambda: self.fails(x))

    def fails(self, x):
        try:
            hop()
            raise KeyError(x)
        except KeyError as error:
            raise RuntimeError("nobody catches this") from error


def work(depth):
    if depth:
        return [
            work(depth - 1),
            depth,
        ]
    hop()
    return Thing().method("key")


work(3)
