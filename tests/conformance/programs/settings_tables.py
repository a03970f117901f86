# Tables that modules of the standard library look into are these very tables for a program that holds them too.
import copyreg
import gc
import warnings
import weakref

from hop import hop


class Thing:
    pass


def told(phase, information):
    pass


def reduce(thing):
    return Thing, ()


def work():
    callbacks, reductions = gc.callbacks, copyreg.dispatch_table
    filters, finalizers = warnings.filters, weakref.finalize._registry
    warnings.simplefilter("ignore", UserWarning)
    callbacks.append(told)
    reductions[Thing] = reduce
    thing = Thing()
    finalizer = weakref.finalize(thing, print, "ended")
    hop()
    print(callbacks is gc.callbacks, reductions is copyreg.dispatch_table, filters is warnings.filters)
    print(finalizers is weakref.finalize._registry, finalizer in finalizers)
    print(callbacks == [told], reductions[Thing] is reduce, filters[0])
    callbacks.remove(told)
    del thing
    print(gc.callbacks, finalizer.alive)


work()
