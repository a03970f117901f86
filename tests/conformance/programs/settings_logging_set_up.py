# A logger that is being given a handler when the hop comes is given it over there, and one that has some keeps its list of them.
# hops: 2
import io
import logging

from hop import hop

stream = io.StringIO()
logger = logging.getLogger("being.set.up")
add = logger.handlers.append
hop()
add(logging.StreamHandler(stream))
logger.propagate = False
logger.warning("first")
kept = logger.handlers
hop()
logger.warning("second")
print(stream.getvalue().split(), kept is logger.handlers, len(kept))
