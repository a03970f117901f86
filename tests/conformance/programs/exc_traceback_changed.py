# hops: 6
# Tracebacks that are changed while their exception is handled: what is raised again has the one it was caught with up to 3.10, its own from 3.11 on.
import traceback
from contextlib import contextmanager

from hop import hop


@contextmanager
def cm():
    try:
        yield
    finally:
        hop()


class M:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        error.__traceback__ = None
        hop()


def shown(e):
    return [(x.lineno, x.name) for x in traceback.extract_tb(e.__traceback__)]


def trial(make):
    try:
        with make():
            raise KeyError(1)
    except KeyError as e:
        return shown(e)


print(trial(cm), trial(M))


def again():
    try:
        try:
            {}[1]
        except KeyError as e:
            e.__traceback__ = None
            hop()
            raise
    except KeyError as e:
        return shown(e)


print(again())


def deeper():
    try:
        try:
            with cm():
                again()
                {}[2]
        finally:
            hop()
    except KeyError as e:
        return shown(e)


print(deeper())
