# hops: 3
# contextlib.contextmanager: the manager's generator is suspended during the hop.
from contextlib import contextmanager

from hop import hop


@contextmanager
def section(name, log):
    log.append("begin " + name)
    try:
        yield name.upper()
    except ValueError as error:
        log.append("swallowed %s" % error)
    finally:
        log.append("end " + name)


def attempt(log):
    with section("one", log) as one:
        log.append(one)
        hop()
    with section("two", log), section("three", log) as three:
        log.append(three)
        hop()
        raise ValueError(hop("bad"))
    return log


print(attempt([]))
