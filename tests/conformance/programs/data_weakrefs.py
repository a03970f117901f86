# Weak references and weak containers point at the same objects after the hop.
import weakref

from hop import hop


class Thing:
    pass


thing = Thing()
reference = weakref.ref(thing)
table = weakref.WeakValueDictionary({"thing": thing})
members = weakref.WeakSet([thing])
hop()
print(reference() is thing, table["thing"] is thing, thing in members)
