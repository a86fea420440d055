"""What complement a head takes where it stands: "suggest" + "to", "accuse" + object + "for" + -ing, "capable" + "to".

A head is a verb, a passive participle, a noun or an adjective; a frame names what follows it. The frames are `to` (an infinitive),
`ing`, `bare`, `that`, `P to`, `P ing` and `P bare` with a preposition P, the same after an object (`O to`, `O for ing`),
and after "to" with somebody (`to O to`, `to O that`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from editor.text import lexicon
from editor.text.gerunds import TAKING, takes_object
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_HAVE = words("have has had having 've")
_BE = words("am is are was were be been being 'm 're 's get gets got getting gotten")
_PREPOSITIONS = words(
    "of in to for with on at by from about into over against upon towards toward without as"
)
_OBJECTIVE = words("him her it us them me you himself herself itself themselves")
_NOMINATIVE = words("he she they we i")
_TIMES = words("""monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march
    april june july august september october november december last next""")
# Adverbs that may stand between a head and its complement.
_ADVERBS = words("also again always never often still even just only now then first finally recently soon once not repeatedly later "
                 "either ever too already together long hard")  # fmt: skip
_PARTICLES = words("up on off forward out")
_PHRASAL = words("give carry keep put end look go insist burst break rule")
_EDGES = frozenset([".", ":", ",", "WDT", "WP", "WRB", "``", "''"])
_NOT_BARE = words("back up down out off over in on well like near past")


class Frame(NamedTuple):
    """A complement found: `head` as "verb suggest", `shape` as "O to"; token ranges of what would be replaced.

    `start` to `end` (half open) is the complement without its object, `verb` its verb or -1; the object is `object` to `start`,
    or -1 where there is none.
    """

    head: str
    shape: str
    at: int
    start: int
    end: int
    verb: int
    object: int = -1


def _hanging(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition at `at` ends its clause: "a privacy risk to worry about"."""
    return at + 1 < len(tokens) and tokens[at].tag in ("IN", "RP") and tokens[at + 1].tag in (".", ",", ":")


def head_at(tokens: Sequence[Token], at: int) -> str | None:
    """The kind and lemma of the head at `at`: "verb suggest", "passive accuse", "noun chance", "adjective capable"."""
    token = tokens[at]
    tag = token.tag
    if tag in ("VB", "VBD", "VBZ", "VBP", "VBG"):
        return f"verb {token.lemma}"
    # "Truckers who cross the border risk to lose": no determiner, so no noun.
    if token.lower == "risk" and tag == "NN" and at and tokens[at - 1].tag in ("NNS", "PRP"):
        return "verb risk"
    # "The league risks to lose", "a permit risk to lose".
    led = at > 0 and tokens[at - 1].tag in NOUNS and at + 2 < len(tokens)
    if (
        token.lower in ("risk", "risks")
        and led
        and tokens[at + 1].lower == "to"
        and tokens[at + 2].tag == "VB"
        and not _hanging(tokens, at + 3)
    ):
        return "verb risk"
    # "A court order bars the activist": a plural noun does not stand between a noun and a determiner.
    if (
        tag == "NNS"
        and "VBZ" in token.tags
        and led
        and tokens[at - 1].tag == "NN"
        and tokens[at + 1].tag in ("DT", "PRP$")
    ):
        return f"verb {next(iter(lexicon.lemmas(token.text, 'VBZ')), token.lemma)}"
    # "Will likely miss": before the verb it is an adverb.
    if tag == "JJ" and at and tokens[at - 1].tag == "MD":
        return None
    if tag == "NN" and "VBP" in token.tags and at and tokens[at - 1].tag == "NNS" and _alone(tokens, at):
        return f"verb {token.lemma}"
    if tag == "RB" and token.lower == "likely" and at and tokens[at - 1].lower in _BE:
        return "adjective likely"
    if tag == "VBN" and "VBD" in token.tags and at and tokens[at - 1].tag in NOUNS and _alone(tokens, at):
        return f"verb {token.lemma}"
    if tag == "VBN":
        back = at - 1
        while back >= 0 and (tokens[back].tag == "RB" or tokens[back].lower in _NOMINATIVE):
            back -= 1
        active = back >= 0 and tokens[back].lower in _HAVE
        return f"{'verb' if active else 'passive'} {token.lemma}"
    if tag in ("NN", "NNS"):
        return f"noun {token.lemma}"
    if tag in ("JJ", "JJR"):
        return f"adjective {token.lower}"
    return None


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether no other word of the clause can be its finite verb, so that the word at `at` must be it."""
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(tokens) and tokens[here].tag not in _EDGES:
            if tokens[here].tag in FINITE or tokens[here].lower in ("that", "who", "as", "if", "than"):
                return False
            here += step
        if step < 0 and here >= 0 and tokens[here].tag in ("WDT", "WP", "WRB", ","):
            return False
    return True


def frames(tokens: Sequence[Token], at: int, heads: Set[str] | None = None) -> Iterator[Frame]:
    """The complements that the head at `at` may be said to have, the plainest reading of each; only those of `heads` if given."""
    head = head_at(tokens, at)
    if head is None or (heads is not None and head not in heads and tokens[at].lemma not in _PHRASAL):
        return
    if (
        heads is not None
        and head.startswith("verb")
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in _PARTICLES
    ):
        phrasal = f"{head}-{tokens[at + 1].lower}"
        if phrasal in heads:
            yield from _verbal(tokens, phrasal, at, at + 2, "", -1)
    start = _past_adverbs(tokens, at + 1)
    yield from _verbal(tokens, head, at, start, "", -1)
    if start >= len(tokens):
        return
    token = tokens[start]
    verbal = head.startswith(("verb", "passive"))
    if token.text == "to" and start + 1 < len(tokens) and tokens[start + 1].tag != "VB":
        end = _object(tokens, start + 1)
        if end > 0:
            yield from _verbal(tokens, head, at, end, "to O", start + 1)
            yield Frame(head, "to O", at, end, end, -1, start + 1)
    if not verbal or start != at + 1:
        return
    end = _object(tokens, start)
    if end > 0:
        yield from _verbal(tokens, head, at, end, "O", start)


def _past_adverbs(tokens: Sequence[Token], at: int) -> int:
    end = min(len(tokens), at + 2)
    while at < end and (
        tokens[at].lower in _ADVERBS or (tokens[at].tag == "RB" and tokens[at].lower.endswith("ly"))
    ):
        if tokens[at].lower == "not":
            break
        at += 1
    return at


def _verbal(
    tokens: Sequence[Token], head: str, at: int, start: int, lead: str, thing: int
) -> Iterator[Frame]:
    """The verbal complement that begins at `start`: an infinitive, an -ing form, a clause, or either after a preposition."""
    if start >= len(tokens):
        return
    shape = f"{lead} " if lead else ""
    if lead:
        skipped = _past_adverbs(tokens, start)
        start = skipped
        if start >= len(tokens):
            return
    first = tokens[start]
    verb = start + 1 if first.lower == "not" else start
    infinitive = _infinitive(tokens, verb)
    if infinitive > 0:
        if (
            tokens[infinitive].lower == "have"
            and infinitive + 1 < len(tokens)
            and "VBN" in tokens[infinitive + 1].tags
            and tokens[infinitive + 1].tag not in ("NN", "NNS")
        ):
            yield Frame(head, f"{shape}perfect", at, start, infinitive + 1, infinitive, thing)
        yield Frame(head, f"{shape}to", at, start, infinitive + 1, infinitive, thing)
        return
    bare = (
        head.startswith("adjective")
        and not lead
        and at > 0
        and tokens[at - 1].lower in _BE
        and verb < len(tokens)
        and tokens[verb].tag == "NN"
    )
    if verb < len(tokens) and (_gerund(tokens, verb) or (bare and _ing_noun(tokens, verb))):
        yield Frame(head, f"{shape}ing", at, start, verb + 1, verb, thing)
        return
    if _bare(tokens, verb):
        yield Frame(head, f"{shape}bare", at, start, verb + 1, verb, thing)
        return
    if first.lower == "that" and start + 1 < len(tokens) and first.tag in ("IN", "WDT", "DT"):
        yield Frame(head, f"{shape}that", at, start, start + 1, -1, thing)
        return
    if (
        lead
        and first.tag in ("VBZ", "VBD", "VBP", "MD")
        and first.lower not in ("is", "was", "are", "were", "has", "had")
    ):
        yield Frame(head, f"{shape}finite", at, start, start + 1, start, thing)
        return
    if lead == "O" and first.tag in ("WRB", "WP") and first.lower in ("how", "why", "what", "when", "where"):
        yield Frame(head, f"{shape}wh", at, start, start + 1, -1, thing)
        return
    if lead == "O" and (
        first.tag in ("DT", "PRP$") or (first.tag in ("JJ", "NNS", "NN") and first.text.islower())
    ):
        yield Frame(head, f"{shape}O", at, start, start + 1, -1, thing)
        return
    if first.lower in _PREPOSITIONS and first.tag in ("IN", "TO", "RP") and start + 1 < len(tokens):
        after = start + 1
        if tokens[after].lower == "not":
            after += 1
        infinitive = _infinitive(tokens, after)
        if infinitive > 0:
            yield Frame(head, f"{shape}{first.lower} to", at, start, infinitive + 1, infinitive, thing)
        elif after < len(tokens) and _gerund(tokens, after):
            yield Frame(head, f"{shape}{first.lower} ing", at, start, after + 1, after, thing)
        elif first.lower != "to" and _bare(tokens, after):
            yield Frame(head, f"{shape}{first.lower} bare", at, start, after + 1, after, thing)


_HARDLY_VERBS = words("war crime state market police hospital bank fire rail air")


def _ing_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form in -ing that is tagged as a noun ends its phrase: "reluctant easing while"."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or after.tag not in NOUNS
    return token.text.islower() and token.lower.endswith("ing") and "VBG" in token.tags and ends


def _gerund(tokens: Sequence[Token], at: int) -> bool:
    """Whether a form in -ing that is a verb's stands at `at`."""
    return (tokens[at].tag == "VBG" and tokens[at].text.islower()) or takes_object(tokens, at)


def _infinitive(tokens: Sequence[Token], at: int) -> int:
    """The place of the bare verb of the "to" infinitive at `at`, past an adverb; -1 where there is none."""
    if at >= len(tokens) or tokens[at].lower != "to":
        return -1
    verb = at + 1
    if verb < len(tokens) and tokens[verb].tag == "RB":
        verb += 1
    if verb >= len(tokens) or tokens[verb].tag != "VB" or not tokens[verb].text.islower():
        return -1
    # "Guilty to war crimes charges"
    described = verb + 1 < len(tokens) and tokens[verb + 1].tag in NOUNS
    return -1 if described and tokens[verb].lower in _HARDLY_VERBS else verb


def _bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare verb stands at `at`."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    # "Fight another campaign": a determiner follows, so no noun.
    if (
        token.tag == "NN"
        and token.text.islower()
        and "VB" in token.tags
        and token.lemma in TAKING
        and at + 1 < len(tokens)
        and tokens[at + 1].tag in ("DT", "PRP$")
        and tokens[at - 1].tag not in ("DT", "JJ", "PRP$")
    ):
        return True
    return (
        token.tag in ("VB", "VBP")
        and token.text.islower()
        and "VB" in token.tags
        and token.lower not in _NOT_BARE
        and token.lower not in ("am", "are", "is", "have", "do", "'re", "'ve")
    )


def _object(tokens: Sequence[Token], at: int) -> int:
    """Where the object that begins at `at` ends, its "of" phrases and a second member taken in; -1 where there is none."""
    if at >= len(tokens):
        return -1
    token = tokens[at]
    if token.lower in _TIMES and token.tag not in ("DT",):
        return -1
    # "Force her resting".
    if (
        token.lower == "her"
        and at + 2 < len(tokens)
        and (tokens[at + 1].tag == "VBG" or _ing_noun(tokens, at + 1))
    ):
        return at + 1
    if token.tag == "PRP":
        end = at + 1 if token.lower in _OBJECTIVE else -1
    else:
        phrase = phrase_at(tokens, at, -1)
        end = phrase.end if phrase is not None else -1
        if (
            phrase is not None
            and tokens[phrase.head].tag not in NOUNS
            and not phrase.determined
            and tokens[phrase.head].lower not in ("some", "many", "others", "both")
        ):
            return -1
    while 0 < end < len(tokens) - 1:
        word = tokens[end].lower
        if word == "of" or (
            word in ("and", "or") and tokens[end + 1].tag in ("DT", "PRP$", "NNS", "NNP", "PRP")
        ):
            inner = phrase_at(tokens, end + 1, -1)
            if inner is None:
                break
            end = inner.end
        else:
            break
    return _split(tokens, at, end)


def _split(tokens: Sequence[Token], at: int, end: int) -> int:
    """The end of the object without a verb taken into it: "the widow" of "allowed the widow address the court"."""
    for here in range(at + 1, end):
        if (
            tokens[here].tag in ("NN", "JJ")
            and tokens[here - 1].tag in ("NN", "NNS")
            and takes_object(tokens, here)
        ):
            return here
    last = end - 1
    if end < 0 or last - at < 1 or end >= len(tokens) or tokens[end].tag not in ("DT", "PRP$"):
        return end
    word, before = tokens[last], tokens[last - 1]
    verbal = word.tag == "NN" and "VB" in word.tags and word.lemma in TAKING and word.text.islower()
    return last if verbal and before.tag in ("NN", "NNS") else end
