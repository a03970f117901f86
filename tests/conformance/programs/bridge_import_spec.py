# axes: process
# hops: 2
# The spec and the loader of a module that is being imported stay one object, and end as those of any module.
import sys

import helper_hopping

from hop import hop

kept = helper_hopping.__spec__, helper_hopping.__loader__, sys.__spec__
print(hop("over"), kept[0] is helper_hopping.__spec__, kept[1] is helper_hopping.__loader__)
print(kept[2] is sys.__spec__, getattr(kept[0], "_initializing", False))
