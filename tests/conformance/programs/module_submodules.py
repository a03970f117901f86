# Submodules of imported packages that only attributes lead to.
import concurrent.futures.thread
import importlib.util
import xml.dom.minidom
from email import message, policy

from hop import hop

hop()
print(xml.dom.minidom.parseString("<a/>").documentElement.tagName, importlib.util.find_spec("os").name)
print(concurrent.futures.thread.ThreadPoolExecutor.__name__, policy.HTTP.max_line_length, message.__name__)
