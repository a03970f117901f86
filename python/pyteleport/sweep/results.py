"""Knows what a sweep has found: counts, reasons with an example each, and every boundary that is wrong.

Must not know how it is found nor shown.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

__all__ = ["Result", "merge", "place_of", "reason_of"]


class Result:
    """What a sweep has found."""

    def __init__(self, program: str) -> None:
        self.program = program
        #: Why no boundary was tried, or why what was tried means nothing; empty if all went well.
        self.unfit = ""
        self.normalised: List[str] = []
        self.instructions = 0
        self.eligible = 0
        self.every = 1
        self.right = 0
        #: By reason: how often, and the first such boundary with its message.
        self.refused: Dict[str, Dict[str, Any]] = {}
        self.wrong: List[Dict[str, Any]] = []
        #: Whether the near run showed anything different because it was captured on its way.
        self.disturbed: Dict[str, str] = {}
        self.notes: List[str] = []
        self.seconds = 0.0

    @property
    def tried(self) -> int:
        return self.right + len(self.wrong) + self.refusals

    @property
    def refusals(self) -> int:
        counts: List[int] = [entry["count"] for entry in self.refused.values()]
        return sum(counts)

    def refuse(self, reason: str, message: str, report: Dict[str, Any], count: int = 1) -> None:
        entry = self.refused.setdefault(
            reason, {"count": 0, "example": {**place_of(report), "message": message}}
        )
        entry["count"] += count

    def as_dict(self) -> Dict[str, Any]:
        return {
            "program": self.program,
            "unfit": self.unfit,
            "totals": {
                "instructions": self.instructions,
                "eligible": self.eligible,
                "every": self.every,
                "tried": self.tried,
                "right": self.right,
                "refused": self.refusals,
                "wrong": len(self.wrong),
            },
            "refused": self.refused,
            "wrong": self.wrong,
            "disturbed": self.disturbed,
            "normalised": self.normalised,
            "notes": self.notes,
            "seconds": round(self.seconds, 1),
        }


def merge(results: List[Result]) -> Result:
    """The results of all shares of one sweep as one."""
    whole = results[0]
    for part in results[1:]:
        whole.unfit = whole.unfit or part.unfit
        whole.right += part.right
        whole.wrong += part.wrong
        for reason, entry in part.refused.items():
            whole.refuse(reason, entry["example"]["message"], entry["example"], entry["count"])
        whole.disturbed.update(part.disturbed)
        whole.notes += [note for note in part.notes if note not in whole.notes]
        whole.normalised += [name for name in part.normalised if name not in whole.normalised]
        whole.seconds = max(whole.seconds, part.seconds)
    whole.wrong.sort(key=lambda entry: int(entry["number"]))
    return whole


def place_of(report: Dict[str, Any]) -> Dict[str, Any]:
    """Which boundary a report is about."""
    names = ("number", "file", "line", "function", "instruction", "offset")
    return {name: report[name] for name in names}


def reason_of(code: str, message: str) -> str:
    """What refusals are counted by: the code, with what the frame waits for or of which type the object is that can't travel."""
    for pattern in (
        r"waits for (.*?)(?:, which|, whose|\.\s|\.?$)",
        r"can't travel: ([\w.<>]+)",
        r"not understood: (.*?)\.$",
    ):
        found = re.search(pattern, message)
        if found:
            return "%s: %s" % (code, found[1])
    return code
