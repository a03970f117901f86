"""Parses JSON with a grammar, and writes what it found."""

from lark import Lark, Transformer

GRAMMAR = r"""
    ?value: dict | list | string | SIGNED_NUMBER -> number | "true" -> true | "false" -> false | "null" -> null
    list: "[" [value ("," value)*] "]"
    dict: "{" [pair ("," pair)*] "}"
    pair: string ":" value
    string: ESCAPED_STRING
    %import common.ESCAPED_STRING
    %import common.SIGNED_NUMBER
    %import common.WS
    %ignore WS
"""


class ToPython(Transformer):
    pair = tuple

    def list(self, parts):
        return [part for part in parts if part is not Ellipsis]

    def dict(self, parts):
        return dict(part for part in parts if part)

    def string(self, parts):
        return parts[0][1:-1]

    def number(self, parts):
        return float(parts[0])

    def null(self, parts):
        return None

    def true(self, parts):
        return True

    def false(self, parts):
        return False


parser = Lark(GRAMMAR, start="value", parser="lalr")
text = '{"a": [1, 2.5, true, null], "b": {"c": "text", "d": [false, {}, {"e": 1}]}}'
tree = parser.parse(text)
print(tree.pretty())
print(ToPython().transform(tree))
