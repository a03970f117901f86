# Notes what is opened for reading (Sources/ReadHook/hook.c).

from typing import Set

# The set of the absolute paths of what is opened for reading, from the first call on to the end of the process.
def listen() -> Set[str]: ...

# Whether what this thread opens is not noted.
def pass_over(passes: bool, /) -> object: ...
