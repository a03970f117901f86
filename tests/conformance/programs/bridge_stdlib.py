# refused: 3.13-3.15 1
# axes: process
# hops: 6
# The standard library's own Python frames between the program's: ast, argparse, json, string, textwrap, collections.
import argparse
import ast
import collections.abc
import json
import string

from hop import hop


class Visitor(ast.NodeVisitor):
    def visit_Name(self, node):
        self.found = hop(node.id)


class Users(collections.UserDict):
    def __missing__(self, key):
        return hop(key)


class Mapping(collections.abc.Mapping):
    def __getitem__(self, key):
        return hop({"k": "value"}[key])

    def __iter__(self):
        return iter("k")

    def __len__(self):
        return 1


parser = argparse.ArgumentParser()
parser.add_argument("n", type=lambda text: hop(int(text)))
visitor = Visitor()
visitor.visit(ast.parse("1 + (2 * x)"))
print(parser.parse_args(["5"]).n, visitor.found, Users()["missing"])
print(json.JSONEncoder(default=lambda x: hop("d"), indent=1).encode({"a": {1}}).split())
print(Mapping().get("k"), string.Formatter().get_value("x", (), Users()))
