# refused: 3.8-3.9 <=2
# hops: 2
# A timer's signal handler that hops in the middle of a loop, and one that raises after the hop.
import signal

from hop import hop


class Timeout(Exception):
    pass


def handler(number, frame):
    global rings
    rings += 1
    hop()
    if rings == 2:
        raise Timeout(frame.f_code.co_name)


def work():
    turns = 0
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    while not rings:
        turns += 1
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        while True:
            turns += 1
    except Timeout as error:
        return str(error), turns > 0


rings = 0
signal.signal(signal.SIGALRM, handler)
print(work(), rings)
