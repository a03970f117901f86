# refused: 2
# axes: process
# hops: 2
# __del__ of a generator's frame, and an exception that __del__ drops while another one is handled.
import os
import sys

from hop import hop


class Ends:
    def __del__(self):
        started.append(1)
        if len(started) > 2:
            os._exit(3)  # never go on for ever from process to process
        log.append(hop("ended"))
        try:
            raise KeyError("inside")
        except KeyError as error:
            log.append(str(error))


def generate():
    held = Ends()
    yield held is not None


log, started = [], []
generator = generate()
next(generator)
generator.close()
try:
    raise ValueError("outside")
except ValueError:
    ends = Ends()
    ends = None
    log.append(repr(sys.exc_info()[1]))
print(log)
