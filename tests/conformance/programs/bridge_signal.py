# hops: 2
# A signal handler that hops, between two instructions or inside of the call that sent the signal.
import os
import signal

from hop import hop

got = []


def handler(number, frame):
    got.append((hop(number == signal.SIGUSR1), frame.f_code.co_name, sorted(frame.f_locals)))


def work(n):
    local = [n]
    os.kill(os.getpid(), signal.SIGUSR1)
    after = n + 1
    return local, after


signal.signal(signal.SIGUSR1, handler)
print(work(5))
signal.raise_signal(signal.SIGUSR1)
print([(ok, name) for ok, name, names in got], signal.getsignal(signal.SIGUSR1) is handler)
