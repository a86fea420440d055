"""How many errors of the gold stories are found, and how often a clean sentence is called wrong."""
