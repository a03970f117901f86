# Three frames handle three exceptions at once.
import sys

from hop import hop


def level(n):
    try:
        raise ValueError(n)
    except ValueError as error:
        if n:
            inner = level(n - 1)
        else:
            inner = hop([])
        assert sys.exc_info()[1] is error
        chain, link = [], error
        while link is not None:
            chain.append(link.args[0])
            link = link.__context__
        return inner + [chain]


print(level(2), sys.exc_info())
