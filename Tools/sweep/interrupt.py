#!/usr/bin/env python3
"""Capture a program from a signal handler, thousands of times, at moments that nobody has chosen: it must survive.

    PYTHONPATH=python python3 Tools/sweep/interrupt.py PROGRAM [TIMES]

PROGRAM is run TIMES times (8) in this process, with a timer; it must leave SIGALRM and the timer alone. What it prints is dropped. Shows how
many captures went well, and for what reasons others were refused. Nothing moves: this looks for crashes, of which a sweep finds few,
because it stops between instructions only.
"""

import collections
import io
import os
import signal
import sys
import tempfile

from pyteleport import TeleportError, _capture, _native

EVERY = 0.0002  # seconds
ENGINE = _native.engine()
COUNTS = collections.Counter()


class Handler:
    busy = False

    def __call__(self, number, frame):
        if not self.busy:
            self.busy = True
            try:
                count()
            finally:
                self.busy = False


def count():
    frame = sys._getframe()
    try:
        records = capture(frame, _capture._outermost(frame))
        COUNTS["captured"] += 1
        del records
    except ENGINE.Refusal as refusal:
        COUNTS[": ".join(refusal.args[1:])] += 1
    except TeleportError as error:
        COUNTS[str(error.code)] += 1


def capture(frame, last):
    return ENGINE.capture(frame, last, _capture._bridge, _capture._handler_codes, False)


def main(path, times):
    with open(path) as file:
        code = compile(file.read(), os.path.abspath(path), "exec")
    main_ = sys.modules["__main__"]
    own, shown = dict(vars(main_)), sys.stdout
    handler = Handler()
    signal.signal(signal.SIGALRM, lambda number, frame: handler(number, frame))
    with tempfile.TemporaryDirectory() as directory:
        os.chdir(directory)
        signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
        for _ in range(times):
            sys.stdout = io.StringIO()
            try:
                exec(code, vars(main_))
            except SystemExit:
                pass
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.chdir("/")
    sys.stdout = shown
    vars(main_).update(own)
    for reason, number in COUNTS.most_common():
        print("%6d  %s" % (number, reason))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 8)
