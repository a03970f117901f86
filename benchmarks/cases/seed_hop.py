"""The same program for pyteleport 0.3.x."""

from pyteleport import tp_dummy

value = "little"
tp_dummy()
print(value)
