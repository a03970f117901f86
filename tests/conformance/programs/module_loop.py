# A loop over sys.modules goes on over there, though the hop imports what it needs, and sees what it would have seen here.
# hops: 3
import sys
from types import ModuleType

from hop import hop

hop()
sys.modules["wanted"] = sys.modules["other"] = sys
sys.modules["last"] = made = ModuleType("last")
seen = []
for name in sys.modules:
    if name == "wanted":
        hop()
    seen.append(name)
print(seen.index("other") - seen.index("wanted"), seen.index("last") - seen.index("wanted"), seen.count("last"))
sys.modules["wanted"] = sys.modules["other"] = sys
later = ((name, module is sys) for name, module in sys.modules.items())
print(next(module for name, module in later if name == "wanted"))
hop()
print(type(next(later)), sys.modules["last"] is made)
