"""What a noun phrase may be: a person, a place, an event, a time, a price ..."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editor.checks.prepositions.phrases import AMOUNTS, DETERMINERS, PARTS, Phrase, phrase
from editor.text.adverbials import TIMES
from editor.text.gerunds import takes_object
from editor.text.model import Token
from editor.text.words import words

_UNITS = words("""percent pct % point points percentage kilometer kilometers kilometre kilometres km mile miles meter meters metre
    metres foot feet inch inches ton tons tonne tonnes liter liters litre litres barrel barrels bushel bushels kg kilogram
    kilograms kilogrammes pound pounds degree degrees euro euros dollar dollars cent cents yen yuan rupee rupees peso pesos franc
    francs rouble roubles ruble rubles kwh mw gigawatt gigawatts megawatt megawatts kph mph seat seats goal goals run runs
    vote votes match matches game games stroke strokes shot shots length lengths hectare hectares acre acres""")
_CURRENCIES = words("""euro euros dollar dollars cent cents yen yuan rupee rupees peso pesos franc francs rouble roubles ruble rubles
    pound pounds krona kronor krone kroner baht ringgit won real reais lira dirhams dinars shillings rand""")
_PER = words(
    "share barrel ounce bushel ton tonne kilo kilogram pound liter litre gallon unit kg bottle head piece megawatt-hour"
)
SPANS = words("""second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade
    decades century centuries season seasons term terms""")
_BODIES = words("""school village town household government police court army parliament council committee board company firm union ministry senate congress
    assembly commission party group team club agency bank organization organisation association authorities authority crowd
    opposition regulator church tribunal jury cabinet coalition press mob gang watchdog ngo university hospital department staff
    public nation country state city family community""")
_THINGS = words("""number paper computer letter order river power matter quarter center offer door floor error sector factor motor
    container fee tree degree border tower cover server barrier chapter dinner flower layer mirror newspaper poster rumor shoulder
    summer tanker trailer transfer winter color honor favor monitor reactor tumor coffee committee guarantee filter finger meter
    router scooter sensor shelter answer disaster encounter laser corner figure weather water fiber timber lumber rubber silver
    copper paper powder ladder hammer trigger charter theater labor harbor terror horror""")
# Nouns that the lists of speakers hold, but which are none.
_NO_PERSONS = words("report reports statement statements one all both many some others side sides")


Lists = Mapping[str, frozenset[str]]


_SOMEBODY = words("anyone anybody someone somebody everyone everybody nobody")


def kinds_of(tokens: Sequence[Token], inside: Phrase, lists: Lists) -> frozenset[str]:
    """What a phrase may be: "person", "name", "place", "event", "crime", "time", "measure", "duration", "pair", "ing", "thing"."""
    head = tokens[inside.head]
    first = tokens[inside.start]
    if head.tag == "JJ" and inside.head >= 2 and tokens[inside.head - 1].lower == "and":
        return frozenset(["pair"])
    word, lemma = head.lower, head.lemma.lower()
    found: set[str] = set()
    if inside.head == inside.start and (first.tag == "VBG" or takes_object(tokens, inside.start)):
        return frozenset(["ing"])
    numbers = any(token.tag in ("CD", "$") for token in tokens[inside.start : inside.end])
    if word in SPANS or lemma in SPANS:
        found.add("time")
        if numbers or any(
            token.lower in ("several", "many", "few", "a", "an")
            for token in tokens[inside.start : inside.head]
        ):
            found.add("duration")
    elif word in TIMES or (head.tag == "CD" and word.isdigit() and 1400 < int(word) < 2200):
        found.add("time")
    elif (
        head.tag == "CD"
        or word in _UNITS
        or "$" in [token.tag for token in tokens[inside.start : inside.end]]
    ):
        found.add("measure")
        if word in _UNITS and inside.head > inside.start and tokens[inside.head - 1].tag == "CD":
            found.add("unit")
        if (word in _CURRENCIES and numbers) or any(
            token.tag == "$" for token in tokens[inside.start : inside.end]
        ):
            found.add("price")
            after = [token.lower for token in tokens[inside.end : inside.end + 2]]
            if len(after) == 2 and after[0] in ("a", "an", "per") and after[1] in _PER:
                found.add("rate")
    elif word in PARTS and (
        inside.head == inside.start
        or tokens[inside.head - 1].lower in ("a", "one", "two", "nearly", "almost", "three")
    ):
        found.update(["measure", "unit"])
    else:
        if head.tag == "PRP":
            found.add("person" if word not in ("it", "itself") else "thing")
        elif head.tag in ("NNP", "NNPS"):
            found.add("name")
            if word in lists.get("prepositions-cities", ()) or word in lists.get(
                "prepositions-countries", ()
            ):
                found.update(["place", "land"])
        elif head.tag not in ("NN", "NNS"):
            of = inside.end < len(tokens) and tokens[inside.end].lower == "of"
            if head.tag in ("JJ", "VBG") or word in ("those", "these") or (word == "that" and of):
                found.add("thing")
            if word in AMOUNTS:
                found.add("measure")
        elif word in _NO_PERSONS:
            found.add("thing")
        elif (
            word in _SOMEBODY
            or word in lists.get("confusions-people", ())
            or lemma in _BODIES
            or word in lists.get("prepositions-people", ())
            or _agent(word, lemma)
        ):
            found.add("person")
        else:
            found.add("thing")
        if word in lists.get("governed-events", ()) or lemma in lists.get("governed-events", ()):
            found.add("event")
        if word in lists.get("prepositions-illness", ()):
            found.add("illness")
        if word in lists.get("governed-money", ()):
            found.add("money")
        if word in lists.get("prepositions-crimes", ()):
            found.add("crime")
        if word in lists.get("prepositions-places", ()) or lemma in lists.get("governed-places", ()):
            found.add("place")
        if (
            inside.end < len(tokens) - 1
            and tokens[inside.end].lower == "and"
            and phrase(tokens, inside.end + 1)
        ):
            found.add("pair")
            if _two(tokens, inside):
                found.add("two")
    if numbers:
        found.add("number")
    if first.tag in DETERMINERS:
        found.add("the")
    return frozenset(found)


def _two(tokens: Sequence[Token], inside: Phrase) -> bool:
    """Whether the phrase and the one after "and" are both single and no third follows: "the army and the militia"."""
    second = phrase(tokens, inside.end + 1)
    single = ("NN", "NNP")
    return (
        second is not None
        and tokens[inside.head].tag in single
        and tokens[second.head].tag in single
        and not (second.end < len(tokens) and tokens[second.end].lower in ("and", "or", ","))
    )


def _agent(word: str, lemma: str) -> bool:
    if word in _NO_PERSONS:
        return False
    return (
        word.endswith(
            (
                "ers",
                "ors",
                "ists",
                "ians",
                "men",
                "woman",
                "man",
                "children",
                "people",
                "teacher",
                "player",
                "worker",
                "keeper",
                "driver",
                "leader",
            )
        )
        and lemma not in _THINGS
    )
