"""A clause whose only verb is a participle: "The museum located on a hill", "no rain expected before Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Lists, Slip, object_follows, slip, word_at
from editor.text import lexicon, number
from editor.text.irregular import PAST_OF_PARTICIPLE
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_SUBORDINATE = words("""that which who whom whose when because if while as after before since where although though until unless
    whereas than how why whether what once so""")
_SAYING = words("""say add report announce tell claim explain note confirm insist warn argue believe think know write hope fear show
    mean reveal deny admit suggest state declare complain estimate predict""")
# These have no active use without an object, so that the participle before a preposition is a passive.
_ALWAYS = words("""accuse locate situate base bear expect suppose schedule oblige hospitalize hospitalise design intend build injure
    wound kill arrest detain convict sentence acquit bury found name surround destroy damage make give take choose steal
    write know see throw hide drive shut evacuate displace equip compose inspire identify appoint elect publish release
    launch capture kidnap seize ban delay postpone cancel suspend describe consider hospitalise award nominate
    dismiss sack fine jail cover force invite flood block deploy house translate bring discover rescue hit strike
    close reopen reveal require allow permit believe
    erect inaugurate demolish restore renovate invent establish abolish assassinate behead exile dismantle excavate nickname dub
    commission adopt recruit cause trigger spark own damage contaminate evict deport repair trap infect manufacture acquire convict acquit murder abduct ambush massacre execute imprison banish behead entitle""")
_RULING = words(
    "expect schedule suppose force oblige design intend require allow permit believe estimate know say"
)
# These also stand without an object in the active.
_BOTH = words(
    "close reopen hit strike know see give drive flood hide write found believe design name make release"
)
_STATES = words(
    "locate situate base expect suppose schedule know compose design intend require allow permit believe"
)
_HEADS = words(
    "of in on at by to for from with as near after before during since because under over outside inside between among against"
)


def bereft(tokens: Sequence[Token], lists: Lists) -> Iterator[Slip]:
    """Participles that lack "is" or "was": the only verb of a clause with its own subject."""
    if len(tokens) < 5 or not any(each.text == "." for each in tokens[-2:]):
        return
    first = next((at for at, token in enumerate(tokens) if token.text[:1].isalnum()), 0)
    yield from _clause(tokens, first, first)
    for at in range(first + 1, len(tokens) - 3):
        token = tokens[at]
        if token.lower in ("who", "which"):
            yield from _relative(tokens, at)
        elif token.lemma in _SAYING and token.tag in ("VBD", "VBZ", "VBP"):
            start = at + 2 if tokens[at + 1].lower == "that" else at + 1
            if tokens[start - 1].lower != "that" and token.lemma not in (
                "say",
                "report",
                "claim",
                "confirm",
                "announce",
                "add",
            ):
                continue
            yield from _clause(tokens, start, first)
        elif token.lower == "but" and tokens[at - 1].text == ",":
            yield from _clause(tokens, at + 1, first)


def _clause(tokens: Sequence[Token], start: int, first: int) -> Iterator[Slip]:
    """The clause that begins at `start` if its only verb is a participle right after its subject."""
    phrase = phrase_at(tokens, start, first)
    if phrase is None or not (phrase.determined or tokens[phrase.head].tag in ("NNS", "PRP", "NNP")):
        return
    head = tokens[phrase.head]
    if head.tag == "PRP" and head.lower not in ("he", "she", "it", "they", "we"):
        return
    if head.tag not in NOUNS | {"PRP"} or head.lower in ("way", "time", "day", "thing"):
        return
    at = phrase.end
    while at < len(tokens) and tokens[at].lower == "of":
        inner = phrase_at(tokens, at + 1, first)
        if inner is None:
            return
        at = inner.end
    count = number.of_pronoun(head) if head.tag == "PRP" else phrase.number
    before = at
    while at < len(tokens) and tokens[at].lower in (
        "also",
        "now",
        "still",
        "already",
        "first",
        "later",
        "recently",
        "previously",
        "not",
    ):
        at += 1
    base = _participle(tokens, at)
    if base is None or at + 1 >= len(tokens):
        return
    after = tokens[at + 1]
    verb = tokens[at]
    if base in ("cause", "trigger", "spark", "own", "damage") and not phrase.determined:
        return
    if verb.tag == "VBD" and head.tag != "PRP" and not (base in _ALWAYS and base not in _BOTH):
        return
    if (
        base in _RULING
        and after.lower == "to"
        and head.tag == "PRP"
        and base not in ("force", "oblige", "suppose", "schedule")
    ):
        return
    if base in _LETTING and after.lower == "to" and head.tag != "PRP" and not _personal(head):
        return
    if base == "expect" and after.lower == "to" and (head.tag == "NNP" or _personal(head)):
        return
    if not _rest_is_bare(tokens, at + 1, head.tag == "PRP"):
        return
    if head.tag == "PRP" and before != at:
        return
    be = _be(base, count, head)
    yield slip(
        "bereft",
        tokens[before],
        verb,
        [f"{each} {' '.join(token.text for token in tokens[before : at + 1])}" for each in be],
        f"'{verb.text.capitalize()}' needs '{be[0]}' before it.",
    )


def _participle(tokens: Sequence[Token], at: int) -> str | None:
    """The verb's bare form if the word at `at` can only be a passive participle, by what follows."""
    verb = word_at(tokens, at)
    if verb is None or "VBN" not in verb.tags or verb.tag not in ("VBN", "VBD", "JJ"):
        return None
    base = "bear" if verb.lower == "born" else _lemma_of(verb) if verb.tag == "JJ" else verb.lemma
    if base not in _ALWAYS or at + 1 >= len(tokens):
        return None
    if object_follows(tokens, at + 1):
        return None
    after = tokens[at + 1]
    if base == "describe" and after.lower == "to":
        return None
    if not (after.lower in _HEADS or after.tag in ("TO", ".")):
        return None
    if _object_later(tokens, at + 1) or (after.lower == "to" and base in _TAKE_ING):
        return None
    if base in _BOTH and verb.lower not in PAST_OF_PARTICIPLE and after.lower != "by":
        return None
    if (
        after.tag == "TO"
        and base in ("see", "know", "make")
        and at + 2 < len(tokens)
        and tokens[at + 2].tag != "VB"
    ):
        return None
    return base


# "Postponed to hear": the form in -ing lacks, not the passive.
_TAKE_ING = words("postpone delay consider cancel suspend recommend")
# These need somebody before "to": "the museum allowed to photograph" lacks its object, "the crew allowed to leave" its "was".
_LETTING = words("allow permit force oblige require invite")


def _object_later(tokens: Sequence[Token], at: int) -> bool:
    """Whether the object, or a clause, stands after the phrase at `at`: "described in detail the map", "killed at least 30"."""
    if tokens[at].lower == "at" and tokens[at + 1].lower in ("least", "most"):
        return True
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is None or tokens[at].tag not in ("IN", "TO") or tokens[at + 1].tag not in NOUNS:
        return False
    return after.tag in ("DT", "PRP$", "CD", "NNS") or after.tag in ("WRB", "WP") or after.lower == "that"


def _lemma_of(verb: Token) -> str:
    found = lexicon.lemmas(verb.lower, "VBN")
    return found[0] if found else verb.lower


def _rest_is_bare(tokens: Sequence[Token], at: int, pronoun: bool) -> bool:
    """Whether no finite verb of this clause follows from `at` on: all that do belong to other clauses."""
    start = at
    while at < len(tokens):
        token = tokens[at]
        if not pronoun and (
            (token.tag == "NNS" and token.tags & {"VBZ", "VBD"})
            or token.tag == "("
            or (token.tag == "RP" and "VBP" in tokens[at - 1].tags)
        ):
            # The main verb, taken for a noun: "the men found in the car face charges".
            return False
        if _opens_clause(tokens, at, start):
            if any(each.tag in FINITE for each in tokens[at + 1 :]):
                # A subordinate clause has its own verb; a second one beyond it may be the main verb.
                finite = [place for place in range(at + 1, len(tokens)) if tokens[place].tag in FINITE]
                return len(finite) == 1 or pronoun
            return True
        if token.tag == "," and at + 1 < len(tokens):
            said = next(
                (place for place in range(at + 1, min(len(tokens), at + 9)) if tokens[place].tag in FINITE),
                None,
            )
            if said is not None and said > at + 1 and tokens[said].lemma in _SAYING:
                return True
        if token.tag in ("CC",) and at + 1 < len(tokens) and tokens[at + 1].tag in FINITE:
            return True
        if token.tag in ("CC", ",") and pronoun:
            return True
        if token.tag in FINITE or _finite_after_all(tokens, at):
            return False
        if token.tag == ":" or token.text in (";", "—", "–"):
            return pronoun
        at += 1
    return True


def _finite_after_all(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is tagged a participle is the main verb: "a landslide triggered by rain buried part of the town"."""
    token = tokens[at]
    if (
        token.tag != "VBN"
        or "VBD" not in token.tags
        or at + 1 >= len(tokens)
        or tokens[at - 1].tag not in NOUNS
    ):
        return False
    return tokens[at + 1].tag in ("DT", "PRP$", "CD", "NN", "NNS", "NNP")


def _opens_clause(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether a subordinate clause begins at `at`; the first word after the participle is its preposition."""
    token = tokens[at]
    if (
        token.lower not in _SUBORDINATE
        or token.tag not in ("IN", "WDT", "WP", "WP$", "WRB", "RB")
        or at == start
    ):
        return False
    return (at + 1 < len(tokens) and tokens[at + 1].tag not in FINITE | {"CD", ",", "."}) or token.tag in (
        "WDT",
        "WP",
    )


def _relative(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Who born in Ghana", "which located near the port"."""
    if at == 0 or tokens[at - 1].tag not in NOUNS | {",", "CD"}:
        return
    base = _participle(tokens, at + 1)
    verb = tokens[at + 1]
    if base is None or base in ("say", "see", "give", "write", "drive", "make", "know", "take"):
        return
    if verb.tag == "VBD" and base in _BOTH:
        return
    noun = at - 1
    while noun > 0 and tokens[noun].tag not in NOUNS:
        noun -= 1
    count = number.of_noun(tokens[noun])
    be = _be(base, count, tokens[noun])
    yield slip(
        "bereft",
        verb,
        verb,
        [f"{each} {verb.text}" for each in be],
        f"'{verb.text.capitalize()}' needs '{be[0]}' before it.",
    )


def _be(base: str, count: int, head: Token) -> list[str]:
    many = bool(count & MANY) and not count & ONE and not count & GROUP
    if head.tag == "PRP":
        many = head.lower in ("they", "we")
    past, present = ("were", "are") if many else ("was", "is")
    return [present, past] if base in _STATES else [past, present]


def _personal(head: Token) -> bool:
    return head.lower.endswith(("ers", "ors", "ists", "ents", "ants", "ians", "er", "or", "ist", "ian")) or head.lower in (
        "police", "people", "analysts", "experts", "company", "government", "team", "bank", "firm", "fans", "officials", "men", "women",
    )  # fmt: skip
