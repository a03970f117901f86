"""A submodule that is imported relatively."""

LIMIT = [1]


class Part:
    def __init__(self, name):
        self.name = name

    def limit(self):
        return self.name, LIMIT[0]
