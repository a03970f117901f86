# program: no
"""A module that hops while it is imported, and fails."""

from hop import hop

before = hop("before")
after = 1 / 0
