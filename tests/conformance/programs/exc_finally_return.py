# hops: 3
# A hop in finally while a return value waits; return in finally wins.
from hop import hop


def waits():
    try:
        return "returned"
    finally:
        hop()


def computed(x):
    try:
        return [x, x + 1]
    finally:
        x = hop(10)


def wins():
    try:
        return "lost"
    finally:
        return hop("won")


print(waits(), computed(1), wins())
