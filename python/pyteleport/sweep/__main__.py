"""Knows the command line of the sweep.

Must not know how anything is done.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from . import report
from .results import Result, merge
from .shrinking import shrink
from .stage import Program
from .sweeping import Options, sweep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Dict, List, Optional

_RIGHT, _WRONG, _UNFIT = 0, 1, 3


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pyteleport.sweep",
        description="Run a program, stop it at its instructions, move it from there to another process, and compare what it "
        "shows with an undisturbed run. Ends with 0 if nothing is wrong, 1 if something is, 3 if the program can't be swept.",
    )
    parser.add_argument("-m", "--module", action="store_true", help="PROGRAM is the name of a module")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only each N-th boundary")
    parser.add_argument(
        "--limit", type=int, default=0, metavar="M", help="about M boundaries, spread over the whole run"
    )
    parser.add_argument(
        "--places",
        type=int,
        default=0,
        metavar="K",
        help="the same instruction counts only the first K times that it is reached",
    )
    parser.add_argument(
        "--only",
        action="append",
        metavar="GLOB",
        help="only in files of that path or name; may be given several times",
    )
    parser.add_argument(
        "--imports", action="store_true", help="also while a module that would not travel is being imported"
    )
    parser.add_argument(
        "--directory", metavar="DIR", help="what the program finds in its working directory (nothing)"
    )
    parser.add_argument(
        "--timeout", type=float, default=600.0, metavar="S", help="seconds that a run may take (600)"
    )
    parser.add_argument(
        "--jobs", type=int, default=1, metavar="J", help="how many sweeps of a part each go on at once"
    )
    parser.add_argument("--cold", action="store_true", help="import modules anew for each restored program")
    parser.add_argument(
        "--json", metavar="FILE", help="write the result there too ('-': only that, to stdout)"
    )
    parser.add_argument("--replay", type=int, metavar="N", help="only boundary N, and show all about it")
    parser.add_argument(
        "--shrink",
        type=int,
        metavar="N",
        help="find a smaller program that is wrong too, beginning with what boundary N shows",
    )
    parser.add_argument("--quiet", action="store_true", help="no progress on stderr")
    parser.add_argument("program", metavar="PROGRAM")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARG")
    return parser


def main(words: Optional[List[str]] = None) -> int:
    given = _parser().parse_args(words)
    if given.module:
        program = Program(None, given.program, given.arguments, given.directory)
    else:
        program = Program(os.path.abspath(given.program), None, given.arguments, given.directory)
    options = Options(
        every=max(given.every, 1),
        limit=given.limit,
        places=given.places,
        only=given.only,
        imports=given.imports,
        number=given.replay or given.shrink or 0,
        timeout=given.timeout,
        cold=given.cold,
    )
    if given.shrink:
        return _shrink(program, options)
    result = _run(program, options, 1 if given.replay else max(given.jobs, 1), given.quiet)
    if given.json:
        text = report.as_json(result)
        if given.json == "-":
            sys.stdout.write(text)
        else:
            with open(given.json, "w", encoding="utf-8") as file:
                file.write(text)
    if given.json != "-":
        sys.stdout.write(report.as_text(result))
        if given.replay:
            _show_replay(result, given.replay)
    if result.unfit:
        return _UNFIT
    return _WRONG if result.wrong or result.disturbed else _RIGHT


def _run(program: Program, options: Options, jobs: int, quiet: bool) -> Result:
    def progress(result: Result) -> None:
        if not quiet and sys.stderr.isatty():
            sys.stderr.write(
                "\r%d right, %d wrong, %d tried " % (result.right, len(result.wrong), result.tried)
            )
            sys.stderr.flush()

    if jobs == 1:
        return sweep(program, options, progress)
    with ThreadPoolExecutor(jobs) as pool:
        shares = [options.of_share(share, jobs) for share in range(jobs)]
        return merge(list(pool.map(lambda one: sweep(program, one, progress), shares)))


def _show_replay(result: Result, number: int) -> None:
    if not result.tried and not result.unfit:
        print("boundary %d was not reached: the program runs %d instructions" % (number, result.instructions))
    for entry in result.wrong:
        print(report.boundary_text(entry, frames=True))


def _shrink(program: Program, options: Options) -> int:
    if program.program is None:
        print("only a program in a file can be shrunk", file=sys.stderr)
        return 2
    first = sweep(program, options)
    if not first.wrong:
        print("boundary %d is not wrong" % options.number)
        sys.stdout.write(report.as_text(first))
        return _RIGHT
    kind, instruction = first.wrong[0]["kind"], first.wrong[0]["instruction"]
    with open(program.program, encoding="utf-8") as file:
        source = file.read()
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, os.path.basename(program.program))
        smaller = Program(path, None, program.arguments, program.directory)

        def alike(entry: Dict[str, Any]) -> bool:
            return bool(entry["kind"] == kind and entry["instruction"] == instruction)

        quick = Options(places=1, only=[os.path.basename(path)], timeout=30.0, enough=alike)

        def still_wrong(text: str) -> bool:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            wrong = any(map(alike, sweep(smaller, quick).wrong))
            print("%4d lines: %s" % (text.count("\n"), "still wrong" if wrong else "no"), file=sys.stderr)
            return wrong

        print(shrink(source, still_wrong))
    return _WRONG


if __name__ == "__main__":
    sys.exit(main())
