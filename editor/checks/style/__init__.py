"""House style: what a profile's stylebook prefers where English allows several ways."""
