# hops: 4
# refused: 3.8-3.10 1, 3.11-3.15 4
# A signal that comes in C code is handled where the next function begins, before its first instruction (up to 3.10).
import signal

from hop import hop


def handler(number, frame):
    print("handled", frame.f_code.co_name)
    hop()


def plain(given):
    shown = [given]
    return shown + [2]


def looping(given):
    for number in range(2):
        given = (given, number)
    return given


def cells(given):
    return [lambda: given for _ in range(2)][1]()


def guarded(given):
    try:
        return {}[given]
    except KeyError as error:
        return error.args


signal.signal(signal.SIGUSR1, handler)
for function in plain, looping, cells, guarded:
    for got in map(function, map(signal.raise_signal, [signal.SIGUSR1])):
        print(function.__name__, got)
