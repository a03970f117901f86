# hops: 2
# axes: process ssh
# How garbage is collected, and who is told.
import gc

from hop import hop

seen = []


class Ring:
    def __init__(self):
        self.ring = self

    def __del__(self):
        seen.append("ended")


def told(phase, information):
    if phase == "stop" and information["generation"] == 2:
        seen.append(phase)


def work():
    gc.callbacks.append(told)
    gc.set_threshold(5000, 20, 30)
    Ring()
    hop()
    print(gc.isenabled(), gc.get_threshold()[:2], gc.callbacks == [told])
    gc.collect()
    print(sorted(set(seen)))
    gc.callbacks.remove(told)
    gc.disable()
    hop()
    print(gc.isenabled(), gc.callbacks)


work()
