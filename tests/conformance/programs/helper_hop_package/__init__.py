"""A package that hops while it is imported, and imports its own modules meanwhile."""

from hop import hop

name = hop("package")

from . import first  # noqa: E402
from .second import value  # noqa: E402

total = first.number + value
