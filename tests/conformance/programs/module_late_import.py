# Modules first imported after the hop: from the standard library, and one of the package that moved.
# axes: process dump
import helper_package
from hop import hop

helper_package.make("one")
hop()
import colorsys  # noqa: E402

import helper_package.later  # noqa: E402

print(colorsys.rgb_to_hsv(1.0, 0.0, 0.0), helper_package.later.count())
