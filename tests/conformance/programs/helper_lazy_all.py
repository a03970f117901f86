# program: no
"""A module whose exported names are made when they are asked for."""

__all__ = ["one", "two"]


def __getattr__(name):
    from hop import hop

    if name in __all__:
        return hop("made %s" % name)
    raise AttributeError(name)
