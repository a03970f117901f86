# axes: process
# hops: 2
# Importing a module whose body hops, at the top level.
print("before")
import helper_hopping  # noqa: E402

from hop import hop  # noqa: E402

print(helper_hopping.before, helper_hopping.after, helper_hopping.made.name)
import sys  # noqa: E402

print(sys.modules["helper_hopping"] is helper_hopping, helper_hopping.Made.__module__)
print(helper_hopping.__spec__.name, hop(helper_hopping.function()))
print(helper_hopping.__spec__._initializing if hasattr(helper_hopping.__spec__, "_initializing") else False)
