# hops: 2
# axes: process dump
# Functions, methods and classes of the program's in modules that are imported over there; what copyreg was told.
import abc
import copyreg
import json
import string
import textwrap
import unittest.mock

from hop import hop


def shout(text, *rest):
    return text.upper()


class Formatter(string.Formatter):
    def format(self, *args):
        return "mine"


class Base(abc.ABC):
    pass


class Odd:
    def __init__(self, value):
        self.value = value


def reduce_odd(odd):
    return Odd, (odd.value + 1,)


def work():
    textwrap.shorten = shout
    textwrap.TextWrapper.fill = lambda self, text: "filled " + text
    textwrap.TextWrapper.mine = property(lambda self: "mine of %d" % self.width)
    textwrap.Base = Base
    string.Formatter = Formatter
    copyreg.pickle(Odd, reduce_odd)
    with unittest.mock.patch("json.dumps", return_value="mocked"):
        hop()
        print(textwrap.shorten("abc", 2), textwrap.TextWrapper().fill("x"), string.Formatter().format("a"))
        print(textwrap.TextWrapper(width=7).mine, textwrap.Base is Base)
        print(json.dumps(1), copyreg.dispatch_table[Odd] is reduce_odd)
    print(json.dumps(1))
    hop()
    print(textwrap.shorten("abc", 2), textwrap.TextWrapper().fill("x"), string.Formatter is Formatter, json.dumps([2]))


work()
