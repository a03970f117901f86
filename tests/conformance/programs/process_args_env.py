# args: alpha --beta=1
# Arguments, environment, recursion limit and path are those of the program.
import os
import sys

from hop import hop

os.environ["PROGRAM_SAYS"] = "kept"
sys.setrecursionlimit(1234)
sys.path.append("/nowhere/in/particular")
path = sys.path
hop()
print(sys.argv[1:], os.path.basename(sys.argv[0]), os.environ["PROGRAM_SAYS"])
print(sys.getrecursionlimit(), sys.path[-1], path is sys.path, __name__)
