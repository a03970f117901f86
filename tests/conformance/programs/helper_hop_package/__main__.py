import helper_hop_package
from hop import hop

result = hop("main of %s" % helper_hop_package.name)
print(__name__, result, __package__)
