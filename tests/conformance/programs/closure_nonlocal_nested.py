# A frame deep inside rebinds a variable of a frame that waits far out.
from hop import hop


def outer():
    state = "set before"

    def one():
        def two():
            nonlocal state
            seen = hop(state)
            state = "set after " + seen

        two()
        return state

    return one(), state


print(outer())
