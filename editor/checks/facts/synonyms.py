"""Nouns by which a story may name the same again: an explosion that becomes a blast, crew members who become sailors."""

from __future__ import annotations

from functools import lru_cache

_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "attack explosion blast bombing assault raid shooting", "crash accident collision derailment", "flood flooding floods",
        "deal agreement accord contract pact treaty settlement", "vote election poll ballot", "quake earthquake temblor",
        "rise increase jump growth gain surge climb advance rose grew", "fall drop decline decrease cut slide slump plunge loss reduction fell shrank",
        "loan credit", "match game win victory defeat final", "strike walkout stoppage", "fine penalty", "sentence term",
        "project plan scheme program programme", "plant factory", "trip journey voyage", "closure shutdown suspension freeze",
        "ships vessels boats trawlers tankers freighters ferries", "cars vehicles trucks buses minibuses vans lorries",
        "workers employees staff jobs", "crew sailors seafarers mariners fishermen", "residents villagers evacuees inhabitants people",
        "passengers travelers travellers tourists commuters people", "students pupils schoolchildren", "soldiers troops",
        "patients people", "protesters demonstrators activists people", "migrants refugees people", "suspects defendants men people",
        "miners workers", "houses homes buildings", "schools classrooms", "lawmakers deputies legislators senators mps",
        "shops stores outlets branches", "hostages captives", "prisoners inmates detainees", "cows cattle animals", "sheep animals",
        "aircraft planes jets", "hospitals clinics", "trees saplings", "books volumes", "paintings works pictures canvases",
    )
)  # fmt: skip


@lru_cache(maxsize=1 << 10)
def named_alike(noun: str) -> frozenset[str]:
    """The lower-case nouns that may name the same as this one, itself among them."""
    return frozenset([noun]).union(*(group for group in _GROUPS if noun in group))
