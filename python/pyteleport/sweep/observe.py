"""Knows what of a run can be observed, and whether two runs showed the same.

Must not know how programs are run.
"""

from __future__ import annotations

import difflib
import os
import re
import signal
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Dict, List, Optional, Sequence, Tuple

__all__ = ["NORMALISERS", "Outcome", "differences", "read_tree", "settle"]

#: What two runs may show differently, from the most harmless on. The first always, the others as far as undisturbed runs differ.
NORMALISERS: Tuple[Tuple[str, bytes, bytes], ...] = (
    ("unittest's time", rb"(?m)^(Ran \d+ tests? in )[\d.]+s$", rb"\1a while"),
    ("durations", rb"\b\d+\.\d+ ?(?=s\b|sec|ms\b)", b"0.0"),
    ("addresses", rb"\b0x[0-9a-f]{6,}\b", b"0x0"),
)

_SHOWN_LINES = 24
_SHOWN_BYTES = 4000


class Outcome:
    """What a run left: exit status (negative: the signal that ended it), streams, and files with their contents."""

    def __init__(self, status: int, stdout: bytes, stderr: bytes, tree: Dict[str, str]) -> None:
        self.status = status
        self.stdout = stdout
        self.stderr = stderr
        self.tree = tree

    def normalised(self, names: Sequence[str]) -> Outcome:
        streams = [self.stdout, self.stderr]
        for name, pattern, replacement in NORMALISERS:
            if name in names:
                streams = [re.sub(pattern, replacement, stream) for stream in streams]
        return Outcome(self.status, streams[0], streams[1], self.tree)

    def same(self, other: Outcome) -> bool:
        return (self.status, self.stdout, self.stderr, self.tree) == (
            other.status,
            other.stdout,
            other.stderr,
            other.tree,
        )


def settle(outcomes: List[Outcome]) -> Optional[List[str]]:
    """What must be normalised so that all `outcomes` are the same; None if nothing makes them so."""
    names: List[str] = []
    for name, _, _ in NORMALISERS:
        names.append(name)
        first, *others = [outcome.normalised(names) for outcome in outcomes]
        if all(first.same(other) for other in others):
            return names
    return None


def differences(expected: Outcome, got: Outcome) -> Dict[str, str]:
    """What `got` shows differently, in words and diffs: by "status", "stdout", "stderr" and "files"."""
    found: Dict[str, str] = {}
    if expected.status != got.status:
        found["status"] = "expected %s, got %s" % (_status(expected.status), _status(got.status))
    for name in ("stdout", "stderr"):
        ours, theirs = getattr(expected, name), getattr(got, name)
        if ours != theirs:
            found[name] = _diff(ours, theirs)
    if expected.tree != got.tree:
        lines = []
        for path in sorted({*expected.tree, *got.tree}):
            ours, theirs = expected.tree.get(path), got.tree.get(path)
            if ours != theirs:
                lines.append("%s: expected %s, got %s" % (path, ours or "nothing", theirs or "nothing"))
        found["files"] = "\n".join(lines[:_SHOWN_LINES])
    return found


def _status(status: int) -> str:
    if status >= 0:
        return "exit status %d" % status
    try:
        return "signal %s" % signal.Signals(-status).name
    except ValueError:
        return "signal %d" % -status


def _diff(expected: bytes, got: bytes) -> str:
    texts = [text.decode("utf-8", "backslashreplace").splitlines() for text in (expected, got)]
    if texts[0] == texts[1]:
        return "line ends differ: expected %r…, got %r…" % (expected[-60:], got[-60:])
    common = 0
    for ours, theirs in zip(*texts):
        if ours != theirs:
            break
        common += 1
    begin = max(common - 2, 0)
    window = [text[begin : begin + 200] for text in texts]
    lines = list(difflib.unified_diff(window[0], window[1], "expected", "got", "", "", 2, ""))[2:]
    shown = "\n".join(lines[:_SHOWN_LINES])
    return shown[:_SHOWN_BYTES] + ("\n…" if len(lines) > _SHOWN_LINES or len(shown) > _SHOWN_BYTES else "")


def read_tree(root: str, skip: Callable[[str], bool] = lambda name: name == "__pycache__") -> Dict[str, str]:
    """All below `root`: by relative path, kind, mode and contents in a form that can be compared and shown."""
    from hashlib import sha256

    tree: Dict[str, str] = {}
    for directory, below, files in os.walk(root):
        below[:] = sorted(name for name in below if not skip(name))
        for name in below + files:
            path = os.path.join(directory, name)
            relative = os.path.relpath(path, root)
            status = os.lstat(path)
            mode = oct(stat.S_IMODE(status.st_mode))
            if stat.S_ISLNK(status.st_mode):
                tree[relative] = "a link to %r" % os.readlink(path)
            elif stat.S_ISDIR(status.st_mode):
                tree[relative] = "a directory %s" % mode
            elif stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    data = file.read()
                shown = (
                    repr(data)
                    if len(data) <= 60
                    else "%d bytes %s" % (len(data), sha256(data).hexdigest()[:12])
                )
                tree[relative] = "a file %s: %s" % (mode, shown)
            else:
                tree[relative] = "a special file %s" % mode
    return tree
