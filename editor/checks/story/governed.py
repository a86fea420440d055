"""The preposition that a head governs, read through its clause: past an object, an adverb and phrases between.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16. A row of the table gives a frame and its
heads: "object from with of:event > to" says that verbs with an object take "to" and none of the words before ">", "of" only
before an event. The frames are

- "object": a verb with its object, or passive; "object/person" where the object must be of a class,
- "passive": a verb in the passive with "be",
- "verb": a verb without an object, "noun" and "adjective",
- "light have|cause": a noun that is the object of one of these verbs.

A class names what must stand after the wrong word: a person, a name, a place, a land (a country's or city's name), an event, a crime, a time, a measure, a
duration, an illness, money, a price, a rate ("$3 a share"), a pair ("rich and poor"), two
("the army and the militia"), a form in -ing, a thing (nothing of these but an event), or, after "=", one of the nouns.
"for!:person" is wrong although another row of the head allows "for": "apologized for the fans". "?" at the end asks only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from editor.checks.registry import Hit, check, prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.adverbials import TIMES, free
from editor.text.gerunds import takes_object
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

_PREPOSITIONS = words("""of to for with on about from at by in into over against towards toward than as like upon among between
    off under through until since within behind after during without around out versus""")
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_INSIDE = frozenset(
    ["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT", "VBN", "VBG", "#"]
)
_DETERMINERS = frozenset(["DT", "PRP$", "PDT"])
_ROUGHLY = words("about nearly almost roughly some around over only exactly just")
_BE = words("be is are was were been being am 's 're get gets got getting")
_BEING = words("be been is are was were am")
_HAVE = words("has have had having 've 'd")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_BREAKS = frozenset([".", ":", "WDT", "WP", "WRB", "''", "``", "("])
_RELATIVES = words("which whom whose what")
# "Of", "in", "on" and "at" mostly hang on the noun before them or tell the place: without a class they count only where no noun
# stands between the head and them.
_LOOSE = words("of in on at")
_ANY = frozenset(["thing", "person", "ing", "name"])
# "To the extent", "to the detriment": no matter which head stands before.
_MANNERS = words(
    "extent detriment test point minimum maximum degree limit delight dismay surprise benefit letter end tune music"
)
# Words that reach back over another phrase: "the blame for the loss to".
_FAR = words("to on for against over")
# "In several ways", "in kind".
_WAYS = words(
    "way manner kind form cash case number time fashion style size color colour nature tone scope shape field area"
)
# "In response to", "in return for", "thanks to": the preposition is this word's.
_LEADS = words("""response return addition exchange support contrast reference relation regard respect front favor favour thanks due
    according because close line terms place spite top behalf case view charge search""")
_NUMBERS = frozenset(["measure", "number"])
# After these another phrase with the right word tells the reason: "suspended for four games for spitting".
_LENGTHS = frozenset(["duration", "unit"])
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
_PARTS = words(
    "half third quarter fifth sixth seventh eighth ninth tenth dozen two-thirds one-third three-quarters one-fifth"
)
_SPANS = words("""second seconds minute minutes hour hours day days night nights week weeks weekend month months year years decade
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


# "In support of", "on suspicion of": the noun makes one word with what stands around it.
_COMPOUNDS = words("""support response return exchange addition front view favor favour place lieu defense defence pursuit search light
    terms case contrast honor honour memory recognition retaliation anticipation connection conjunction cooperation behalf account
    basis grounds charges suspicion orders top condition spite line keeping accordance charge need want danger reference regard
    respect reaction preparation protest revenge compliance violation breach defiance relation proportion comparison parallel
    tandem partnership collaboration consultation coordination sympathy solidarity time part""")
# These nouns take "to", whatever verb has them as its object.
_TAKING_TO = words("""delay damage harm injury threat end limit access answer approach blow challenge change amendment alternative barrier visit
    trip tribute reference response reply reaction return key damages obstacle danger risk introduction contribution link tie
    resistance opposition objection right claim entitlement commitment invitation loss""")
_AMOUNTS = words("more less much most little")
# Seldom nouns where they follow one: "the memoir dwells in".
_MOSTLY_VERBS = words("""dwell rely depend consist belong differ stem comply adhere amount hinge collide coincide participate insist
    border benefit specialize specialise succumb interfere reside react respond derive refrain pertain conform cater vie strive
    suffer result deal contribute object apply lag rank aim""")
# What these verbs have as object goes on to somebody: "expand the crackdown to more towns".
_MOVING = words("""extend expand spread widen apply carry bring take send give offer show hand deliver present transfer move sell pass
    refer add return direct raise cut reduce increase lower limit shift switch lead put turn push keep restrict link connect tie
    compare prefer attribute devote leave owe announce report explain describe""")


# "The ministry of culture": what follows "of" belongs to the name.
_TITLES = words(
    "ministry department minister secretary head leader president chairman board bank university king queen bishop mayor"
)
# Persons that are seldom of anything.
_PLAIN_PERSONS = words("""ranchers farmers customers passengers consumers travelers travellers commuters pensioners shareholders borrowers
    taxpayers homeowners lawmakers prisoners villagers reporters jurors visitors investors teenagers foreigners newcomers strangers
    volunteers voters drivers workers lenders insurers smokers swimmers hikers climbers spectators doctors protesters""")
# These stand in set phrases without "of": "in turn", "on condition".
_ALONE = words(
    "return addition exchange place part turn response time need danger condition demand order court"
)


class Wanted(NamedTuple):
    """What must stand after a wrong word: a phrase of one of the classes, or with one of the nouns; anything where both are empty.

    `always` where the word is wrong there although the head governs it elsewhere.
    """

    kinds: frozenset[str]
    nouns: frozenset[str]
    always: bool = False


class Row(NamedTuple):
    """One frame: `before` is a class for the object or the light verbs; `wrong` maps a word to its classes; `right` best first.

    `governs` is all that the head's rows of this kind allow, `allows` tells it of one word.
    """

    kind: str
    before: frozenset[str]
    wrong: Mapping[str, Wanted]
    right: tuple[str, ...]
    asked: bool
    governs: frozenset[str] = frozenset()

    def allows(self, word: str) -> bool:
        """Whether the head governs the word and this row has nothing against it."""
        wanted = self.wrong.get(word)
        return word in self.governs and not (wanted is not None and wanted.always)


_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_NO_ADJUNCTS = words("of to about into than like as over among")
# Nouns that the lists of speakers hold, but which are none.
_NO_PERSONS = words("report reports statement statements one all both many some others side sides")
# "Two of the", "half of the", "a number of": what follows is meant.
_PARTITIVES = words("""half third quarter fifth tenth majority minority part portion share number dozens hundreds thousands millions lot rest
    most all some many few none several each one any group series kind type sort % percent pct fraction bulk""")
_ANYTHING = Wanted(frozenset(), frozenset())


class Phrase(NamedTuple):
    """A noun phrase: the tokens from `start` up to `end`; `head` is its last noun, pronoun or number."""

    start: int
    end: int
    head: int


class Found(NamedTuple):
    """A wrong word at `at` with the right ones and the head that governs it."""

    at: int
    right: tuple[str, ...]
    head: int
    asked: bool


Lists = Mapping[str, frozenset[str]]
Rows = Mapping[str, tuple[str, ...]]


@check("governed.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that the head of its clause does not govern there."""
    rows = _rows(rule)
    for line in story.body:
        tokens = line.tagged
        for found in governed(tokens, rows, story.lists):
            token = tokens[found.at]
            says = " or ".join(repr(each) for each in found.right)
            yield Hit(
                Span(token.start, token.end),
                found.right,
                f"'{tokens[found.head].text}' goes with {says} here.",
                severity=Severity.QUERY if found.asked else None,
            )


@prepares("governed.wrong")
def _rows(rule: Rule) -> Rows:
    return rows_of(rule.spec["map"])


def rows_of(table: Mapping[str, str]) -> Rows:
    """A table of frames and their heads, turned about: the frames of each head, by its lemma."""
    found: dict[str, list[str]] = {}
    for frame, heads in table.items():
        for head in heads.split():
            found.setdefault(head, []).append(frame)
    return {head: tuple(frames) for head, frames in found.items()}


@lru_cache(maxsize=1 << 12)
def _read(frames: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of one head, each knowing what all of its kind allow; with each light verb a noun has its own."""
    rows = [_row(frame) for frame in frames]
    return tuple(
        row._replace(
            governs=frozenset(
                word
                for each in rows
                if each.kind == row.kind and (row.kind != "light" or each.before == row.before)
                for word in each.right
            )
        )
        for row in rows
    )


def _row(frame: str) -> Row:
    left, _, right = frame.partition(" > ")
    kind, *rest = left.split()
    kind, _, limit = kind.partition("/")
    if kind == "light":
        limit, *rest = rest
    wrong = {}
    for each in rest:
        word, _, classes = each.partition(":")
        kinds = [kind for kind in classes.split("|") if kind and not kind.startswith("=")]
        nouns = [noun for kind in classes.split("|") if kind.startswith("=") for noun in kind[1:].split(",")]
        wrong[word.removesuffix("!")] = Wanted(frozenset(kinds), frozenset(nouns), word.endswith("!"))
    asked = right.endswith("?")
    return Row(
        kind,
        frozenset(limit.split("|")) if limit else frozenset(),
        wrong,
        tuple(right.removesuffix("?").split()),
        asked,
    )


def governed(tokens: Sequence[Token], rows: Rows, lists: Lists) -> Iterator[Found]:
    """The wrong prepositions of a tagged sentence, each once."""
    seen: set[int] = set()
    for at in range(len(tokens) - 2):
        token = tokens[at]
        frames = rows.get(token.lemma, ()) or rows.get(token.lower, ())
        for row in _read(frames) or _gerund(tokens, at, rows):
            found = _FRAMES[row.kind](tokens, at, row, lists)
            if found is not None and found.at not in seen:
                seen.add(found.at)
                yield found
                break


def _gerund(tokens: Sequence[Token], at: int, rows: Rows) -> Sequence[Row]:
    """The rows of a form in -ing that is taken for a noun: "has been suffering of"."""
    token = tokens[at]
    if token.tag != "NN" or not token.lower.endswith("ing") or not at or tokens[at - 1].lower not in _BEING:
        return ()
    stem = token.lower[:-3]
    found = rows.get(stem, ()) or rows.get(stem + "e", ())
    return [row for row in _read(found) if row.kind == "verb"]


def _verb(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    gerund = tokens[at].tag == "NN" and tokens[at].lower.endswith("ing")
    if (
        not gerund
        and not _only_verb(tokens, at)
        and (not tokens[at].tag.startswith("VB") or (tokens[at].tag == "VBN" and _passive(tokens, at)))
    ):
        return None
    here = _past_times(tokens, at + 1, row, lists)
    return _judge(tokens, at, here, row, lists)


def _only_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is tagged as a noun at `at` must be the clause's verb: "the memoir dwells in", "the debts amount at"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if before is None or at < 2 or token.lemma not in _MOSTLY_VERBS:
        return False
    third = token.tag == "NNS" and "VBZ" in token.tags and before.tag == "NN"
    plural = token.tag == "NN" and "VBP" in token.tags and before.tag == "NNS"
    if not third and not plural:
        return False
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(tokens) and tokens[here].tag not in (
            ",",
            ".",
            ":",
            "WDT",
            "WP",
            "WRB",
            "CC",
            "``",
            "''",
        ):
            if tokens[here].tag in _FINITE or tokens[here].lower in ("that", "if", "as", "while", "when"):
                return False
            here += step
    return True


def _noun(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    if tokens[at].tag not in ("NN", "NNS"):
        return None
    start = _back(tokens, at).start
    if row.before and not (classes(tokens, Phrase(start, at + 1, at), lists) & row.before):
        return None
    if (
        start
        and tokens[start - 1].tag.startswith("VB")
        and tokens[start - 1].lemma in _MOVING
        and tokens[at + 1].lower in ("to", "from")
    ):
        return None
    return _judge(tokens, at, at + 1, row, lists)


def _adjective(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    tag = tokens[at].tag
    if tag not in ("JJ", "VBN", "VBD", "JJR") or (tag == "VBD" and not _passive(tokens, at)):
        return None
    here = at + 1 if tag in ("JJ", "JJR") else _past_times(tokens, at + 1, row, lists)
    return _judge(tokens, at, here, row, lists)


def _light(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """The noun at `at` is the object of a light verb: "have little effect in"."""
    if tokens[at].tag not in ("NN", "NNS"):
        return None
    verb = _light_verb(tokens, at)
    if (
        verb < 0
        or tokens[verb].lemma not in row.before
        or (tokens[verb].tag == "VBN" and _passive(tokens, verb))
    ):
        return None
    found = _judge(tokens, at, at + 1, row, lists)
    if found is not None or tokens[at + 1].lower not in _PREPOSITIONS or row.allows(tokens[at + 1].lower):
        return found
    inside = _complement(tokens, at + 1)
    found = _along(tokens, at, inside.end, row, lists) if inside is not None else None
    far = found is not None and tokens[found.at].lower in _FAR and row.right == ("on",)
    return found if far else None


def _light_verb(tokens: Sequence[Token], at: int) -> int:
    """The verb whose object is the phrase that ends with the noun at `at`, -1 where there is none."""
    between = False
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if (
            token.tag in ("VBN", "VBG")
            and token.lower not in _HAVE
            and tokens[back + 1].tag not in ("DT", "PRP$")
        ):
            if tokens[back - 1].lower in (*_HAVE, *_BE):
                return back
            between = True
        elif token.tag.startswith("VB"):
            return -1 if between and token.lower in (*_HAVE, *_BE) else back
        elif token.tag not in _INSIDE and token.tag != "RB" and token.lower not in _ROUGHLY:
            return -1
    return -1


def _object(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """A verb, its object and the phrases after it; in the passive the phrases come at once."""
    token = tokens[at]
    itself = token.tag == "NNS" and tokens[at + 1].lower.endswith(("self", "selves"))
    if (
        (not token.tag.startswith("VB") and not itself)
        or (at and tokens[at - 1].tag in ("DT", "PRP$"))
        or _fronted(tokens, at, row.governs)
    ):
        return None
    passive = token.tag in ("VBN", "VBD") and _passive(tokens, at)
    here = _past_adverbs(tokens, at + 1)
    thing = phrase(tokens, here)
    if thing is None:
        if not passive:
            return None
        if row.before:
            subject = _subject(tokens, at)
            if subject is None or not classes(tokens, subject, lists) & row.before:
                return None
        return _judge(tokens, at, here, row, lists)
    if (
        passive
        and not row.before
        and (token.tag == "VBD" or tokens[at - 1].lower in _BE or tokens[at - 1].tag == "RB")
    ):
        return None
    thing = _meant(tokens, thing)
    if row.before and not classes(tokens, thing, lists) & row.before:
        return None
    return _along(tokens, at, thing.end, row, lists)


def _agentless(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """A passive verb with a form of "be", its agent after the wrong word: "was written from three experts"."""
    back = at - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    if back < 0 or tokens[at].tag not in ("VBN", "VBD") or tokens[back].lower not in _BE:
        return None
    return _judge(tokens, at, _past_times(tokens, at + 1, row, lists), row, lists)


def _along(tokens: Sequence[Token], head: int, here: int, row: Row, lists: Lists) -> Found | None:
    """The first wrong preposition among the phrases from `here` on."""
    taken = lists.get("heads-takes", frozenset())
    for step in range(4):
        here = _past_adverbs(tokens, here)
        if here + 1 >= len(tokens):
            return None
        word = tokens[here].lower
        if word in ("and", "or") and tokens[here - 1].tag in _NOUNS:
            following = phrase(tokens, here + 1)
            if following is None:
                return None
            here = following.end
            continue
        if tokens[here].tag == "$" and step == 0:
            price = phrase(tokens, here)
            here = price.end if price is not None else here
            word = tokens[here].lower if here + 1 < len(tokens) else ""
        if tokens[here].lower in _DAYS:
            here += 1
            continue
        if tokens[here].tag == "VBN" and tokens[here + 1].lower in ("by", "in", "from", "on", "at"):
            led = _complement(tokens, here + 1)
            if led is None:
                return None
            here = led.end
            continue
        if word not in _PREPOSITIONS or (row.allows(word) and not _titled(tokens, here)):
            return None
        inside = _complement(tokens, here)
        if inside is None:
            return None
        if row.allows(word):
            here = inside.end
            continue
        before = tokens[here - 1]
        owned = before.tag in ("NN", "NNS") and (
            f"noun {before.lemma} {word}" in taken or (word == "to" and before.lemma in _TAKING_TO)
        )
        wanted = row.wrong.get(word)
        strong = word == "of" and wanted is not None and wanted != _ANYTHING and "thing" not in wanted.kinds
        if word == "of" and wanted is not None and (step or not strong) and not _alone(tokens, here, lists):
            return None
        if (
            wanted is not None
            and (strong or not owned)
            and (wanted != _ANYTHING or word not in _LOOSE or before.tag == "PRP")
        ):
            found = _judge(tokens, head, here, row, lists)
            if found is not None:
                return found
        if tokens[inside.head].tag == "VBG":
            return None
        here = inside.end
    return None


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" at `at` stands in a title: "the ministry of culture"."""
    return (
        tokens[at].lower == "of"
        and tokens[at - 1].lemma.lower() in _TITLES
        and tokens[at + 1].tag in (*_NOUNS, "DT")
    )


def _alone(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Whether the word before `at` is a pronoun, a person or a name, after which "of" seldom stands."""
    before = tokens[at - 1]
    if before.lower.endswith(("ers", "ors", "er", "or")) and before.lower not in _PLAIN_PERSONS:
        return False
    return before.tag in ("PRP", "NNP", "NNPS") or bool(
        classes(tokens, _back(tokens, at - 1), lists) & {"person"}
    )


def _judge(tokens: Sequence[Token], head: int, at: int, row: Row, lists: Lists) -> Found | None:
    """The preposition at `at`, where it is wrong and stands before what the row asks for."""
    if at + 1 >= len(tokens):
        return None
    token = tokens[at]
    wanted = row.wrong.get(token.lower)
    if wanted is None or row.allows(token.lower) or token.tag not in ("IN", "TO", "RP", "RB"):
        return None
    if (token.lower == "about" and tokens[at + 1].tag in ("CD", "$")) or (
        token.lower == "than" and (tokens[at - 1].tag == "RBR" or tokens[at + 1].tag == "DT")
    ):
        return None
    if token.lower == "than" and tokens[at - 1].lower.endswith("ly"):
        return None
    inside = _complement(tokens, at)
    if inside is None:
        return None
    kinds = classes(tokens, inside, lists)
    counted = phrase(tokens, at + 1)
    if counted is not None and counted.head != inside.head:
        kinds |= classes(tokens, counted, lists) & _NUMBERS
    noun = tokens[inside.head]
    after = tokens[inside.end] if inside.end < len(tokens) else token
    second = phrase(tokens, inside.end + 1) if wanted.nouns and after.lower == "and" else None
    nouns = [noun, tokens[second.head]] if second is not None else [noun]
    # "Three days of rain".
    filled = phrase(tokens, inside.end + 1) if noun.lower in _SPANS and after.lower == "of" else None
    if filled is not None:
        nouns.append(tokens[filled.head])
    if any(each.lemma.lower() in wanted.nouns or each.lower in wanted.nouns for each in nouns):
        return (
            None
            if _comes(tokens, inside.end, row.governs, token.lower)
            else Found(at, row.right, head, row.asked)
        )
    if not kinds & (_ANY if wanted == _ANYTHING else wanted.kinds):
        return None
    if wanted == _ANYTHING and free(tokens, at, token.lower):
        return None
    if "place" not in wanted.kinds and (
        _adjunct(tokens, at, inside, lists) or _local(token.lower, kinds, wanted.kinds)
    ):
        return None
    if (
        token.lower in ("in", "on", "with", "by", "at", "for")
        and inside.start == inside.head
        and noun.lower in _COMPOUNDS
        and (noun.lower in _ALONE or after.tag in ("IN", "TO"))
    ):
        return None
    if token.lower == "in" and noun.lemma in _WAYS:
        return None
    if (token.lower == "to" and noun.lower in _MANNERS) or tokens[at - 1].lower in _LEADS:
        return None
    if not kinds & _LENGTHS and _comes(tokens, inside.end, row.governs, token.lower):
        return None
    return Found(at, row.right, head, row.asked)


def _local(word: str, kinds: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether "in", "at" or "on" before a name or a place tells where."""
    return word in ("in", "at", "on") and bool(kinds & {"name", "place"}) and "name" not in wanted


def phrase(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The simple noun phrase that begins at `at`, None where there is none."""
    if at < len(tokens) and tokens[at].tag == "PRP":
        return Phrase(at, at + 1, at)
    end, head = at, -1
    while end < len(tokens) and end - at < 9:
        token = tokens[end]
        if token.tag in _DETERMINERS and head >= 0 and tokens[end - 1].tag != "POS":
            break
        if (
            head >= 0
            and token.lower in _DAYS
            and end + 1 < len(tokens)
            and tokens[end + 1].tag in ("IN", "TO")
        ):
            break
        if head < 0 and token.tag == "RB" and _modifies(tokens, end):
            end += 1
            continue
        if token.tag not in _INSIDE and not (head < 0 and token.lower in _ROUGHLY):
            if (
                (
                    token.lower in ("than", "least", "most", "up")
                    or (token.lower == "to" and end > at and tokens[end - 1].lower == "up")
                )
                and head < 0
                and end + 1 < len(tokens)
                and tokens[end + 1].tag in ("CD", "$")
            ):
                end += 1
                continue
            if (
                token.lower in ("more", "at", "less", "as")
                and head < 0
                and end + 2 < len(tokens)
                and tokens[end + 2].tag in ("CD", "$")
            ):
                end += 1
                continue
            break
        if token.tag in ("VBN", "VBG") and (
            end + 1 >= len(tokens)
            or tokens[end + 1].tag not in (*_NOUNS, "JJ")
            or (head >= 0 and tokens[end - 1].tag not in ("POS", "CD"))
        ):
            break
        if (
            token.tag in _NOUNS
            or token.tag == "CD"
            or token.lower in _PARTS
            or token.lower in ("this", "that", "these", "those", "both", "all", "some", "many")
            or (
                head < 0
                and token.lower in _AMOUNTS
                and end + 1 < len(tokens)
                and tokens[end + 1].tag == "IN"
                and tokens[end + 1].lower != "than"
            )
        ):
            head = end
        end += 1
    if head < 0 and end > at + 1 and tokens[end - 1].tag in ("JJ", "VBG") and tokens[at].tag in _DETERMINERS:
        head = end - 1
    if head < 0:
        return None
    if end > head + 1 and tokens[end - 1].tag in ("JJ", "RB"):
        end = head + 1
    return Phrase(at, end, head)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adverb at `at` belongs to an adjective or a participle in front of a noun: "unusually warm weather"."""
    return (
        at + 2 < len(tokens)
        and tokens[at].lower.endswith("ly")
        and tokens[at + 1].tag in ("JJ", "VBN", "VBG")
        and tokens[at + 2].tag in (*_NOUNS, "JJ")
    )


_SOMEBODY = words("anyone anybody someone somebody everyone everybody nobody")


def classes(tokens: Sequence[Token], inside: Phrase, lists: Lists) -> frozenset[str]:
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
    if word in _SPANS or lemma in _SPANS:
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
    elif word in _PARTS and (
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
            if word in _AMOUNTS:
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
    if first.tag in _DETERMINERS:
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


def _complement(tokens: Sequence[Token], at: int) -> Phrase | None:
    """What stands after the preposition at `at`: a noun phrase or a form in -ing."""
    here = at + 1
    if tokens[at].lower == "to" and tokens[here].tag == "VB":
        return None
    if (
        here + 2 < len(tokens)
        and tokens[here].tag == "JJ" == tokens[here + 2].tag
        and tokens[here + 1].lower == "and"
    ):
        return Phrase(here, here + 3, here + 2)
    if tokens[here].tag == "RB" and here + 1 < len(tokens) and tokens[here + 1].tag == "VBG":
        here += 1
    if takes_object(tokens, here):
        return Phrase(here, here + 1, here)
    if tokens[here].tag == "VBG":
        after = tokens[here + 1].tag if here + 1 < len(tokens) else "."
        if after not in (*_NOUNS, "JJ") or "JJ" not in tokens[here].tags:
            return Phrase(here, here + 1, here)
    found = phrase(tokens, here)
    return _meant(tokens, found) if found is not None else None


def _meant(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """The phrase with what "two of", "a number of" count as its head."""
    word = tokens[found.head].lower
    counts = word in _PARTITIVES or tokens[found.head].tag == "CD"
    if not counts or found.end + 1 >= len(tokens) or tokens[found.end].lower != "of":
        return found
    inner = phrase(tokens, found.end + 1)
    return Phrase(found.start, inner.end, inner.head) if inner is not None else found


def _past_adverbs(tokens: Sequence[Token], at: int) -> int:
    while (
        at < len(tokens)
        and (tokens[at].tag in ("RB", "RBR") and tokens[at].lower not in ("not", "n't"))
        and tokens[at].lower not in _ROUGHLY
    ):
        at += 1
    return at


def _past_times(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> int:
    """The first place from `at` on after adverbs, days and phrases of time: "was founded in 2021 from"."""
    for _ in range(3):
        at = _past_adverbs(tokens, at)
        if at + 2 >= len(tokens):
            return at
        word = tokens[at].lower
        if word in _DAYS:
            at += 1
        elif word in ("last", "this", "next") and tokens[at + 1].lower in (*_SPANS, *TIMES):
            at += 2
        elif (
            word in ("in", "on", "at", "since", "until", "during", "after", "before")
            and word not in row.wrong
            and word not in row.governs
        ):
            inside = _complement(tokens, at)
            timed = inside is not None and "time" in classes(tokens, inside, lists)
            if inside is None or not timed:
                return at
            if inside.end < len(tokens) and tokens[inside.end].lower == "of":
                return at
            at = inside.end
        else:
            return at
    return at


def _back(tokens: Sequence[Token], at: int) -> Phrase:
    """The phrase whose head is at `at`."""
    start = at
    while start > 0 and tokens[start - 1].tag in _INSIDE and at - start < 7:
        start -= 1
        if tokens[start].tag in _DETERMINERS:
            break
    return Phrase(start, at + 1, at)


def _passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the participle at `at` is passive: after a form of "be", or right after a noun or a comma."""
    back = at - 1
    while back >= 0 and (tokens[back].tag == "RB" or tokens[back].lower == "not"):
        back -= 1
    if back < 0:
        return tokens[at].tag == "VBN"
    if tokens[back].lower in _BE:
        return True
    return tokens[at].tag == "VBN" and tokens[back].lower not in _HAVE


def _subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The phrase before a passive verb."""
    back = at - 1
    while back >= 0 and tokens[back].tag in ("RB", "MD", "VB", "VBD", "VBZ", "VBP", "VBN", ",", "WDT", "TO"):
        back -= 1
    return _back(tokens, back) if back >= 0 and tokens[back].tag in (*_NOUNS, "PRP") else None


def _fronted(tokens: Sequence[Token], at: int, right: Collection[str]) -> bool:
    """Whether the right preposition stands before a relative ahead of the verb: "the cause to which he attributed it"."""
    return any(
        tokens[here].lower in right and tokens[here + 1].lower in _RELATIVES
        for here in range(max(0, at - 9), at)
    )


def _comes(tokens: Sequence[Token], at: int, right: Collection[str], word: str) -> bool:
    """Whether a right preposition comes later in the clause; "of" right after a noun belongs to the noun.

    After a word that makes no adjunct, such as "of" or "to", it must come soon.
    """
    for here in range(at, min(len(tokens) - 1, at + (2 if word in _NO_ADJUNCTS else 12))):
        token = tokens[here]
        if token.tag in _BREAKS or token.tag in _FINITE:
            return False
        if token.lower in right:
            if token.lower == "of" and tokens[here - 1].tag in _NOUNS:
                continue
            if token.lower == "to" and tokens[here + 1].tag in ("VB", "CD"):
                continue
            return True
    return False


def _adjunct(tokens: Sequence[Token], at: int, inside: Phrase, lists: Lists) -> bool:
    """Whether the phrase tells the time, the place or the manner by its noun: "in the region"."""
    head = tokens[inside.head]
    return f"{tokens[at].lower} {head.lemma}" in lists.get("adjuncts", ())


_FRAMES = {
    "object": _object,
    "passive": _agentless,
    "verb": _verb,
    "noun": _noun,
    "adjective": _adjective,
    "light": _light,
}
