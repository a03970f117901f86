# axes: process
# hops: 2
# The traceback that `__exit__` is given is the exception's, and runs through the frame that the exception leaves.
import sys

from hop import hop


def fail():
    raise OSError("first")


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.kept = trace
        hop()
        print(value.__traceback__ is trace, trace.tb_frame is sys._getframe(1), trace.tb_next.tb_lineno)
        return True


def managed():
    with Manager() as manager:
        fail()
    print(manager.kept.tb_frame is sys._getframe(), manager.kept.tb_next.tb_frame.f_code.co_name)
    with Manager() as manager:
        raise ExceptionGroup("group", [ValueError(1)]) if sys.version_info >= (3, 11) else ValueError(1)


try:
    managed()
except AttributeError as error:
    print(error)
