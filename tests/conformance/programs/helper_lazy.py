# program: no
"""A module that makes its attributes when they are asked for."""

present = "present"
asked = []


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    from hop import hop

    asked.append(hop(name))
    if name == "missing":
        raise AttributeError(name)
    return "made %s" % name
