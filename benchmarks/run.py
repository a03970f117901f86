"""Measure pyteleport beside its peers, in one run, and write docs/benchmarks.md.

    python3 benchmarks/run.py [--python PYTHON] [--ssh "ssh host" --ssh-python PYTHON]

Each side gets a bare environment of its own below .venv-bench/: the peers come from PyPI, pyteleport is this checkout, as built.
What is compared is run in turns; whole processes count by their median, what is measured within one by its best. What counts are
the ratios within one run, because machines differ and are shared.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "benchmarks" / "cases"
WANTED = {
    "ours": "cloudpickle>=3",
    "seed": "pyteleport==0.3.4",
    "durable": "livekit-durable==0.1.0",
    "arrays": "cloudpickle>=3 numpy",
}
#: Settings of Python's own change how it starts, and may keep it from caching bytecode.
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
GIB = 1 << 30


@dataclass
class Row:
    what: str
    ours: str
    beside: str
    ratio: float
    aim: str

    def __str__(self) -> str:
        return "| %s | %s | %s | %.3f | %s |" % (self.what, self.ours, self.beside, self.ratio, self.aim)


def environment(name: str, base: str) -> str:
    """The interpreter of an environment for `name`, made from the interpreter `base` when it is not there yet."""
    version = text(base, "-c", "import sys; print('%d.%d' % sys.version_info[:2])").strip()
    place = ROOT / ".venv-bench" / ("%s-%s" % (name, version))
    python = place / "bin" / "python"
    if not python.exists():
        subprocess.run([base, "-m", "venv", str(place)], check=True, env=CLEAN)
        subprocess.run(
            [str(python), "-m", "pip", "install", "-q", *WANTED[name].split()], check=True, env=CLEAN
        )
    if name in ("ours", "arrays"):
        (site,) = place.glob("lib/python*/site-packages")
        (site / "pyteleport.pth").write_text(str(ROOT / "python") + "\n")
        subprocess.run([str(python), "-m", "compileall", "-q", str(ROOT / "python")], check=True, env=CLEAN)
    return str(python)


def text(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=CLEAN)
    return done.stdout


def once(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=CLEAN)
    return time.perf_counter() - start


def paired(runs: int, *commands: tuple[str, ...]) -> list[float]:
    """The median time of each command, run in turns so that all meet the same noise. The first turn does not count."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(runs + 1):
        for command, found in zip(commands, times):
            found.append(once(*command))
    return [statistics.median(found[1:]) for found in times]


def measured(runs: int, *commands: tuple[str, ...]) -> list[dict[str, float]]:
    """The smallest of each figure that each command prints as JSON, the commands run in turns."""
    best: list[dict[str, float]] = [{} for _ in commands]
    for _ in range(runs):
        for command, found in zip(commands, best):
            for name, value in json.loads(text(*command).splitlines()[-1]).items():
                found[name] = min(found.get(name, value), value)
    return best


def milliseconds(seconds: float) -> str:
    return "%.3g ms" % (seconds * 1e3)


def captures(ours: str, seed: str, durable: str) -> list[Row]:
    rows = []
    for frames in (1, 10, 40):
        mine, theirs = measured(
            3,
            (ours, str(CASES / "ours_frames.py"), str(frames), "frames"),
            (seed, str(CASES / "seed_frames.py"), str(frames)),
        )
        rows.append(
            Row(
                "capture of %d frame%s, a frame" % (frames, "s" if frames > 1 else ""),
                milliseconds(mine["again"] / frames),
                "pyteleport 0.3.4: " + milliseconds(theirs["again"] / frames),
                mine["again"] / theirs["again"],
                "1/50",
            )
        )
    mine, theirs = measured(
        10,
        (ours, str(CASES / "ours_frames.py"), "50", "frames"),
        (durable, str(CASES / "durable_generators.py"), "50"),
    )
    for name, words, aim in (("first", "the first time", "4"), ("again", "again", "2")):
        rows.append(
            Row(
                "capture of 50 frames, %s" % words,
                milliseconds(mine[name]),
                "livekit-durable 0.1.0, 50 nested generators: " + milliseconds(theirs[name]),
                mine[name] / theirs[name],
                aim,
            )
        )
    (whole,) = measured(3, (ours, str(CASES / "ours_frames.py"), "50", "all"))
    rows.append(
        Row(
            "the same, and all that the process holds besides, as each hop takes it",
            milliseconds(whole["again"]),
            "the frames alone: " + milliseconds(mine["again"]),
            whole["again"] / mine["again"],
            "",
        )
    )
    return rows


def growth(ours: str) -> list[Row]:
    """Many frames: what a hundred take, and whether a frame among ten thousand takes longer than one among a thousand."""
    (times,) = measured(3, (ours, str(CASES / "ours_growth.py"), "100", "1000", "10000"))
    few, some, many = (times[count] for count in ("100", "1000", "10000"))
    return [
        Row("capture of 100 frames of mixed kinds", milliseconds(few), "5 ms", few / 0.005, "1"),
        Row(
            "capture of 10 000 such frames, a frame",
            milliseconds(many / 10000),
            "of 1 000, a frame: " + milliseconds(some / 1000),
            many / some / 10,
            "",
        ),
    ]


def pickles(ours: str) -> list[Row]:
    """`dumps` beside pickle's, which can't take most of what ours takes, but is quick at what both take."""
    figures = measured(3, (ours, str(CASES / "ours_pickles.py")))[0]
    rows = []
    for kind, words, aim in (
        ("instances", "300 000 instances of a user's class", "1.2"),
        ("containers", "builtin containers", "1.05"),
    ):
        ratio = figures["pyteleport_%s_ratio" % kind]
        usual = figures["pickle_%s" % kind]
        row = ("`dumps` of %s" % words, milliseconds(usual * ratio), "`pickle.dumps`: " + milliseconds(usual))
        rows.append(Row(*row, ratio, aim))
    return rows


def arrays(with_numpy: str) -> list[Row]:
    """A numpy array of 1 GiB into a file in memory: time, and the peak of memory beyond the array itself."""
    (figures,) = measured(3, (with_numpy, str(CASES / "ours_array.py")))
    beside = figures["copy"] + figures["write"]
    rows = []
    for name, words in (
        ("object", "`dump` of a numpy array of 1 GiB"),
        ("program", "`dump` of a program with it"),
    ):
        row = (
            "%s into /dev/shm" % words,
            milliseconds(figures[name]),
            "memcpy and a write: " + milliseconds(beside),
        )
        rows.append(Row(*row, figures[name] / beside, "1.1"))
        extra = figures[name + "_peak"] / (1 << 20)
        row = (words + ": extra memory", "%.1f MiB" % extra, "64 MiB")
        rows.append(Row(*row, extra / 64, "1"))
    return rows


def starts(ours: str, seed: str) -> list[Row]:
    hop, old, pickle, imported, bare = paired(
        20,
        (ours, str(CASES / "ours_hop.py")),
        (seed, str(CASES / "seed_hop.py")),
        (ours, "-c", "import pickle"),
        (ours, "-c", "import pyteleport"),
        (ours, "-c", "pass"),
    )
    mine = milliseconds(hop)
    what = "a whole hop to a new process"
    return [
        Row(what, mine, "pyteleport 0.3.4: " + milliseconds(old), hop / old, "1/3"),
        Row(what, mine, '`python -c "import pickle"`: ' + milliseconds(pickle), hop / pickle, "3"),
        Row(
            '`python -c "import pyteleport"`',
            milliseconds(imported),
            '`python -c "pass"`: ' + milliseconds(bare),
            imported / bare,
            "1.1",
        ),
    ]


def noting(ours: str) -> list[Row]:
    """What is slower for all of a program's life because the package notes the files that are read."""
    (mine,) = measured(5, (ours, str(CASES / "ours_noting.py")))
    return [
        Row(
            what + ", with the package imported",
            milliseconds(mine[name]),
            "before: " + milliseconds(mine["bare_" + name]),
            mine[name] / mine["bare_" + name],
            aim,
        )
        for name, what, aim in (
            ("open", "a file opened and closed", "1.15"),
            ("copy", "`copy.deepcopy` of 50 dicts", "1.3"),
        )
    ]


def poured(command: list[str]) -> float:
    """Seconds until a command has been started, has read 1 GiB, and has said that it is done: as a hop is measured."""
    data = memoryview(bytearray(GIB))
    start = time.perf_counter()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=CLEAN) as process:
        assert process.stdin and process.stdout
        done = 0
        while done < len(data):
            done += os.write(process.stdin.fileno(), data[done:])
        process.stdin.close()
        process.stdout.readline()
        return time.perf_counter() - start


def gigabyte(ours: str, name: str, shell: list[str], far_python: str) -> list[Row]:
    """1 GiB by a hop, beside `cat` through the same command, and beside the plainest reader that keeps what it reads."""
    hops, cats, keepers = [], [], []
    keeper = "exec %s -c %s" % (far_python, shlex.quote((CASES / "keep_gigabyte.py").read_text()))
    for _ in range(5):
        hops.append(float(text(ours, str(CASES / "ours_gigabyte.py"), far_python, *shell).split()[0]))
        cats.append(poured([*shell, "cat >/dev/null; echo done"]))
        keepers.append(poured([*shell, keeper]))
    rows = []
    for beside, times, aim in (
        ("`cat >/dev/null`, which keeps nothing", cats, "1.25"),
        ("reading it into a fresh buffer, and no more", keepers, ""),
    ):
        rows.append(
            Row(
                "1 GiB through %s" % name,
                "%.2f s" % min(hops),
                "%s: %.2f s" % (beside, min(times)),
                min(hops) / min(times),
                aim,
            )
        )
    return rows


def processor() -> str:
    with open("/proc/cpuinfo") as lines:
        models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return "%d × %s" % (len(models), models[0]) if models else "unknown processors"


def floor() -> str:
    output = text(sys.executable, str(CASES / "fresh_memory.py"), str(GIB))
    small, huge = (float(word) for word in output.split())
    return (
        "Taking 1 GiB of fresh memory into use costs %.2f s here in pages of 4 KiB, %.2f s in huge ones (the best of several; the "
        "first times can take many times as long where the machine is a virtual one and its host has to find the memory). "
        "`cat` has no such cost: it reads all into the same few KiB." % (small, huge)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=sys.executable, help="the interpreter to measure with")
    parser.add_argument("--ssh", help="how to reach a host to send 1 GiB to as well: 'ssh host'")
    parser.add_argument("--ssh-python", help="an interpreter here of the minor version that the host has")
    options = parser.parse_args()
    ours, seed, durable, with_numpy = (environment(name, options.python) for name in WANTED)
    load = os.getloadavg()[0]
    rows = (
        captures(ours, seed, durable)
        + growth(ours)
        + starts(ours, seed)
        + noting(ours)
        + pickles(ours)
        + arrays(with_numpy)
    )
    rows += gigabyte(ours, "a shell", ["bash", "-c"], ours)
    if options.ssh:
        near = environment("ours", options.ssh_python or options.python)
        minor = text(near, "-c", "import sys; print('python%d.%d' % sys.version_info[:2])").strip()
        rows += gigabyte(near, "ssh", shlex.split(options.ssh), minor)
    version = text(ours, "-c", "import platform; print(platform.python_version())").strip()
    lines = [
        "# Benchmarks",
        "",
        "Written by `python3 %s` on %s: Python %s on %s; load %.1f when it began, %.1f at its end."
        % (
            # Where an interpreter lies says something of this machine only.
            " ".join(
                shlex.quote(os.path.basename(word) if word.startswith("/") else word)
                for word in ("benchmarks/run.py", *sys.argv[1:])
            ),
            time.strftime("%Y-%m-%d"),
            version,
            processor(),
            load,
            os.getloadavg()[0],
        ),
        "",
        "The ratio is ours to theirs, both measured in the same run; smaller is better.",
        "",
        "| what | pyteleport | beside | ratio | aim: at most |",
        "|---|---|---|---|---|",
        *map(str, rows),
        "",
        floor(),
    ]
    (ROOT / "docs" / "benchmarks.md").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
