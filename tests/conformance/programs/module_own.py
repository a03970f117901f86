# hops: 2
# The program's own module, with changed state, travels by value and stays one module.
import sys

import helper_state
from helper_state import bump, items
from hop import hop

helper_state.counter = 5
bump()
items.append("near")
hop()
items.append("far")
print(bump(), helper_state.counter, helper_state.items, helper_state.items is items)
print(sys.modules["helper_state"] is helper_state, helper_state.bump is bump)
print(helper_state.call(hop), bump.__module__)
