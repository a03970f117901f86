# hops: 2
# Lambdas, nested and with defaults.
from hop import hop

double = lambda x, k=2: hop(x) * k  # noqa: E731
compose = lambda f, g: lambda x: f(g(x))  # noqa: E731
print(double(4), compose(double, lambda x: x + 1)(3))
