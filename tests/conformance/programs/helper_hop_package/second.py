"""Imports its sibling, then hops."""

from helper_hop_package import first
from hop import hop

value = hop(first.number * 10)
