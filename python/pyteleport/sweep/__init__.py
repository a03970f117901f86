"""Tries programs that nobody wrote for it: stops them at instructions, moves them from there, compares. See docs/sweep.md.

`python -m pyteleport.sweep PROGRAM` is the whole interface; must not be imported by the rest of the package.
"""
