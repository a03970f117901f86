"""C functions that hold what they do in variables of their own are refused by name, and go on as if nothing had been asked.

Knows which C functions run Python code from within; must not know how the engine tells them apart. All are in one program,
for a refused hop changes nothing.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from interpreters import Interpreter

HEAD = """
import bisect, collections, copy, functools, heapq, json, os, pickle, re
import pyteleport

near, refusals = os.getpid(), []


def hop(value=1, *more):
    try:
        pyteleport.teleport()
    except pyteleport.TeleportError as error:
        refusals.append("%s | %s" % (type(error).__name__, str(error).replace(chr(10), " ")))
    else:
        refusals.append("moved to another process: %s" % (os.getpid() != near))
    return value


def numbers():
    yield hop(1)
    yield 2


def pairs():
    yield hop("k"), 1


class Thing:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return hop(True)

    def __lt__(self, other):
        return hop(self.n < other.n)

    def __hash__(self):
        return 5

    def __reduce__(self):
        return Thing, (hop(self.n),)


class Table:
    def __getitem__(self, key):
        return hop("x")


class Mapping:
    def keys(self):
        return [1]

    def __getitem__(self, key):
        return hop(key)


def results(name, function):
    refusals.clear()
    result = function()
    print(name, "->", repr(result), "|", refusals[0] if refusals else "no hop")


ordered = [Thing(2), Thing(1)]
"""

CASES = {  # what runs, the word that names it in the message, and its result
    "sorted by a key": ("sorted([2, 1], key=hop)", "sorted", "[1, 2]"),
    "sorted by comparing": ("[t.n for t in sorted(ordered)]", "sorted", "[1, 2]"),
    "list.sort": ("(lambda made: made.sort(key=hop) or made)([2, 1])", "sort", "[1, 2]"),
    "max": ("max([1, 2], key=hop)", "max", "2"),
    "min": ("min([1, 2], key=hop)", "min", "1"),
    "max of a generator": ("max(numbers())", "max", "2"),
    "reduce": ("functools.reduce(lambda a, b: hop(a + b), [1, 2, 3])", "reduce", "6"),
    "re.sub": ("re.sub('a', lambda match: hop('b'), 'aa')", "sub", "'bb'"),
    "frozenset of a generator": ("frozenset(numbers())", "frozenset", "frozenset({1, 2})"),
    "dict of a generator": ("dict(pairs())", "dict", "{'k': 1}"),
    "bytes of a generator": ("bytes(numbers())", "bytes", r"b'\x01\x02'"),
    "sum": ("sum(numbers())", "sum", "3"),
    "list.index": ("[0, Thing(1)].index(5)", "index", "1"),
    "list.count": ("[Thing(1), Thing(2)].count(5)", "count", "2"),
    "list.remove": ("[Thing(1)].remove(5)", "remove", "None"),
    "tuple.index": ("(0, Thing(1)).index(5)", "index", "1"),
    "dict.update": ("(lambda made: made.update(Mapping()) or made)({})", "update", "{1: 1}"),
    "dict.get": ("{Thing(1): 'found'}.get(Thing(2))", "get", "'found'"),
    "set.add": ("(lambda made: made.add(Thing(2)) or len(made))({Thing(1)})", "add", "1"),
    "heappush": ("heapq.heappush([Thing(1)], Thing(2))", "heappush", "None"),
    "bisect": ("bisect.bisect_right([Thing(1)], Thing(2))", "bisect_right", "1"),
    "str.translate": ("'ab'.translate(Table())", "translate", "'xx'"),
    "json": ("json.dumps(Thing(1), default=lambda thing: hop(thing.n))", "Encoder", "'1'"),
    "pickle": ("pickle.loads(pickle.dumps(Thing(3))).n", "dumps", "3"),
}


def test_c_functions_are_refused_by_name(
    interpreter: Interpreter, tmp_path: Path, site_packages: Path, clean_environment: dict[str, str]
) -> None:
    (tmp_path / "site").mkdir()
    for each in site_packages.iterdir():
        subprocess.run(["cp", "-r", str(each), str(tmp_path / "site")], check=True)
    program = tmp_path / "program.py"
    lines = ["results(%r, lambda: %s)" % (name, source) for name, (source, _, _) in CASES.items()]
    program.write_text(HEAD + "\n".join(lines) + "\n")
    done = subprocess.run(
        [*interpreter.command(tmp_path), str(program)],
        env=dict(clean_environment, PYTHONPATH=str(tmp_path / "site")),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    wrong = []
    for line, (name, (_, word, result)) in zip(done.stdout.splitlines(), CASES.items()):
        shown, _, refusal = line.partition(" | ")
        kind, _, message = refusal.partition(" | ")
        reason = message.partition(" at ")[2].partition("hint:")[0].partition(":")[2]
        named = re.search(r"\b%s\b" % word, reason)
        if shown != "%s -> %s" % (name, result) or kind != "NativeFrameError" or not named:
            wrong.append(line)
    assert not wrong, "\n".join(wrong)
    assert len(done.stdout.splitlines()) == len(CASES), done.stdout
