# The working directory, where it is on the other machine too.
import os

from hop import hop

os.chdir("/usr/lib")
hop()
print(os.getcwd(), os.path.abspath("x"))
