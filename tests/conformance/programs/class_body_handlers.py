# axes: process
# hops: 5
# Blocks inside a class body: try, with, loops and conditions around the hop.
import contextlib

from hop import hop


class Made:
    log = []
    try:
        hop()
        raise KeyError("in the body")
    except KeyError as error:
        log.append(hop(str(error)))
    finally:
        log.append(hop("finally"))
    with contextlib.suppress(ValueError):
        log.append(hop("with"))
        raise ValueError
    for i in range(3):
        if i == 2:
            hop()
            break
    else:
        log.append("wrong")


print(Made.log, Made.i, hasattr(Made, "error"))
