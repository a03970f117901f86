"""Knows how results are shown: as text for people, as JSON for programs.

Must not know how they came about.
"""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List

    from .results import Result

__all__ = ["as_json", "as_text", "boundary_text"]


def as_json(result: Result) -> str:
    return json.dumps(result.as_dict(), indent=1, sort_keys=False) + "\n"


def as_text(result: Result) -> str:
    """The whole result, with an example of each refusal and each wrong boundary in full."""
    lines = ["sweep of %s" % result.program]
    if result.unfit:
        lines.append("  not swept: %s" % result.unfit)
        return "\n".join(lines) + "\n"
    lines.append(
        "  %d instructions, %d of them boundaries, each %s tried: %d in %.0f s"
        % (result.instructions, result.eligible, _ordinal(result.every), result.tried, result.seconds)
    )
    if result.normalised:
        lines.append(
            "  not compared, because undisturbed runs differ in them: %s" % ", ".join(result.normalised)
        )
    lines += ["  note: %s" % note for note in result.notes]
    lines.append("  right    %6d" % result.right)
    lines.append("  refused  %6d" % result.refusals)
    for reason, entry in sorted(result.refused.items(), key=lambda item: -int(item[1]["count"])):
        lines.append("    %6d  %s" % (entry["count"], reason))
        lines.append("            at %s" % _place(entry["example"]))
        lines.append("            %s" % _indent(entry["example"]["message"], 12))
    lines.append("  WRONG    %6d" % len(result.wrong))
    for entry in result.wrong:
        lines.append(_indent("    " + boundary_text(entry), 4))
    if result.disturbed:
        lines.append("  WRONG: the program that was captured went on differently itself")
        lines += ["    %s: %s" % (name, _indent(text, 6)) for name, text in result.disturbed.items()]
    return "\n".join(lines) + "\n"


def boundary_text(entry: Dict[str, Any], frames: bool = False) -> str:
    """One wrong boundary."""
    lines = ["%s at %s" % (entry["kind"], _place(entry))]
    if frames:
        lines.append("  frames, outermost first:")
        lines += ["    %(file)s:%(line)s in %(function)s" % frame for frame in entry["frames"]]
    for name, text in entry["diff"].items():
        lines.append("  %s: %s" % (name, _indent(text, 4)))
    return "\n".join(lines)


def _place(entry: Dict[str, Any]) -> str:
    return (
        "boundary %(number)d, %(file)s:%(line)d in %(function)s, before %(instruction)s (offset %(offset)d)"
        % entry
    )


def _indent(text: str, width: int) -> str:
    lines: List[str] = text.split("\n")
    return ("\n" + " " * width).join(lines)


def _ordinal(number: int) -> str:
    return "one" if number == 1 else "%d-th" % number
