# hops: 3
# axes: process dump
# Tracebacks through blocks whose __exit__ hopped.
import traceback

from hop import hop


class Manager:
    def __init__(self, raises):
        self.raises = raises

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        hop()
        if self.raises:
            raise RuntimeError("left badly")
        print("".join(traceback.format_tb(trace)))


def work(raises):
    with Manager(raises) as manager:
        with Manager(False) if raises else manager:
            raise ValueError("inside")


for raises in (True,):
    try:
        work(raises)
    except RuntimeError:
        print(traceback.format_exc())
try:
    with Manager(False):
        {}[
            "missing"
        ]
except KeyError:
    print(traceback.format_exc())
