# axes: process
# hops: 1
# from module import * of a module that hops.
from helper_hopping_names import *  # noqa: F403

print(first, second, "third" in globals())  # noqa: F405
