# program: no
"""A module of many names that hops while it is imported."""

import helper_state
from hop import hop

__all__ = ["first", "second"]
first = hop("first")
helper_state.bump()
second = [first, helper_state.counter]
third = "not exported"
