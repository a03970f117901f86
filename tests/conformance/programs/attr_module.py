# axes: process
# hops: 4
# A module's __getattr__, by attribute and by from-import.
import helper_lazy
from hop import hop


def work():
    print(helper_lazy.present, helper_lazy.first)
    from helper_lazy import second

    try:
        from helper_lazy import missing
    except ImportError as error:
        return second, type(error).__name__
    return missing


print(work())
print(hop(helper_lazy.asked))
