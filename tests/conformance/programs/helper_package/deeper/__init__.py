# A package that is not imported before the hop.
from .late import VALUE
