"""The engine's table of layouts says what each interpreter's own headers say.

Knows how the Swift table is written and which C field each entry names; must not know what the engine does with them. Interpreters
without headers (Debian's have theirs in packages of their own) are not compiled for: from 3.13 on one layout serves all builds
of a version, and the conformance programs read frames through it.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from interpreters import REPOSITORY, Interpreter, found

TABLE = (REPOSITORY / "Sources" / "CPython" / "Layouts" / "Layouts.swift").read_text()

FRAME_OBJECT = {
    "previous": "PyFrameObject, f_back",
    "code": "PyFrameObject, f_code",
    "globals": "PyFrameObject, f_globals",
    "locals": "PyFrameObject, f_locals",
    "localsplus": "PyFrameObject, f_localsplus",
    "valueStack": "PyFrameObject, f_valuestack",
    "count": "PyFrameObject, f_iblock",
    "first": "PyFrameObject, f_blockstack",
    "frameGenerator": "PyFrameObject, f_gen",
    "frame": "PyGenObject, gi_frame",
}
INTERPRETER_FRAME = {
    "previous": "_PyInterpreterFrame, previous",
    "globals": "_PyInterpreterFrame, f_globals",
    "locals": "_PyInterpreterFrame, f_locals",
    "localsplus": "_PyInterpreterFrame, localsplus",
    "frameObject": "_PyInterpreterFrame, frame_obj",
    "owner": "_PyInterpreterFrame, owner",
    "nlocalsplus": "PyCodeObject, co_nlocalsplus",
    "codeArray": "PyCodeObject, co_code_adaptive",
    "embeddedFrame": "PyGenObject, gi_iframe",
}
#: Where the loops of 3.10 and 3.11 leave their marks.
LOOPS = {
    10: {"thread": "PyThreadState, cframe", "cframePrevious": "CFrame, previous"},
    11: {
        "thread": "PyThreadState, cframe",
        "cframePrevious": "_PyCFrame, previous",
        "cframeCurrent": "_PyCFrame, current_frame",
    },
}
EVERY = {
    "excInfo": "PyThreadState, exc_info",
    "excItemValue": "_PyErr_StackItem, exc_value",
    "excItemPrevious": "_PyErr_StackItem, previous_item",
    "excState": "PyGenObject, gi_exc_state",
}


def stated(minor: int) -> dict[str, int]:
    """What the table says of a version: each named number."""
    name = "frameObjects" if minor < 10 else "v3_%d" % minor
    start = re.search(r"static (?:func|let) %s\b" % name, TABLE)
    assert start, "no layout of 3.%d" % minor
    block = TABLE[start.end() :].split("private static", 1)[0]
    found: dict[str, int] = {}
    for field, number in re.findall(r"(\w+): (\d+)", block):
        found.setdefault(field, int(number))
    return found


def headers(interpreter: Interpreter) -> Path | None:
    if interpreter.far_root:
        return None
    where = "import sysconfig; print(sysconfig.get_path('include'))"
    path = Path(
        subprocess.run([interpreter.path, "-c", where], capture_output=True, text=True).stdout.strip()
    )
    return path if (path / "Python.h").exists() else None


WITH_HEADERS = [one for one in found() if headers(one)]


OBJECTS = (REPOSITORY / "Sources" / "CPython" / "Layouts" / "ObjectLayout.swift").read_text()


@pytest.mark.parametrize("built", WITH_HEADERS, ids=lambda one: one.name)
def test_objects_have_their_fields_there(built: Interpreter, tmp_path: Path) -> None:
    stated = {
        field: int(number)
        for number, field in re.findall(r"static let \w+ = (\d+)  // (Py\w+, \w+)", OBJECTS)
        if field != "PyFunctionObject, func_globals"
    }
    (late,) = re.findall(r"static let globals = (\d+)", OBJECTS)
    (early,) = re.findall(r"static let globalsBefore3_10 = (\d+)", OBJECTS)
    stated["PyFunctionObject, func_globals"] = int(early if built.minor < 10 else late)
    assert len(stated) == 6
    assert compiled(built, tmp_path, {field: field for field in stated}, "frameobject.h") == stated


@pytest.mark.parametrize("built", WITH_HEADERS, ids=lambda one: one.name)
def test_sets_have_their_fields_there(built: Interpreter, tmp_path: Path) -> None:
    text = (REPOSITORY / "Sources" / "CPython" / "SetTable.swift").read_text()
    stated = {
        name: int(number)
        for name, number in re.findall(r"static let (\w+): UInt64 = (\d+)", text)
        if name != "stride"
    }
    assert set(stated) == {"fill", "used", "mask", "table", "finger"}
    fields = {name: "PySetObject, " + name for name in stated}
    assert compiled(built, tmp_path, fields, "frameobject.h") == stated


@pytest.mark.parametrize("built", WITH_HEADERS, ids=lambda one: one.name)
def test_the_table_agrees_with_the_headers(built: Interpreter, tmp_path: Path) -> None:
    fields = {
        **EVERY,
        **(FRAME_OBJECT if built.minor < 11 else INTERPRETER_FRAME),
        **LOOPS.get(built.minor, {}),
    }
    internal = "internal/pycore_frame.h" if built.minor >= 11 else "frameobject.h"
    found = compiled(built, tmp_path, fields, internal)
    table = stated(built.minor)
    assert {name: table.get(name) for name in found} == found


def compiled(built: Interpreter, tmp_path: Path, fields: dict[str, str], internal: str) -> dict[str, int]:
    """What this interpreter's headers say of each field, by name."""
    include = headers(built)
    lines = "\n".join('printf("%s %%zu\\n", offsetof(%s));' % item for item in fields.items())
    program = tmp_path / "offsets.c"
    program.write_text(
        "#define Py_BUILD_CORE 1\n#include <stddef.h>\n#include <stdio.h>\n#include <Python.h>\n"
        "#include <%s>\nint main(void) {\n%s\n}\n" % (internal, lines)
    )
    command = [
        "cc",
        "-w",
        "-I%s" % include,
        "-I%s/internal" % include,
        str(program),
        "-o",
        str(tmp_path / "offsets"),
    ]
    subprocess.run(command, check=True)
    output = subprocess.run([str(tmp_path / "offsets")], check=True, capture_output=True, text=True).stdout
    return {name: int(number) for name, number in (line.rsplit(" ", 1) for line in output.splitlines())}


def test_there_is_something_to_compare() -> None:
    assert {one.minor for one in WITH_HEADERS} >= {
        one.minor for one in found() if not one.far_root and one.minor < 13
    }
