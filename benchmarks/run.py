"""Measure pyteleport beside its peers, in one run, and write docs/benchmarks.md.

    python3 benchmarks/run.py [--pyteleport VENV] [--ssh-config FILE --host HOST]

Peers come from PyPI into environments of their own under .venv-bench/. Figures are minima over several runs; what counts
are the ratios within one run, because machines differ and are shared.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "benchmarks" / "cases"
PEERS = {"seed": "pyteleport==0.3.4", "durable": "livekit-durable==0.1.0"}


def environment(name: str) -> str:
    """The interpreter of a peer's environment, made when it is not there yet."""
    place = ROOT / ".venv-bench" / name
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", PEERS[name]], check=True)
    return str(python)


def once(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def paired(runs: int, *commands: tuple[str, ...]) -> list[float]:
    """The shortest time of each command, run in turns so that all meet the same noise."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs):
        for command, found in zip(commands, times):
            found.append(once(*command))
    return [min(found) for found in times]


def measured(python: str, case: str, *arguments: str, runs: int = 5) -> dict[str, float]:
    """The smallest of each figure that a case prints."""
    best: dict[str, float] = {}
    for _ in range(runs):
        output = subprocess.run(
            [python, str(CASES / case), *arguments], check=True, capture_output=True, text=True
        ).stdout
        for name, value in json.loads(output.splitlines()[-1]).items():
            best[name] = min(best.get(name, value), value)
    return best


def gigabyte(python: str, shell: list[str]) -> tuple[float, float]:
    """Seconds for 1 GiB by a hop, and by `cat` through the same command. `cat` starts when the shell answers."""
    hops, cats = [], []
    for _ in range(3):
        output = subprocess.run(
            [python, str(CASES / "ours_gigabyte.py"), *shell], check=True, capture_output=True, text=True
        ).stdout
        hops.append(float(output.split()[0]))
        command = (shell or ["bash", "-c"]) + ["echo ready; cat >/dev/null; echo done"]
        data = memoryview(bytearray(1 << 30))
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin and process.stdout
            process.stdout.readline()
            start = time.perf_counter()
            done = 0
            while done < len(data):
                done += os.write(process.stdin.fileno(), data[done:])
            process.stdin.close()
            process.stdout.readline()
            cats.append(time.perf_counter() - start)
    return min(hops), min(cats)


def milliseconds(seconds: float) -> str:
    return "%.2f ms" % (seconds * 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--python", default=sys.executable, help="an interpreter that pyteleport is installed for"
    )
    parser.add_argument("--ssh-config", help="configuration that reaches --host")
    parser.add_argument("--host", help="a host to send 1 GiB to as well")
    options = parser.parse_args()
    ours, seed, durable = options.python, environment("seed"), environment("durable")
    rows: list[tuple[str, str, str, float, str]] = []

    for frames in (1, 10, 40):
        mine = measured(ours, "ours_frames.py", str(frames + 1))
        theirs = measured(seed, "seed_frames.py", str(frames + 1), runs=2)
        rows.append(
            (
                "capture of %d frame%s, a frame" % (frames, "s" if frames > 1 else ""),
                milliseconds(mine["again"] / frames),
                "pyteleport 0.3.4: " + milliseconds(theirs["again"] / frames),
                mine["again"] / theirs["again"],
                "1/50",
            )
        )
    hop, old, start = paired(
        10,
        (ours, str(CASES / "ours_hop.py")),
        (seed, str(CASES / "seed_hop.py")),
        (ours, "-c", "import pickle"),
    )
    rows.append(
        (
            "a hop to a new process",
            milliseconds(hop),
            "pyteleport 0.3.4: " + milliseconds(old),
            hop / old,
            "1/3",
        )
    )
    rows.append(
        (
            "a hop to a new process",
            milliseconds(hop),
            'python -c "import pickle": ' + milliseconds(start),
            hop / start,
            "3",
        )
    )
    mine, theirs = measured(ours, "ours_frames.py", "51"), measured(durable, "durable_generators.py", "50")
    for name, limit in (("first", "4"), ("again", "2")):
        rows.append(
            (
                "50 frames captured, %s" % ("the first time" if name == "first" else "again"),
                milliseconds(mine[name]),
                "livekit-durable 0.1.0, 50 nested generators: " + milliseconds(theirs[name]),
                mine[name] / theirs[name],
                limit,
            )
        )
    mine_start, bare = paired(20, (ours, "-c", "import pyteleport"), (ours, "-c", "pass"))
    rows.append(
        (
            "import pyteleport",
            milliseconds(mine_start),
            'python -c "pass": ' + milliseconds(bare),
            mine_start / bare,
            "1.1",
        )
    )
    ways = [("a shell", [])]
    if options.host:
        config = ["-F", options.ssh_config] if options.ssh_config else []
        ways.append(("ssh", ["ssh", *config, options.host]))
    for name, shell in ways:
        taken, cat = gigabyte(ours, shell)
        rows.append(("1 GiB through %s" % name, "%.2f s" % taken, "cat: %.2f s" % cat, taken / cat, "1/0.8"))

    lines = [
        "# Benchmarks",
        "",
        "Written by `python3 %s` on %s, Python %s, %s."
        % (" ".join(sys.argv), time.strftime("%Y-%m-%d"), platform.python_version(), platform.machine()),
        "",
        "The ratio is ours to theirs, both measured in the same run; smaller is better.",
        "",
        "| what | pyteleport | beside | ratio | aim: at most |",
        "|---|---|---|---|---|",
    ]
    lines += ["| %s | %s | %s | %.3f | %s |" % row for row in rows]
    (ROOT / "docs" / "benchmarks.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
