"""A whole hop to a new process, with little data."""

from pyteleport import tp_dummy

value = "little"
tp_dummy()
print(value)
