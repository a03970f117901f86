# A global hides a builtin before the hop and stops hiding it afterwards.
import builtins

from hop import hop

len = lambda thing: "hidden"  # noqa: E731, A001
print(len([]))
hop()
print(len([]))
del len
print(len([]), builtins.len is len, __builtins__ is builtins)
