"""Verbs that do not fit the past of their neighbours."""
