# The program's own package with a submodule; classes and state keep their identity.
import helper_package
import helper_package.part
from helper_state import Kept
from hop import hop

part, kept = helper_package.make("p"), Kept("k")
helper_package.part.LIMIT[0] = 7
hop()
print(part.limit(), type(part) is helper_package.Part, helper_package.parts[0] is part)
print(helper_package.part.Part is helper_package.Part, helper_package.make("q").limit())
print(isinstance(kept, Kept), Kept.instances[0] is kept, Kept.__module__, helper_package.__name__)
