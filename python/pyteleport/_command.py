"""The console entry point: gives way to the native command.

Knows where the native command lies; must not know what it does.
"""

import os
import sys

__all__ = ["main", "path"]


def path() -> str:
    """Where the native command lies."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "_bin", "pyteleport")


def main() -> None:
    """Become the native command, with this process's arguments; does not return."""
    try:
        os.execv(path(), ["pyteleport"] + sys.argv[1:])
    except OSError as error:
        sys.exit(
            "pyteleport: the native command can't be started (%s); install the package again: "
            "pip install --force-reinstall pyteleport" % error
        )
