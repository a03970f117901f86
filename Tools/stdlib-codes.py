"""Compile this interpreter's standard library and write the code objects, marshalled, into one file.

    python3.N Tools/stdlib-codes.py DIRECTORY

The file is DIRECTORY/3.N.codes: for each module a 32-bit little-endian length and what `marshal.dumps` gives. Knows
where a standard library lies; must not know what its code is good for.
"""

import marshal
import os
import struct
import sys
import sysconfig
import warnings


def sources(root):
    for directory, names, files in os.walk(root):
        names[:] = sorted(
            name for name in names if name not in ("site-packages", "dist-packages", "__pycache__")
        )
        for name in sorted(files):
            if name.endswith(".py"):
                yield os.path.join(directory, name)


def main():
    warnings.simplefilter("ignore")
    root = sysconfig.get_path("stdlib")
    path = os.path.join(sys.argv[1], "%d.%d.codes" % sys.version_info[:2])
    written = skipped = 0
    with open(path + ".part", "wb") as output:
        for source in sources(root):
            try:
                with open(source, "rb") as file:
                    # Relative names: the file is the same wherever the interpreter lies.
                    code = compile(file.read(), os.path.relpath(source, root), "exec", dont_inherit=True)
                data = marshal.dumps(code)
            except (SyntaxError, ValueError, RecursionError, MemoryError):  # the tests of the compiler itself
                skipped += 1
                continue
            output.write(struct.pack("<I", len(data)))
            output.write(data)
            written += 1
    os.replace(path + ".part", path)
    print("%s: %d modules, %d do not compile" % (path, written, skipped))


if __name__ == "__main__":
    main()
