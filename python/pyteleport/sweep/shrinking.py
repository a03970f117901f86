"""Knows how to make a program smaller while it stays wrong: whole statements go, as long as something is still wrong.

Must not know what is wrong: it is told so for each attempt.
"""

from __future__ import annotations

import ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Iterator, List, Tuple

__all__ = ["shrink"]


def shrink(source: str, still_wrong: Callable[[str], bool]) -> str:
    """The smallest text found for which `still_wrong` holds; `source` itself, for which it must, if none is smaller.

    Statements are taken out block by block, largest runs first (delta debugging), then compound statements are replaced by
    their bodies.
    """
    tried = {source}
    smaller = True
    while smaller:
        smaller = False
        for attempt in _attempts(source):
            if attempt in tried or not _parses(attempt):
                continue
            tried.add(attempt)
            if still_wrong(attempt):
                source = attempt
                smaller = True
                break
    return source


def _attempts(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    blocks = sorted(_blocks(tree), key=lambda block: -_span(block)[1] + _span(block)[0])
    for block in blocks:
        size = len(block)
        while size:
            for begin in range(0, len(block), size):
                yield _without(source, block[begin : begin + size], replace=size == len(block))
            size //= 2
    for block in blocks:
        for statement in block:
            for inner in _bodies(statement):
                yield _instead(source, statement, inner)


def _blocks(tree: ast.AST) -> Iterator[List[ast.stmt]]:
    for node in ast.walk(tree):
        yield from _bodies(node)


def _bodies(node: ast.AST) -> Iterator[List[ast.stmt]]:
    for name in ("body", "orelse", "finalbody", "handlers"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block and name != "handlers" and isinstance(block[0], ast.stmt):
            yield block


def _span(block: List[ast.stmt]) -> Tuple[int, int]:
    first = block[0]
    line = min([first.lineno] + [one.lineno for one in getattr(first, "decorator_list", [])])
    return line - 1, block[-1].end_lineno or block[-1].lineno


def _without(source: str, block: List[ast.stmt], replace: bool) -> str:
    lines = source.splitlines(keepends=True)
    begin, end = _span(block)
    filler = [" " * block[0].col_offset + "pass\n"] if replace else []
    if filler == lines[begin:end]:
        return ""
    return "".join(lines[:begin] + filler + lines[end:])


def _instead(source: str, statement: ast.stmt, inner: List[ast.stmt]) -> str:
    """`source` with a compound statement replaced by one of its blocks."""
    lines = source.splitlines(keepends=True)
    begin, end = _span([statement])
    inner_begin, inner_end = _span(inner)
    if inner_begin <= begin:
        return ""
    cut = inner[0].col_offset - statement.col_offset
    moved = [line[cut:] if line[:cut].isspace() else line for line in lines[inner_begin:inner_end]]
    return "".join(lines[:begin] + moved + lines[end:])


def _parses(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return bool(source.strip())
