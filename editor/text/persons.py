"""Nouns for persons, by their shape: offices, trades and roles."""

from __future__ import annotations

from editor.text.words import words

OFFICES = words("""president chairman chairwoman chairperson chancellor secretary director head chief leader minister mayor governor
    professor dean author founder co-founder editor captain manager commander commissioner coordinator speaker queen king bishop
    archbishop member owner daughter son mother father wife widow brother sister""")
"""What only one person is, and may be called without an article."""
TRADES = words("""nurse teacher lawyer doctor engineer driver waiter waitress cook guard soldier journalist reporter farmer mechanic
    carpenter plumber cleaner clerk accountant barber baker butcher electrician firefighter fisherman gardener hairdresser interpreter
    translator laborer labourer librarian miner painter pharmacist photographer policeman porter sailor secretary shopkeeper singer
    surgeon tailor technician tutor writer dentist designer programmer actor actress model musician butler maid nanny""")
"""What many are, and are called with one."""
_ENDINGS = (
    "er", "or", "ist", "ian", "man", "woman", "ant", "ent", "up", "ive", "eer", "ee", "person", "author", "ate",
)  # fmt: skip


def person(noun: str) -> bool:
    """Whether a noun is built like one for a person or a role: "teacher", "curator", "economist"."""
    return noun in OFFICES or noun.endswith(_ENDINGS)
