# hops: 2
# Locks that are held and free, conditions, events and semaphores.
import threading

from hop import hop


def work():
    held, free, again = threading.Lock(), threading.Lock(), threading.RLock()
    held.acquire()
    event, gate = threading.Event(), threading.Semaphore(2)
    event.set()
    gate.acquire()
    again.acquire()
    with again, free:
        hop()
        print(held.locked(), free.locked(), event.is_set())
    again.release()
    print(held.locked(), free.acquire(False), gate.acquire(False), gate.acquire(False))
    held.release()
    condition = threading.Condition()
    with condition:
        hop()
        condition.notify_all()
    try:
        again.release()
    except RuntimeError:
        print("not held")


work()
