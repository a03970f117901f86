# hops: 2
# Files of the program's own package as resources, and modules of it that nobody has imported before the hop.
import importlib.resources
import os
import pkgutil
import sys

import helper_package
from hop import hop


def show():
    print(pkgutil.get_data("helper_package", "greeting.txt"), os.path.basename(helper_package.__file__))
    if sys.version_info >= (3, 9):
        files = importlib.resources.files(helper_package)
        print((files / "greeting.txt").read_text(encoding="utf-8"), (files / "deeper/table").joinpath("rows.csv").read_bytes())
        print(sorted(one.name for one in files.iterdir() if one.name != "__pycache__"), (files / "deeper").is_dir())
        with importlib.resources.as_file(files / "greeting.txt") as path:
            print(path.read_text(encoding="utf-8"))
        print((files / "nothing").is_file())
    else:
        print(importlib.resources.read_text("helper_package", "greeting.txt"))
        print(importlib.resources.is_resource("helper_package", "nothing"))


hop()
show()
import helper_package.deeper

print(helper_package.deeper.VALUE, helper_package.deeper.late.__name__)
hop()
show()
print(pkgutil.get_data("helper_package.deeper", "table/rows.csv"), helper_package.deeper.VALUE)
try:
    import helper_package.nothing
except ImportError as error:
    print(error)
