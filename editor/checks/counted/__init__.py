"""The number of a noun after a word that counts it: "four hour", "several worker", "one of the station", "each birds"."""
