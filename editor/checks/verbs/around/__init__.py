"""Presents, futures and perfects that another verb or a time of the past in the sentence rules out."""
