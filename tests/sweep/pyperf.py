"""Stands for `pyperf` when its benchmarks are swept as programs: each function runs once, and nothing is measured."""

import argparse
import time


def perf_counter():
    return 0.0


class Runner:
    def __init__(self, *args, **options):
        self.argparser = argparse.ArgumentParser()
        self.metadata = {}
        self.args = None

    def parse_args(self, args=None):
        if self.args is None:
            self.args = self.argparser.parse_args(args)
        return self.args

    def show(self, name, value):
        if isinstance(value, (int, str, float)) and value:
            print(name, value)
        else:
            print(name)

    def bench_func(self, name, function, *args, **options):
        self.parse_args()
        self.show(name, function(*args))

    def bench_time_func(self, name, function, *args, **options):
        self.parse_args()
        self.show(name, function(1, *args))

    def bench_async_func(self, name, function, *args, **options):
        import asyncio

        self.parse_args()
        self.show(name, asyncio.run(function(*args)))


time.perf_counter = perf_counter
