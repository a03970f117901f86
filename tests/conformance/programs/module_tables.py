# hops: 2
# Lists and dicts of imported modules that the program has by names of its own stay theirs, with what they hold.
import http.client
import mimetypes
from http.client import responses
from mimetypes import knownfiles

from hop import hop

table = {"here": knownfiles}
responses[999] = "Made up"
knownfiles.append("/nowhere")


def work():
    hop()
    print(responses is http.client.responses, knownfiles is mimetypes.knownfiles, table["here"] is knownfiles)
    responses[998] = "Later"
    print(http.client.responses[998], http.client.responses[999], http.client.responses[404], len(responses))
    print(mimetypes.knownfiles[-1], mimetypes.knownfiles.count("/nowhere"))
    hop()
    print(responses is http.client.responses, len(responses), mimetypes.knownfiles.count("/nowhere"))


work()
