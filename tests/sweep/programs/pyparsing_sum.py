"""Calculates what an expression is worth while it is parsed."""

import operator

import pyparsing as pp

number = pp.Regex(r"\d+(\.\d*)?").set_parse_action(lambda found: float(found[0]))
operators = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


def calculate(found):
    values = found[0]
    result = values[0]
    for sign, value in zip(values[1::2], values[2::2]):
        result = operators[sign](result, value)
    return result


expression = pp.infix_notation(
    number,
    [(pp.one_of("* /"), 2, pp.OpAssoc.LEFT, calculate), (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT, calculate)],
)
for text in ("1 + 2 * 3", "(1 + 2) * (3 - 4) / 8"):
    print(text, "=", expression.parse_string(text, parse_all=True)[0])
try:
    expression.parse_string("1 +", parse_all=True)
except pp.ParseException as error:
    print(error)
