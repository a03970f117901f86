"""Sets queens on a small board so that none attacks another."""

from constraint import Problem

size = 5
problem = Problem()
columns = range(size)
problem.addVariables(columns, range(size))
for first in columns:
    for second in columns:
        if first < second:
            problem.addConstraint(
                lambda one, other, first=first, second=second: abs(one - other) not in (0, second - first),
                (first, second),
            )
for solution in problem.getSolutions()[:3]:
    print([solution[column] for column in columns])
