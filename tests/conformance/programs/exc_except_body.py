# A hop in a handler: the exception is still handled, its name goes afterwards.
import sys

from hop import hop


def attempt():
    try:
        {}["missing"]
    except KeyError as error:
        same = error
        hop()
        print(repr(error), same is error, sys.exc_info()[1] is error, sys.exc_info()[0].__name__)
    try:
        print(error)
    except UnboundLocalError:
        print("unbound", sys.exc_info()[1].__context__)
    return sys.exc_info()


print(attempt())
