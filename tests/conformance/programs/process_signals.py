# A signal handler of the program's own is in force after the hop.
import os
import signal

from hop import hop

got = []


def handler(number, frame):
    got.append((number == signal.SIGUSR1, frame is not None))


signal.signal(signal.SIGUSR1, handler)
hop()
os.kill(os.getpid(), signal.SIGUSR1)
print(got, signal.getsignal(signal.SIGUSR1) is handler)
