"""Presents and simple pasts that a stretch of time up to now makes perfects."""
