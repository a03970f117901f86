# Settings of the standard library: logging, warnings, hooks, mask, collector, limits.
import gc
import logging
import os
import sys
import warnings

from hop import hop


def show_exception(kind, error, trace):
    print("hook", kind.__name__, error)
    sys.stdout.flush()


def work():
    logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(name)s %(message)s")
    logging.addLevelName(15, "NOTICE")
    own = logging.getLogger("own.part")
    own.setLevel(15)
    own.info("before")
    warnings.filterwarnings("error", message="really")
    sys.excepthook = show_exception
    os.umask(0o027)
    gc.disable()
    gc.set_threshold(5, 6, 7)
    sys.setrecursionlimit(2345)
    hop()
    logging.info("after")
    own.log(15, "notice")
    own.debug("not shown")
    try:
        warnings.warn("really bad")
    except UserWarning as error:
        print("raised", error)
    print(oct(os.umask(0o022)), gc.isenabled(), gc.get_threshold()[:2], sys.getrecursionlimit())
    print(logging.getLogger("own.part") is own, len(logging.root.handlers), logging.getLevelName(15))


work()
raise ValueError("at the end")
