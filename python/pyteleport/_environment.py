"""Knows the distributions that the program uses, and the shell commands that make an environment with the same over there.

Must not know the link, nor what happens when one can't be had: pip says that, and the target does not answer.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Tuple

__all__ = ["requirements", "script"]

_SCRIPT = (
    'd="${XDG_CACHE_HOME:-$HOME/.cache}/pyteleport/venv-%(name)s"; if [ ! -d "$d" ]; then mkdir -p "${d%%/*}"; '
    '%(python)s -m venv "$d.$$" && "$d.$$/bin/python" -m pip install -q --disable-pip-version-check%(wanted)s >&2 || '
    '{ rm -rf "$d.$$"; exit 1; }; mv -T "$d.$$" "$d" 2>/dev/null || rm -rf "$d.$$"; fi; exec %(before)s"$d/bin/python"%(flags)s -c %(boot)s'
)


def requirements() -> List[str]:
    """What pip is to install: each distribution that an imported module belongs to, in its version here."""
    from importlib import metadata

    from .reducers import modules

    wanted = {
        name.partition(".")[0]
        for name, module in list(sys.modules.items())
        if type(module) is type(sys) and modules.fate(module, name) == modules.NEEDED
    }
    found = set()
    for distribution in metadata.distributions():
        provided = (distribution.read_text("top_level.txt") or "").split()
        if not provided:
            provided = [str(file).partition("/")[0].partition(".")[0] for file in distribution.files or ()]
        if wanted.intersection(provided):
            found.add("%s==%s" % (distribution.metadata["Name"], distribution.version))
    return sorted(found)


def script(python: str, started: Tuple[str, str], boot: str) -> str:
    """Shell commands that make the environment, unless it is there, and start `boot` in it. `started`: see `targets.started`."""
    from hashlib import blake2b

    from .targets import quote

    wanted = requirements()
    name = blake2b("\n".join([python, *wanted]).encode(), digest_size=16).hexdigest()
    install = "".join(" " + quote(one) for one in wanted) if wanted else " pip"
    words = {"before": started[0], "flags": started[1], "boot": quote(boot)}
    return _SCRIPT % {"name": name, "python": python, "wanted": install, **words}
