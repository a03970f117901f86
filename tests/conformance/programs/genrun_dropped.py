# refused: 3
# axes: process
# hops: 5
# A generator that is closed because the call that drove it has let go of it is not taken for one that is being driven.
from hop import hop

log = []


def numbers():
    try:
        yield 1
    finally:
        log.append(hop("closed"))


def work():
    print(numbers().send(None), log)
    print(next(numbers()), log)
    for number in numbers():
        break
    del number
    print(log)
    generator = numbers()
    next(generator)
    generator.close()
    print(log, hop("end"))


work()
