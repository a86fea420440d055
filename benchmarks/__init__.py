"""Measuring the tool: how well it sees, how fast it is."""
