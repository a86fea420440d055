"""Singular counted nouns that stand without a determiner, and the constructions in which they may.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, section 8.5 (bare role and
locative phrases, repeated nouns, fixed verb phrases), and Quirk et al., "A Comprehensive Grammar", 5.41-5.51.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from editor.text import lexicon
from editor.text.model import Token
from editor.text.nouns import closed
from editor.text.tagset import DEMONYMS
from editor.text.undetermined import parted
from editor.text.words import words

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_AUXILIARIES = frozenset(["be", "have", "get"])

PREPOSITION, OBJECT, SUBJECT, COMPLEMENT = "preposition", "object", "subject", "complement"


class Bare(NamedTuple):
    """A bare phrase: tokens `start` to `head`, and what it is in its clause. `ruler` is the token that governs it, or -1."""

    start: int
    head: int
    role: str
    ruler: int


# Adjectives that determine, or that make a noun an amount or a name.
_NO_ADJECTIVE = words("""such same other another own last next first second third fourth fifth sixth seventh eighth ninth tenth many much few several little more most less
    least enough half all both former latter only very sole said top various numerous different certain whole entire another
    mere single what which whatever any some no every each either neither chief vice acting interim fellow dear poor old-not
    due prior next-door worth like unlike past ex one two utter sheer sufficient ample fewer further additional extra plenty part
    full-time part-time good bad""")
_DEGREE = re.compile(r"\w+ly|very|rather|fairly|more|most|quite|well")
_DETERMINERS = words("a an the all both no any some each every")
_QUOTES = frozenset(['"', "“", "”", "``", "''"])
# "a kind of bird", "the role of chairman": a bare noun after "of" names a kind, a rank or a unit.
_KINDS = words("""kind sort type form style class breed brand make species variety category genre model grade brand piece case
    post role position rank title job office function status capacity level amount lack means method mode rate unit number
    line shortage supply source loss threat act state stage age degree period sense point matter question word term notion
    concept idea idea art history language theory name charge piece slice chunk lump bit bowl cup glass plate loaf serving
    hectare acre ton tonne kilogram kilo gram pound ounce liter litre gallon barrel meter metre mile foot feet inch yard
    time day change system practice price cost out risk fear use absence possibility right freedom crime portion proportion part plenty
    stretch patch strip expanse tract swath swathe
    best worst most much none all rest percent cent half quarter third set pair full short instead because ahead board
    course lot lots game season way field bill standard standards breach contempt court rule means system pattern process study""")
_PLURAL_KINDS = words(
    "kinds sorts types forms styles classes breeds brands varieties categories hectares acres tons tonnes pounds meters metres grams kilograms feet liters litres lots years stretches patches strips expanses tracts swaths swathes miles kilometers kilometres"
)
_NOT_PREPOSITION = (
    words("""that if because while than as like versus v vs per via until till till though although whether lest whereas
    unless once since so plus minus but except unlike such worth ex re circa a next including following excluding""")
    - {"as"}
)
# Clauses whose subject may be missing an article.
_CLAUSE_OPENERS = words(
    "that because if while when although though whether where unless until after before since once whereas as"
)
# Counted as the subject of what they do, otherwise often in general: "under government of the people".
_SUBJECTS = words("government population community public study")
# "cow's milk", "at arm's length", "in week's time": not somebody's.
_DESCRIPTIVE = words("""arm cow goat sheep day week month year hour minute weekend season century decade carpenter farmer god child mother father
    man woman boy girl driver doctor lawyer manufacturer clown world sewer ship officer mechanic coroner master bachelor writer
    collector bull dog cat horse lamb calf hen rooster king queen prince princess witch devil artist designer student officer
    hunter baker butcher dozen beginner layman gentleman reader widow veteran pilot crow lion fool player plumber teacher
    editor hair stone journey death bird snail spider bee wolf""")
_OWNERS = words(
    "company government country city club team ministry bank army airline president minister region suspect victim"
)
_SIZES = words("""new big large small young huge major long short significant strong massive lengthy strange typical giant tiny minor
    sharp steep tough quick brief powerful heavy dramatic rapid deadly sudden slight narrow wide single historic rare
    dangerous good bad difficult fresh bitter terrible horrible wonderful nice beautiful enormous lasting devastating crushing
    clear-cut bright dark loud busy crowded surprising remarkable important simple separate special""")
_SURE_OPENERS = words("because while when although though whether unless whereas where if")
_SAYING = words("""say believe think hope know claim insist feel add announce report deny admit fear suggest confirm argue warn note explain
    show mean find learn hear see understand reveal promise ensure acknowledge agree conclude predict expect estimate stress""")
_ADDING = words("say add tell warn note explain write declare")
_NO_OBJECT = words("""be become remain seem appear feel look sound stay go come turn get grow prove keep stand lie sit live die fall rise run
    happen occur arrive act work serve talk speak name call elect appoint dub crown turn act consider deem term label""")
_OFFICES = words("""president chairman chairwoman chairperson chancellor secretary director head chief leader minister mayor governor
    professor dean author founder co-founder editor captain manager commander commissioner coordinator speaker queen king bishop
    archbishop member owner daughter son mother father wife widow brother sister""")
_TRADES = words("""nurse teacher lawyer doctor engineer driver waiter waitress cook guard soldier journalist reporter farmer mechanic
    carpenter plumber cleaner clerk accountant barber baker butcher electrician firefighter fisherman gardener hairdresser interpreter
    translator laborer labourer librarian miner painter pharmacist photographer policeman porter sailor secretary shopkeeper singer
    surgeon tailor technician tutor writer dentist designer programmer actor actress model musician butler maid nanny""")
# "Country" as a kind of land.
_TERRAIN = words("adjoining pastoral open rural native hilly rough mountainous wild dry flat high farming")
_BODIES = words(
    "university department bank church ministry house court institute college academy school office board council government city state republic"
)
_DESCRIBING = words("manage operate lead exist live burn wait visit rise grow work run act start")
_LINKING = words("be become remain")
_NAMING = words(
    "elect appoint name call dub crown make re-elect consider label term deem vote declare brand play serve act"
)


class Counted(NamedTuple):
    """Nouns that are counted: always; when they are subjects and objects; after prepositions; after an adjective of size;
    as the object of some verb ("sign_agreement"); after some preposition ("in_hurry")."""

    always: frozenset[str]
    objects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    sized: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


def bare_nouns(
    tokens: Sequence[Token], counted: Counted, pairs: frozenset[str], names: Set[str] = frozenset()
) -> list[Bare]:
    """The counted singular nouns without a determiner that no construction explains; only where the tags leave no doubt.

    `pairs` are the set phrases "in_court", "take_part"; `names` the words that the story uses as names.
    """
    found = []
    nouns = _nouns(counted)
    for head, token in enumerate(tokens):
        if token.lower not in nouns or not _is_common(token, head, names):
            continue
        if head + 1 < len(tokens) and tokens[head + 1].tag == "POS":
            bare = _possessor(tokens, head, pairs) if token.lower in counted.always else None
        else:
            bare = _bare_at(tokens, head, pairs) if closed(tokens, head) else None
        if bare is not None and _is_counted(tokens, bare, counted):
            found.append(bare)
    return found


@lru_cache(maxsize=8)
def _nouns(counted: Counted) -> frozenset[str]:
    """Every noun that is counted anywhere."""
    return frozenset().union(*counted, (each.partition("_")[2] for each in counted.needed | counted.after))


def _is_common(token: Token, head: int, names: Set[str]) -> bool:
    """Whether the word at `head` is a common noun and not a name."""
    if token.text.islower():
        return token.tag in ("NN", "NNP") and (token.space or head == 0)
    return head == 0 and token.tag in ("NN", "NNP") and token.text[1:].islower() and token.text not in names


def _is_counted(tokens: Sequence[Token], bare: Bare, counted: Counted) -> bool:
    """Whether the noun is counted where it stands."""
    noun = tokens[bare.head].lower
    if noun in _SUBJECTS and bare.role != SUBJECT:
        return False
    if noun in counted.always:
        return True
    if noun in counted.sized and bare.start < bare.head and tokens[bare.head - 1].lower in _SIZES:
        return True
    if bare.role == PREPOSITION:
        return noun in counted.prepositions or f"{tokens[bare.ruler].lower}_{noun}" in counted.after
    if bare.role == OBJECT and f"{tokens[bare.ruler].lemma}_{noun}" in counted.needed:
        return True
    return bare.role in (OBJECT, SUBJECT) and noun in counted.objects


def _possessor(tokens: Sequence[Token], head: int, pairs: frozenset[str]) -> Bare | None:
    """ "the longest in company's history": the phrase that owns lacks its article."""
    noun = tokens[head].lower
    owned = tokens[head + 2] if head + 2 < len(tokens) else None
    if noun in _DESCRIPTIVE or owned is None or owned.tag not in ("NN", "NNS", "JJ", "JJS"):
        return None
    start = _start_of(tokens, head)
    if start is None:
        return None
    if start == 0:
        return Bare(start, head, SUBJECT, -1) if noun in _OWNERS else None
    before = tokens[start - 1]
    if before.tag in ("IN", "TO") and before.lower not in _NOT_PREPOSITION | {"as"}:
        return Bare(start, head, PREPOSITION, start - 1)
    if before.tag in ("VB", "VBD", "VBZ", "VBP") and before.lemma != "be":
        return Bare(start, head, OBJECT, start - 1)
    return None


def _bare_at(tokens: Sequence[Token], head: int, pairs: frozenset[str]) -> Bare | None:
    start = _start_of(tokens, head)
    if start is None or _excused(tokens, start, head, pairs):
        return None
    ruler = start - 1
    if ruler < 0:
        return _subject(tokens, start, head, -1)
    if parted(tokens, start):
        return None
    before = tokens[ruler]
    if not tokens[start].space or _repeated(tokens, start, head):
        return None
    if before.lower == "that" and ruler and tokens[ruler - 1].text == ",":
        # "Under the deal, that crossing will open": it points.
        return None
    if before.tag in ("IN", "TO") and before.lower not in _NOT_PREPOSITION:
        return _after_preposition(tokens, start, head, pairs)
    if before.lower in _CLAUSE_OPENERS and before.tag in ("IN", "WRB"):
        return _subject(tokens, start, head, ruler)
    if before.tag.startswith("VB"):
        return _after_verb(tokens, start, head, pairs)
    if before.tag == "RP":
        return _after_particle(tokens, start, head, pairs)
    return _after_mark(tokens, start, head)


def _start_of(tokens: Sequence[Token], head: int) -> int | None:
    """Where the phrase of the noun at `head` begins; None where a word in it determines the noun or is joined to it."""
    start = head
    while start > 0 and _modifies(tokens, start - 1):
        start -= 1
    inner = tokens[start:head]
    if any(each.lower in _NO_ADJECTIVE or each.text[:1].isdigit() for each in inner):
        return None
    if any(not each.space for each in tokens[start + 1 : head + 1]):
        return None
    if start > 1 and "/" in (tokens[start - 1].text, tokens[start - 2].text):
        # "the start/finish line".
        return None
    # "an incredibly powerful tool": the adverb belongs to the phrase.
    while 1 < start < head and tokens[start - 1].tag == "RB" and _DEGREE.fullmatch(tokens[start - 1].lower):
        start -= 1
    return start


def _excused(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> bool:
    """Whether the words around the noun make it something else: "rush hour", "to guard the gate", a title before a name."""
    noun = tokens[head].lower
    if start < head and f"{tokens[head - 1].lower}_{noun}" in pairs:
        return True
    if noun.endswith("ing") and start < head and tokens[head - 1].tag == "NN":
        # "a sheet of paper warning of nails".
        return True
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None:
        return False
    if after.lower in _DETERMINERS or after.tag == "PRP$":
        return True
    if noun == "country" and (
        after.lower == "of" or any(each.tag == "NN" or each.lower in _TERRAIN for each in tokens[start:head])
    ):
        return True
    # "according to industry consultant, Leland Alden".
    return after.text == "," and head + 2 < len(tokens) and tokens[head + 2].text[:1].isupper()


def _after_particle(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    """ "He set up company." """
    particle = start - 1
    verb = tokens[particle - 1] if particle else None
    noun = tokens[head].lower
    if verb is None or verb.tag not in ("VB", "VBD", "VBG", "VBZ", "VBP"):
        return None
    if f"{verb.lemma}_{noun}" in pairs or f"{tokens[particle].lower}_{noun}" in pairs:
        return None
    return Bare(start, head, OBJECT, particle - 1)


def _after_mark(tokens: Sequence[Token], start: int, head: int) -> Bare | None:
    """A subject after a comma, a quotation mark or ", and"."""
    ruler = start - 1
    before = tokens[ruler]
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if before.text in _QUOTES and ruler == 0:
        return _subject(tokens, start, head, -1)
    if after is None or after.tag not in ("VBD", "VBZ", "MD"):
        return None
    if before.text in _QUOTES and after.lemma in _SAYING | _ADDING:
        return Bare(start, head, SUBJECT, ruler)
    if before.text == ",":
        return _after_comma(tokens, start, head)
    if before.tag == "CC" and ruler and tokens[ruler - 1].text == "," and _clause_before(tokens, ruler):
        return Bare(start, head, SUBJECT, ruler)
    return None


def _clause_before(tokens: Sequence[Token], end: int) -> bool:
    return any(each.tag in _FINITE for each in tokens[:end])


def _after_comma(tokens: Sequence[Token], start: int, head: int) -> Bare | None:
    """ "In May, company said", "..., company added." """
    after = tokens[head + 1]
    comma = start - 1
    if after.lemma in _SAYING | _ADDING and head + 2 < len(tokens) and tokens[head + 2].text == ".":
        return Bare(start, head, SUBJECT, comma)
    if comma <= 10 and (
        tokens[0].tag in ("IN", "TO", "WRB", "VBG", "VBN")
        or tokens[0].lower in ("later", "earlier", "meanwhile", "however", "also")
    ):
        between = tokens[1:comma]
        if not any(each.text == "," or each.tag == "CC" for each in between):
            return Bare(start, head, SUBJECT, comma)
    return None


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` stands inside the phrase, before its noun."""
    token = tokens[at]
    if not tokens[at + 1].space or (token.text[:1].isupper() and token.text not in DEMONYMS):
        return False
    if token.text in DEMONYMS:
        return True
    if token.tag in ("JJ", "NN"):
        return True
    if token.tag in ("VBN", "VBG"):
        before = tokens[at - 1] if at else None
        if before is None:
            return token.tag == "VBN"
        if before.tag in ("RB", "MD") or before.lemma in _AUXILIARIES:
            return False
        if token.tag == "VBN":
            return before.tag not in _NOUNS | {"PRP"}
        return False
    return False


def _repeated(tokens: Sequence[Token], start: int, head: int) -> bool:
    """ "from house to house", "day after day", "from door to door", "between husband and wife"."""
    noun = tokens[head].lower
    near = [each.lower for each in tokens[max(0, start - 3) : start]] + [
        each.lower for each in tokens[head + 1 : head + 4]
    ]
    if noun in near:
        return True
    before = tokens[start - 1].lower
    if before == "from" and any(
        each.lower in ("to", "through", "into") for each in tokens[head + 1 : head + 3]
    ):
        return True
    return (
        before in ("to", "after", "by", "upon", "for")
        and start > 1
        and tokens[start - 2].tag == "NN"
        and (start < 3 or tokens[start - 3].lower in ("from",))
    )


def _after_preposition(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    ruler = start - 1
    word = tokens[ruler].lower
    noun = tokens[head].lower
    before = tokens[ruler - 1] if ruler else None
    if word == "per" or (f"{word}_{noun}" in pairs and not (noun == "conference" and start < head)):
        return None
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if word in _CLAUSE_OPENERS and after is not None and after.tag in _FINITE:
        return _subject(tokens, start, head, ruler)
    if word == "as" and not _serves_as(tokens, start, head):
        return None
    if (
        word == "to"
        and "VB" in lexicon.tags(tokens[start].lower)
        and not (
            before is not None and before.lower in ("according", "thanks", "due", "owing", "next", "close")
        )
    ):
        # "to guard", "to plan": an infinitive.
        return None
    if word == "of":
        if (
            before is None
            or before.lower in _KINDS | _PLURAL_KINDS
            or before.tag in ("CD", "JJ", "RB", "VBN")
        ):
            return None
        if before.tag == "NNS" and (start == head or tokens[start].tag != "JJ"):
            return None
    return Bare(start, head, PREPOSITION, ruler)


def _serves_as(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether "as" says what something serves as: "as integrated piece", not "as president", "as well as", "as big as"."""
    before = tokens[start - 2] if start > 1 else None
    if before is None or before.lower in (
        "such",
        "well",
        "much",
        "far",
        "soon",
        "long",
        "same",
        "so",
        "just",
        "described",
    ):
        return False
    if any(each.lower in ("as", "so") for each in tokens[max(0, start - 5) : start - 1]):
        return False
    if before.lower in ("known", "dubbed", "named", "called", "defined") or (
        person(tokens[head].lower) and tokens[head].lower not in _TRADES
    ):
        return False
    return before.tag in ("VB", "VBD", "VBG", "VBZ", "VBP", "VBN", "NN", "NNS", "PRP")


def person(noun: str) -> bool:
    """Whether a noun is built like one for a person or a role: "teacher", "curator", "economist"."""
    return noun in _OFFICES or noun.endswith(
        (
            "er",
            "or",
            "ist",
            "ian",
            "man",
            "woman",
            "ant",
            "ent",
            "up",
            "ive",
            "eer",
            "ee",
            "person",
            "author",
            "ate",
        )
    )


def _after_verb(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    ruler = start - 1
    verb = tokens[ruler]
    noun = tokens[head].lower
    lemma = verb.lemma.lower()
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if lemma in _SAYING and after is not None and (after.tag in _FINITE or after.lower == "of"):
        return _subject(tokens, start, head, ruler)
    if lemma in _SAYING and ruler and tokens[ruler - 1].text in _QUOTES | {","}:
        # '..., says project manager for the plant'.
        return None
    if f"{lemma}_{noun}" in pairs:
        return None
    if (
        verb.tag == "VBG"
        and ruler
        and (
            tokens[ruler - 1].tag not in ("IN", "TO", ",", "VBD", "VBZ", "VBP", "VB", "VBN", "NNS", "PRP")
            or tokens[ruler - 1].lower in ("her", "his")
        )
    ):
        # "the struggling actress", "managing director".
        return None
    if (
        verb.tag == "VBG"
        and (ruler == 0 or tokens[ruler - 1].tag in (",", "CC", "NNS"))
        and lemma in _DESCRIBING
    ):
        return None
    if verb.text in ("'s", "’s") and ruler > 1 and tokens[ruler - 2].tag == "IN":
        # "in it's shadow".
        return None
    if verb.lower == "lead" or (
        lemma in ("help", "let", "make", "see", "watch", "hear", "have")
        and start < head
        and "VB" in lexicon.tags(noun)
    ):
        return None
    if verb.tag == "VBN":
        back = ruler - 1
        while back >= 0 and tokens[back].tag == "RB":
            back -= 1
        if back < 0 or tokens[back].lemma != "have":
            # "was elected president", "a man named captain".
            return None
    if _adjectival(tokens, ruler, head):
        return None
    if lemma in _LINKING:
        if after is not None and after.lower in ("of", "to", "at") and person(noun) and noun not in _TRADES:
            # "is mother of five", "is caretaker of", "is associate professor at".
            return None
        return Bare(start, head, COMPLEMENT, ruler)
    if lemma in _NO_OBJECT | _NAMING:
        return None
    return Bare(start, head, OBJECT, ruler)


def _named_before_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a name comes before the verb, or no verb comes soon: "President of the union Tom Hale said"."""
    for each in tokens[start : start + 8]:
        if each.tag in _FINITE:
            return False
        if each.text[:1].isupper():
            return True
    return True


def _adjectival(tokens: Sequence[Token], verb: int, head: int) -> bool:
    """Whether what is tagged a past tense is a participle before its noun: "shows an AWB commissioned report"."""
    token = tokens[verb]
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    before = tokens[verb - 1] if verb else None
    if after is not None and after.tag in _FINITE and token.tag != "VBG":
        return True
    if token.tag == "VBG" or token.tag == "VB" or token.tag == "VBN":
        return False
    if before is None or before.tag in ("DT", "PRP$", "POS", "CD", "IN", ")"):
        return before is not None
    if token.tag == "VBD" and "VBN" in lexicon.tags(token.lower):
        if before.tag == "JJ" or before.text in DEMONYMS:
            return True
        if before.text == "," and verb > 1 and tokens[verb - 2].tag in ("JJ", "VBG", "VBN"):
            return True
        if before.tag == "NNP" and verb > 1 and tokens[verb - 2].lower in ("a", "an"):
            return True
    for at in range(verb - 1, -1, -1):
        each = tokens[at]
        if each.tag in ("CC", ",", "WDT", "WP", "WRB", ":", "``", "''", '"'):
            return False
        if each.lower in _CLAUSE_OPENERS and tokens[at + 1].lower != "of":
            return False
        if each.tag in _FINITE:
            return each.lemma not in _SAYING | _ADDING
    return False


def _subject(tokens: Sequence[Token], start: int, head: int, ruler: int) -> Bare | None:
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None or (ruler >= 0 and tokens[ruler].lower == "as" and after.tag not in _FINITE):
        return None
    if ruler < 0 and any(each.tag == "VBN" for each in tokens[start:head]):
        return None
    if after.tag in ("VBD", "VBZ", "MD") or (after.lower in ("were", "are") and ruler >= 0):
        return Bare(start, head, SUBJECT, ruler)
    later = any(each.tag in _FINITE for each in tokens[head + 2 : head + 12])
    opener = tokens[ruler].lower if ruler >= 0 else ""
    if opener in _SURE_OPENERS and later and after.tag in ("WP", "WDT", "VBG", "IN") and after.lower != "of":
        return Bare(start, head, SUBJECT, ruler)
    if after.lower in ("who", "which") and later and (ruler < 0 or tokens[ruler].lemma in _SAYING):
        return Bare(start, head, SUBJECT, ruler)
    following = tokens[head + 2] if head + 2 < len(tokens) else None
    if (
        ruler < 0
        and after.lower == "of"
        and (
            (tokens[head].lower in _OFFICES and _named_before_verb(tokens, head + 2))
            or (
                following is not None
                and following.text[:1].isupper()
                and start == head
                and head == 0
                and tokens[head].lower in _BODIES
            )
        )
    ):
        # "President of the farmers' union Tom Hale said", "University of Adelaide researchers".
        return None
    if after.lower == "of" and any(each.tag in _FINITE for each in tokens[head + 2 : head + 9]):
        return Bare(start, head, SUBJECT, ruler)
    return None
