"""Set phrases: how a row of their table is read, where it stands in a text, and what its near misses are."""
