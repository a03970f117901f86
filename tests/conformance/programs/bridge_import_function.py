# axes: process
# hops: 3
# Imports inside functions and blocks: as a name, from, and the second time without effect.
import helper_state

from hop import hop


def work():
    local = ["local"]
    import helper_hopping as module
    from helper_hopping_names import second, third

    hop()
    import helper_hopping

    return local, module is helper_hopping, module.after, second, third, helper_state.counter


print(work())
