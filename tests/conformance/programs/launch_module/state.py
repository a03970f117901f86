"""State of the package."""

values = []
