"""Knows the course of a sweep: undisturbed runs, a traced run that counts, then a run that stops at the boundaries.

Must not know how results are shown.
"""

from __future__ import annotations

import math
import time

from . import near
from .observe import NORMALISERS, Outcome, differences, settle
from .results import Result, place_of, reason_of
from .stage import Stage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Dict, List, Optional

    from .stage import FarResult, NearRun, Program

__all__ = ["Options", "sweep"]

_SHORTEST_TIMEOUT = 20.0


class Options:
    """Which boundaries are tried: see `python -m pyteleport.sweep --help`."""

    def __init__(
        self,
        every: int = 1,
        limit: int = 0,
        places: int = 0,
        only: Optional[List[str]] = None,
        imports: bool = False,
        number: int = 0,
        timeout: float = 600.0,
        cold: bool = False,
        enough: Callable[[Dict[str, Any]], bool] = lambda entry: False,
        share: int = 0,
        shares: int = 1,
    ) -> None:
        self.every = every
        self.limit = limit
        self.places = places
        self.only = only or []
        self.imports = imports
        self.number = number
        self.timeout = timeout
        self.cold = cold
        #: Which wrong boundary ends the sweep at once.
        self.enough = enough
        self.share = share
        self.shares = shares

    def of_share(self, share: int, shares: int) -> Options:
        return Options(**{**self.__dict__, "share": share, "shares": shares})


def sweep(
    program: Program, options: Options, progress: Callable[[Result], None] = lambda result: None
) -> Result:
    """Sweep `program`, or this share of it."""
    result = Result(str(program))
    stage = Stage(program, options.timeout)
    began = time.monotonic()
    try:
        _Sweep(stage, options, result, progress).run()
    finally:
        stage.close()
    result.seconds = time.monotonic() - began
    return result


class _Sweep:
    def __init__(
        self, stage: Stage, options: Options, result: Result, progress: Callable[[Result], None]
    ) -> None:
        self.stage = stage
        self.options = options
        self.result = result
        self.progress = progress
        self.timeout = options.timeout
        self.expected: Outcome
        #: The near run's own streams so far are part of each comparison; what must be normalised is settled before.
        self.normalise: List[str] = []

    def run(self) -> None:
        if not self.learn():
            return
        run = self.start(capture=True)
        while True:
            report = run.report(self.stage.timeout)
            if report is None:
                break
            self.try_boundary(report)
            self.progress(self.result)
            if any(map(self.options.enough, self.result.wrong)):
                run.stop()
                self.stage.end_near(run)
                return
            run.go_on()
        self.stage.end_near(run)
        self.judge_near(run)

    def start(self, capture: bool) -> NearRun:
        options = self.options
        return self.stage.start_near(
            {
                "capture": capture,
                "only": options.only,
                "imports": options.imports,
                "places": options.places,
                "every": self.result.every,
                "share": options.share,
                "shares": options.shares,
                "number": options.number,
            }
        )

    def learn(self) -> bool:
        """See what the program shows undisturbed, and traced, and how many boundaries it has."""
        result = self.result
        outcomes: List[Outcome] = []
        for _ in range(2):
            began = time.monotonic()
            outcome = self.stage.run_alone()
            if outcome is None:
                result.unfit = "it does not end within %g seconds" % self.stage.timeout
                return False
            outcomes.append(outcome)
            # Restored, it has to load and rebuild as well, perhaps on a busy machine.
            self.timeout = min(self.options.timeout, max(_SHORTEST_TIMEOUT, 10 * (time.monotonic() - began)))
        if settle(outcomes) is None:
            result.unfit = "not deterministic: two undisturbed runs differ: %s" % _words(*outcomes)
            return False
        run = self.start(capture=False)
        run.report(self.stage.timeout)
        self.stage.end_near(run)
        traced = run.outcome
        assert traced is not None
        if run.hung:
            result.unfit = "it does not end within %g seconds when it is traced" % self.stage.timeout
            return False
        outcomes.append(traced)
        settled = settle(outcomes)
        if settled is None:
            result.unfit = "it behaves differently when it is traced: %s" % _words(outcomes[0], traced)
            return False
        self.normalise = settled
        result.normalised = settled[1:]
        self.expected = outcomes[0].normalised(settled)
        result.instructions, result.eligible = run.count(near.ALL), run.count(near.ELIGIBLE)
        if not run.count(near.HELD):
            result.notes.append(
                "the trace function was gone before the end: the program set one of its own, or left by os._exit or exec"
            )
        result.every = self.options.every
        if self.options.limit:
            # Odd, so that loops whose length is a round number do not show the same instruction again and again.
            result.every = max(result.every, math.ceil(result.eligible / self.options.limit) | 1)
        return True

    def try_boundary(self, report: Dict[str, Any]) -> None:
        result = self.result
        refusal = report.get("refusal")
        if refusal is not None:
            result.refuse(reason_of(*refusal), refusal[1], report)
            return
        preload = [] if self.options.cold else report["modules"]
        far = self.stage.run_far(report, preload, self.timeout)
        entry = {**place_of(report), "frames": report["manifest"]["frames"], "bytes": report["bytes"]}
        if far.hung:
            self.wrong(entry, "hung", {"status": "it still ran after %g seconds" % self.timeout})
        elif not far.ready:
            self.not_restored(far, report, entry)
        else:
            got = far.outcome.normalised(self.normalise)
            found = differences(self.expected, got)
            if found:
                self.wrong(entry, ", ".join(found), found)
            else:
                result.right += 1

    def not_restored(self, far: FarResult, report: Dict[str, Any], entry: Dict[str, Any]) -> None:
        if far.outcome.status < 0:
            self.wrong(
                entry,
                "crashed while it was restored",
                {"status": str(far.outcome.status), "stderr": far.error[-2000:]},
            )
            return
        last = (far.error.strip().splitlines() or ["no message, status %d" % far.outcome.status])[-1]
        self.result.refuse("restore: %s" % last.partition(":")[0][:60], far.error[-2000:], report)

    def wrong(self, entry: Dict[str, Any], kind: str, diff: Dict[str, str]) -> None:
        self.result.wrong.append({**entry, "kind": kind, "diff": diff})

    def judge_near(self, run: NearRun) -> None:
        result = self.result
        assert run.outcome is not None
        if run.hung:
            result.disturbed = {
                "status": "the near run did not end, or not go on after boundary %d" % run.count(near.ALL)
            }
            return
        result.disturbed = differences(self.expected, run.outcome.normalised(self.normalise))
        if run.count(near.ALL) != result.instructions and not self.options.number:
            result.notes.append(
                "not always the same instructions: %d run when counted, %d when captured"
                % (result.instructions, run.count(near.ALL))
            )


def _words(one: Outcome, other: Outcome) -> str:
    every = [name for name, _, _ in NORMALISERS]
    found = differences(one.normalised(every), other.normalised(every))
    return "; ".join("%s: %s" % (name, text.replace("\n", " / ")[:300]) for name, text in found.items())
