# program: no
# Says that it is imported, which is so once.
counter = 0
print("imported")
