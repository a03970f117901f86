# axes: process dump
# Files open for reading, writing, appending and updating keep their position.
from hop import hop

with open("lines.txt", "w") as made:
    made.write("".join("line %d\n" % i for i in range(5)))
reader, binary = open("lines.txt"), open("lines.txt", "rb")
writer, appender = open("written.txt", "w"), open("lines.txt", "a")
updater = open("update.bin", "w+b")
print(reader.readline(), binary.read(3))
writer.write("near ")
appender.write("appended near\n")
updater.write(b"0123456789")
updater.seek(4)
hop()
print(reader.readline(), binary.read(5), reader.name, reader.mode)
writer.write("far\n")
appender.write("appended far\n")
updater.write(b"XX")
for file in (reader, binary, writer, appender, updater):
    file.close()
print(open("written.txt").read(), open("lines.txt").read(), open("update.bin", "rb").read())
