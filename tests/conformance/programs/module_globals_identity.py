# globals() is the dict of __main__ after the hop, and functions see what is stored there.
import sys

from hop import hop


def read():
    return counter


def add(by):
    global counter
    counter += by
    return globals() is sys.modules["__main__"].__dict__


counter = 1
alias = read
print(add(1))
hop()
print(add(10), read(), counter, globals() is sys.modules["__main__"].__dict__)
print(alias is read, globals()["read"] is read, read.__globals__ is globals(), __name__)
import __main__  # noqa: E402

print(__main__.counter, vars(__main__) is globals(), __main__.add is add)
