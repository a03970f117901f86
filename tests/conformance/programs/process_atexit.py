# hops: 2
# What atexit holds runs once, at the end of the far side, in order.
import atexit

from hop import hop


@atexit.register
def last():
    print("registered first, runs last")


hop()
atexit.register(print, "registered far,", "runs first")
hop()
print("end of the program")
