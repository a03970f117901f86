# axes: process
# hops: 4
# Delegation through three objects, each with its own way.
from hop import hop


class Target:
    @property
    def deep(self):
        return hop("deep")

    def call(self, *args):
        return hop(args)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, hop(value))


class Outer:
    def __init__(self, proxy):
        self.proxy = proxy

    def __getattr__(self, name):
        return hop(self.proxy.__getattr__(name))


proxy = Proxy(Target())
proxy.x = 5
print(proxy.x, proxy._target.x)
outer = Outer(proxy)
print(proxy.call(1, 2), outer.deep)
