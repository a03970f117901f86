# axes: process dump
# requires: 3.13
# hops: 2
# What type parameters and aliases compute when they are asked for it is computed once, when they are asked: by a hop neither sooner nor again.
from typing import TypeVar

from hop import hop

log = []


def say(what):
    log.append(what)
    return what


class Box[T: say(int) = say(bool), U: (say(int), say(str)) = say(str)]:
    type Inner[V] = dict[V, say(float)]

    def method[W: Later](self, value: W):
        return value


type Alias[*Ts = *tuple[say(int), ...]] = say("alias")
type Callback[**P = [say(int)]] = say("callback")
type Never = nowhere
Old = TypeVar("Old", bound=int, covariant=True, default=bool)


def work():
    type Tree = list[Tree] | say(int)
    T, U = Box.__type_params__
    before = T.__bound__
    hop()
    print(log, T.__bound__ is before, T.has_default(), T.__constraints__, T.__infer_variance__)
    print(T.__default__, U.__bound__, U.__constraints__, U.__default__, log)
    print(Box.Inner.__value__, Box.Inner.__type_params__, Box.Inner.__module__, log)
    hop()
    print(Alias.__type_params__[0].__default__, Alias.__value__, Callback.__type_params__[0].__default__, log)
    print(Box.method.__type_params__[0].__bound__, Tree.__value__, U.__constraints__, log)
    print(Old.__bound__, Old.__covariant__, Old.__default__, Old.__module__, T.has_default())
    try:
        print(Never.__value__)
    except NameError as error:
        print(error)


class Later:
    pass


work()
