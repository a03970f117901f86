"""Ten thousand captures leave nothing behind: no object, no block of memory, no reference to what they read.

Knows what to count in a process; must not know how the engine reads. How time grows with the program is measured in benchmarks/.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from interpreters import Interpreter

CAPTURES = 10_000

#: A frame of each kind, with all that a frame can hold, and at the end of it what counts.
PROGRAM = """
import gc, json, sys, weakref
from pyteleport import errors
from pyteleport._capture import capture

class Mark:
    pass

def numbers(limit):
    mark = Mark()
    try:
        for number in range(limit):
            yield number, mark
    finally:
        mark = None

async def later(mark):
    yield mark

class Holder:
    def __init__(self):
        self.items = [Mark(), "text", 2.5, {"key": Mark()}, bytearray(100)]
    def __enter__(self):
        return self
    def __exit__(self, *error):
        return False
    def method(self, *args, option=None, **others):
        local = Mark()
        generator = numbers(5)
        next(generator)
        fresh = numbers(3)
        asynchronous = later(local)
        iterator = iter([1, 2, 3])
        next(iterator)
        with self as entered:
            for item in self.items:
                try:
                    raise ValueError(local)
                except ValueError as error:
                    return [(local, measure(generator, fresh)) for _ in (1,)]

def closing(first):
    cell = [Mark()]
    def inner(second):
        return {first: cell, second: holder.method(1, 2, option=first, more=second)}
    return inner

WAY = "%(way)s"
def refused(frame, value, error):
    try:
        capture(frame, value)
    except error:
        return 0
    raise AssertionError("this can't be moved")

def once(held):
    if WAY == "captured":
        capture(held[0])
    elif WAY == "behind C code":
        max([1], key=lambda item: refused(sys._getframe(), None, errors.NativeFrameError))
    else:
        refused(held[0], sys._getframe(), errors.UnsupportedObjectError)

def count(watched, held):
    gc.collect()
    return {
        "blocks": sys.getallocatedblocks(),
        "objects": len(gc.get_objects()),
        "common": [sys.getrefcount(one) for one in (None, True, (), "", 0)],
        "own": [sys.getrefcount(one) for one in watched + held],
    }

def measure(generator, fresh):
    held = [sys._getframe(1)]
    watched = [Mark, Holder, Holder.method, holder, holder.items, holder.items[0], generator, fresh, held[0].f_code]
    watched += [numbers.__code__, closing.__code__, generator.gi_frame, sys, globals(), type(iter([]))]
    results = []
    # First what it takes until nothing grows any more that the interpreter interns or caches.
    for captures in (%(settle)d, %(captures)d):
        for _ in range(captures):
            once(held)
        results.append(count(watched, held))
    print(json.dumps(results))

holder = Holder()
for result in [closing("first")]:
    result("second")
"""


#: What an interpreter's own free lists and caches may hold at one time and not at another.
SLACK = 1200


@pytest.mark.parametrize(
    ("way", "captures"),
    [
        ("captured", CAPTURES),
        ("behind C code", CAPTURES),
        ("with an object that can't travel", CAPTURES // 10),
    ],
)
def test_captures_leave_nothing_behind(
    interpreter: Interpreter,
    site_packages: Path,
    clean_environment: dict[str, str],
    way: str,
    captures: int,
) -> None:
    program = site_packages.parent / "leaks.py"
    program.write_text(PROGRAM % {"settle": captures // 5, "captures": captures, "way": way})
    done = subprocess.run(
        [*interpreter.command(program.parent), str(program)],
        env={**clean_environment, "PYTHONPATH": str(site_packages), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout)
    assert after["own"] == before["own"]
    assert after["objects"] - before["objects"] <= 3  # the first count itself
    assert abs(after["blocks"] - before["blocks"]) < SLACK
    for count, count_before in zip(after["common"], before["common"]):
        assert abs(count - count_before) < SLACK
