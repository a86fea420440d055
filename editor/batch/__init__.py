"""Checks an archive in partitions, on one machine or a cluster: each partition's findings are a file of their own."""
