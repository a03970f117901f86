"""Builds the Swift products and hands them to hatchling.

Knows how the engine and the command are built and where they lie in the package; must not know what they do. `make build` runs it as
a script, so there is one way to build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
PACKAGE = ROOT / "python" / "pyteleport"
TAG = "cp38-abi3-linux_x86_64"  # the limited API from 3.8 on: one shared object for all versions

ENGINE = [
    "--product", "_engine",
    "-Xswiftc", "-static-stdlib",  # --static-swift-stdlib does nothing for a dynamic library
    "-Xlinker", "--version-script=%s" % (ROOT / "Sources" / "Extension" / "exports.map"),
    "-Xlinker", "--gc-sections",
]  # fmt: skip
#: Needs no library, so that it can be loaded before every other.
SECRET = ["-nostdlib", "-fno-builtin"]
LIBRARY = ["-Os", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-Wl,--build-id=none", "-s"]
COMMAND = ["--product", "pyteleport", "--static-swift-stdlib", "-Xlinker", "--gc-sections"]


class BuildError(Exception):
    """The products could not be built; the message is what the user should read."""


def swift_build() -> None:
    """Build the products, stripped, into the package."""
    swift = os.environ.get("SWIFT") or shutil.which("swift")
    if not swift:
        raise BuildError(
            "pyteleport is built with Swift 6.3 and no `swift` is on PATH: install a toolchain, or install a wheel."
        )
    build_one(swift, ".build-engine", ENGINE, "lib_engine.so", PACKAGE / "_engine.abi3.so")
    build_one(swift, ".build-command", COMMAND, "pyteleport", PACKAGE / "_bin" / "pyteleport")
    build_library(swift, "HashSecret/getrandom.c", SECRET, PACKAGE / "_bin" / "hash_secret.so")
    build_library(swift, "ReadHook/hook.c", ["-fvisibility=hidden"], PACKAGE / "_read_hook.abi3.so")


def build_library(swift: str, source: str, options: list[str], target: Path) -> None:
    """Build a library of one file with the C compiler that comes with Swift."""
    clang = Path(swift).resolve().parent / "clang"
    compiler = str(clang) if clang.exists() else shutil.which("clang") or "cc"
    aside = target.with_name(target.name + ".new")
    command = [compiler, *LIBRARY, *options, "-o", str(aside), str(ROOT / "Sources" / source)]
    if subprocess.run(command, cwd=ROOT).returncode:
        raise BuildError("`%s` failed: see its output above." % " ".join(command))
    aside.replace(target)


def build_one(swift: str, scratch: str, options: list[str], product: str, target: Path) -> None:
    # A scratch directory each: their link options differ, and SwiftPM would rebuild everything at each turn.
    command = [
        swift, "build", "-c", "release", "--package-path", str(ROOT), "--scratch-path", str(ROOT / scratch),
        "--disable-local-rpath", *options,
    ]  # fmt: skip
    if subprocess.run(command, cwd=ROOT).returncode:
        raise BuildError("`%s` failed: see its output above." % " ".join(command))
    built = ROOT / scratch / "release" / product
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(target.name + ".new")  # a running program may have the old one mapped
    strip = shutil.which("llvm-strip") or shutil.which("strip")
    if strip:
        subprocess.run([strip, "--strip-unneeded", "-o", str(aside), str(built)], check=True)
    else:
        shutil.copyfile(built, aside)
    aside.chmod(0o755)
    aside.replace(target)


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script, without hatchling
    pass
else:

    class SwiftBuildHook(BuildHookInterface):  # type: ignore[type-arg, misc]
        PLUGIN_NAME = "custom"

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            if self.target_name != "wheel":
                return
            try:
                if not os.environ.get("PYTELEPORT_PREBUILT"):  # set by `make`, which has just built
                    swift_build()
            except BuildError as error:
                sys.exit("pyteleport: %s" % error)
            build_data["pure_python"] = False
            build_data["tag"] = TAG


if __name__ == "__main__":
    try:
        swift_build()
    except BuildError as error:
        sys.exit("pyteleport: %s" % error)
