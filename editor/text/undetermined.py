"""Noun phrases that stand without a determiner, and what about them speaks for or against an article.

The signs are those of Han, Chodorow and Leacock, "Detecting errors in English article usage by non-native speakers"
(2006): the noun, its modifiers, the words around, and whether the noun is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from editor.once import for_each
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import DEMONYMS, FINITE, NOUNS
from editor.text.words import words

_INSIDE = frozenset(["JJ", "JJR", "JJS", "NN", "NNP"])
# What determines a phrase, or makes it an amount.
_DETERMINED = frozenset(["DT", "PRP$", "POS", "CD", "PDT", "WP$", "$", "#", "EX", "SYM"])
_DETERMINERS = words("""such many much several more most less enough own another few little each every no any some what which whatever
    whichever half quite zero either neither both""")
_DEGREE = frozenset(["RB", "RBR", "RBS"])
_AUXILIARIES = frozenset(["be", "have", "get"])
_NO_DEGREE = words("not n't also just only still then there even")
_START = "^"
_SPANS = words("second minute hour day week month year decade season")
_FROM_NOW = words("ago earlier later before after into in from")
_REACH = 7
_NAME = "Name"


class Phrase(NamedTuple):
    """The tokens from `start` to the noun `head`, both included."""

    start: int
    head: int


def phrases(tokens: Sequence[Token], names: Set[str] = frozenset()) -> Iterator[Phrase]:
    """The common noun phrases that no article or other determiner opens; `names` are words used as names."""
    for head, token in enumerate(tokens):
        if not (_common(token, head, names) or _deed(tokens, head)) or not _ends(tokens, head):
            continue
        start = _start(tokens, head)
        if start is not None:
            yield Phrase(start, head)


def phrase_at(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The phrase without a determiner that begins at `start`; None where there is none."""
    for head in range(start, min(start + _REACH, len(tokens))):
        if (_common(tokens[head], head, frozenset()) or _deed(tokens, head)) and _ends(tokens, head):
            return Phrase(start, head) if _start(tokens, head) == start else None
    return None


def _common(token: Token, head: int, names: Set[str]) -> bool:
    if token.tag not in ("NN", "NNS", "NNP") or not token.text[0].isalpha() or len(token.text) < 3:
        return False
    if token.text.islower():
        return (token.space or head == 0) and (token.tag != "NNP" or "NN" in lexicon.tags(token.lower))
    return (
        head == 0
        and token.text[1:].islower()
        and token.text not in names
        and (token.tag == "NNS" or "NN" in lexicon.tags(token.lower))
        and token.lower not in _DETERMINERS
    )


# What people do once and count, written like what they are doing.
DEEDS = words("""building meeting hearing killing shooting bombing stabbing wedding painting drawing opening beginning ending ruling
    finding warning saying feeling offering hanging beating sitting briefing filing listing landing sighting reading recording
    setting understanding uprising outing crossing closing hijacking kidnapping crackdown bidding making being pairing gathering
    timing signing spending wiring dealing rating blessing piercing""")
# Verbs after which the deed is done: "began building", "do not anticipate ruling on it".
_DOING = words("""begin start stop keep continue finish consider avoid deny anticipate mind risk suggest recommend enjoy imagine admit resist
    go come try quit cease resume delay postpone like love hate prefer remember forget regret involve mean need see hear""")
_OBJECTS = NOUNS | {"DT", "PRP", "PRP$", "JJ", "JJR", "JJS", "CD", "VBG", "$", "RP", "WP", "EX"}


def _deed(tokens: Sequence[Token], head: int) -> bool:
    """Whether a deed was taken for a verb after another, and has no object: "issued warning about", "enter building"."""
    if not head or tokens[head].tag != "VBG" or tokens[head].text not in DEEDS:
        return False
    before = tokens[head - 1]
    if not before.tag.startswith("VB") or before.lemma in _AUXILIARIES | _DOING:
        return False
    return head + 1 >= len(tokens) or tokens[head + 1].tag not in _OBJECTS


def _ends(tokens: Sequence[Token], head: int) -> bool:
    if head + 1 >= len(tokens):
        return True
    after = tokens[head + 1]
    if after.tag == "CD" and _time_follows(tokens, head + 1):
        return True
    if after.tag in NOUNS | {"CD", "$", "SYM", "FW", "#"}:
        return False
    named = after.text != "I" and any(letter.isupper() for letter in after.text)
    return not (after.text[:1].isalnum() and (not after.space or named))


def _time_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a distance in time stands at `at`: "sent reminder two days earlier"."""
    after = tokens[at + 1 : at + 3]
    return len(after) == 2 and after[0].lower.rstrip("s") in _SPANS and after[1].lower in _FROM_NOW


def _start(tokens: Sequence[Token], head: int) -> int | None:
    start = head
    while start > 0 and _inside(tokens, start - 1):
        start -= 1
        if (
            start > 1
            and tokens[start - 1].lower in ("and", "or", "but")
            and tokens[start].tag == "JJ"
            and tokens[start - 2].tag == "JJ"
            and tokens[start - 2].lower not in _DETERMINERS
        ):
            start -= 2
    if any(each.lower in _DETERMINERS for each in tokens[start:head]):
        return None
    if any(not each.space for each in tokens[start + 1 : head + 1]):
        return None
    amount = _amount(tokens, start, head) if tokens[head].tag == "NN" else start
    if amount < start:
        return None if amount and _goes_on(tokens, amount - 1) else amount
    while (
        start > 0
        and start < head
        and tokens[start - 1].tag in _DEGREE
        and tokens[start].tag in ("JJ", "VBN", "VBG")
    ):
        if tokens[start - 1].lower in _DETERMINERS:
            return None
        if tokens[start - 1].lower in _NO_DEGREE:
            break
        start -= 1
    if start and (tokens[start - 1].tag in _DETERMINED or tokens[start - 1].lower in _DETERMINERS):
        return None
    if start and parted(tokens, start):
        return None
    if start and not tokens[start].space and tokens[start - 1].text[-1:] not in '"“‘(—–':
        return None
    return start


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase whose amount follows `at` began before: "an estimated $5 billion plan", "a 2% to 3% rise"."""
    before = tokens[at]
    if before.text == "," and at and _SCORE.fullmatch(tokens[at - 1].text):
        # "a 6-3, 1-6, 6-3 win".
        return True
    if before.tag in _DETERMINED or before.tag in _INSIDE or before.tag in ("NNS", "NNPS"):
        return True
    if before.tag in ("VBN", "VBG"):
        return at > 0 and tokens[at - 1].lemma not in _AUXILIARIES
    if before.lower not in ("to", "or", "and", "-", "–") or not at:
        return False
    return tokens[at - 1].tag == "CD" or tokens[at - 1].lower in ("%", "percent")


def amounted(first: Token) -> bool:
    """Whether a phrase that begins so tells how large one thing is: "16% stake", "$5 billion deal", "3-0 win"."""
    return first.tag == "CD" or first.text in _MONEY


_MONEY = ("$", "€", "£")
_SCORE = re.compile(r"\d+-\d+")
_MULTIPLES = words("hundred thousand million billion trillion crore lakh bn mn m tn")


def _amount(tokens: Sequence[Token], end: int, head: int) -> int:
    """Where an amount before the words from `end` begins: "16% stake", "$5 billion deal", "3-0 win"; `end` where none is."""
    if not end or not tokens[end].space:
        return end
    if tokens[end].lower == "percent" and end < head and tokens[end - 1].tag == "CD":
        return end - 1
    last = tokens[end - 1]
    if last.lower in ("%", "percent") and end > 1 and tokens[end - 2].tag == "CD":
        return end - 2
    if last.tag != "CD":
        return end
    if _SCORE.fullmatch(last.text):
        return end - 1
    at = end - 1
    if at > 1 and tokens[at - 1].tag == "CD":
        if last.text.isalpha() and last.lower not in _MULTIPLES:
            # "from $863,447 one year ago".
            return end
        at -= 1
    return at - 1 if at and tokens[at - 1].text in _MONEY else end


_PARTICLES = words("through out off up down over away back")


def parted(tokens: Sequence[Token], start: int) -> bool:
    """Whether the words right before `start` belong to a phrase with a determiner, though they seem to end it.

    "a widely anticipated move", "a hastily pushed through vote", "the stolen recently statue", "a through review".
    """
    at = start - 1
    if at < 1:
        return False
    if (
        tokens[at].tag == "IN"
        and tokens[at].lower in _PARTICLES
        and tokens[at - 1].lower in ("a", "an", "the")
    ):
        return True
    if tokens[at].tag in ("RB", "RP") or (tokens[at].tag == "IN" and tokens[at].lower in _PARTICLES):
        at -= 1
    if tokens[at].tag not in ("VBD", "VBN", "VBG"):
        return False
    at -= 1
    while at > 0 and tokens[at].tag in ("RB", "JJ"):
        at -= 1
    return (
        at >= 0
        and tokens[at].tag in ("DT", "PRP$", "POS")
        and tokens[at].lower not in ("this", "that", "those")
    )


def _inside(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not tokens[at + 1].space:
        return False
    if token.tag in _INSIDE:
        return (token.text[:1].isalnum() and not token.text[0].isdigit()) or token.tag == "JJ"
    if token.text in DEMONYMS:
        return True
    if token.tag in ("VBN", "VBG") and at:
        before = tokens[at - 1]
        if before.tag in ("RB", "MD") or before.lemma in _AUXILIARIES:
            return False
        if token.tag == "VBN":
            return before.tag not in NOUNS | {"PRP"}
        return before.tag in ("DT", "JJ")
    return False


class Kinds(NamedTuple):
    """What word lists say of nouns: how each is counted, and the set phrases "in_court", "take_part"."""

    of: Mapping[str, str]
    pairs: Set[str]


# Later lists win.
_LISTS = (
    ("articles-count-sized", "s"),
    ("articles-count-object", "o"),
    ("articles-count-preposition", "p"),
    ("articles-count", "c"),
    ("number-uncountable", "m"),
    ("articles-generic", "g"),
    ("confusions-mass", "m"),
)


@for_each
def kinds_of(lists: Mapping[str, Set[str]]) -> Kinds:
    """The kinds by the rulebook's word lists."""
    return Kinds({noun: kind for name, kind in _LISTS for noun in lists[name]}, lists["articles-bare"])


def signs(tokens: Sequence[Token], phrase: Phrase, known: Set[str], kinds: Kinds) -> list[str]:
    """What is seen of a phrase, each sign a name and values; `known` are the nouns named before it."""
    start, head = phrase
    noun = tokens[head].lower
    many = tokens[head].tag == "NNS"
    inner = tokens[start:head]
    count = min(len(inner), 2)
    around = _around(tokens, phrase)
    p, pt, pl, pp, n, nt, nn = around.p, around.pt, around.pl, around.pp, around.n, around.nt, around.nn
    class_ = "IN" if pt in ("IN", "TO") else "V" if pt[:2] == "VB" else pt
    tags = lexicon.tags(noun)
    kind = "P" if many else kinds.of.get(noun, "?")
    size = "P" if many else _countability(noun)
    seen = [
        "",
        f"many {many}",
        f"h {noun}",
        f"hk {noun} {count}",
        f"hp {noun} {pl}",
        f"hc {noun} {class_}",
        f"hn {noun} {n}",
        f"ht {noun} {nt}",
        f"hpn {noun} {pl} {n}",
        f"p {p}",
        f"l {pl} {pt}",
        f"lk {pl} {pt} {count}",
        f"pn {pl} {n}",
        f"pn2 {pl} {n} {nn}",
        f"tt {pt} {nt}",
        f"ttk {pt} {nt} {count}",
        f"n {n}",
        f"nn {n} {nn}",
        f"nt {nt} {around.nnt}",
        f"k {count}",
        f"pp {pp} {pl}",
        f"pt {around.ppt} {pt}",
        f"s3 {noun[-3:]} {count}",
        f"s4 {noun[-4:]} {count}",
        f"s3c {noun[-3:]} {class_}",
        f"z {size} {count}",
        f"zc {size} {class_}",
        f"zl {size} {pl}",
        f"zn {size} {pl} {n}",
        f"c {kind} {count}",
        f"cc {kind} {class_}",
        f"cl {kind} {pl}",
        f"cn {kind} {n}",
        f"v {'VB' in tags} {'JJ' in tags} {pt}",
        f"e {_clause(tokens, start)} {class_} {nt}",
    ]
    if f"{pl}_{noun}" in kinds.pairs:
        seen += ["pair", f"pair {count}"]
    if pt in ("IN", "TO"):
        governor = tokens[start - 2].lemma.lower() if start > 1 else _START
        seen += [f"g {governor} {p} {noun}", f"gp {governor} {p} {kind}"]
    if noun in known:
        seen += ["known", f"known {class_} {many}", f"known {n}"]
    if inner:
        seen += _inner(inner, noun, pl, class_, size)
        if start == 0:
            seen.append(f"m^ {inner[0].tag}")
    if not any(each.tag in FINITE for each in tokens):
        seen.append("verbless")
    return seen


def uncounted(noun: Token, kinds: Kinds) -> bool:
    """Whether a noun is mostly not counted: a list says so, or its plural is rare beside it."""
    if noun.tag == "NNS":
        return False
    kind = kinds.of.get(noun.lower)
    if kind is not None:
        return kind in ("m", "g")
    alike = lexicon.inflect(noun.lower, "NNS") == noun.lower
    return not alike and (_countability(noun.lower) in ("x", "-6", "-5", "-4"))


class _Around(NamedTuple):
    """The words (p, pp before; n, nn after) and tags around a phrase; `pl` is `p`, as its lemma where it is a verb."""

    p: str
    pt: str
    pl: str
    pp: str
    ppt: str
    n: str
    nt: str
    nn: str
    nnt: str


def _around(tokens: Sequence[Token], phrase: Phrase) -> _Around:
    start, head = phrase
    before = tokens[start - 1] if start else None
    before2 = tokens[start - 2] if start > 1 else None
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    after2 = tokens[head + 2] if head + 2 < len(tokens) else None
    p = before.lower if before else _START
    pt = before.tag if before else _START
    pl = before.lemma.lower() if before and before.tag[:2] == "VB" else p
    pp = before2.lower if before2 else _START
    ppt = before2.tag if before2 else _START
    n = after.lower if after else "."
    nt = after.tag if after else "."
    nn = after2.lower if after2 else "."
    nnt = after2.tag if after2 else "."
    if before and before.text[:1].isupper() and start > 1 and before.tag in ("NNP", "NNPS"):
        p = pl = _NAME
    if ppt in ("NNP", "NNPS", "CD"):
        pp = ppt
    if nnt in ("NNP", "NNPS", "CD"):
        nn = nnt
    return _Around(p, pt, pl, pp, ppt, n, nt, nn, nnt)


def _inner(inner: Sequence[Token], noun: str, pl: str, class_: str, size: str) -> list[str]:
    """What the words before the noun say."""
    near, first = inner[-1], inner[0]
    count = min(len(inner), 2)
    m, s = (
        _NAME if each.tag == "NNP" and each.text not in DEMONYMS else each.lower for each in (near, first)
    )
    return [
        f"m {m}",
        f"hm {noun} {m}",
        f"mt {near.tag} {count} {class_}",
        f"s {s}",
        f"sp {s} {pl}",
        f"hs {noun} {s}",
        f"ms {m[-3:]} {near.tag}",
        f"mz {near.tag} {size}",
    ]


def _clause(tokens: Sequence[Token], start: int) -> str:
    """Whether the clause has had its verb when the phrase begins."""
    for each in reversed(tokens[:start]):
        if each.tag in FINITE:
            return "after"
        if each.text in (";", ":") or each.tag in ("WDT", "WP", "WRB"):
            return "clause"
    return "before"


def _countability(noun: str) -> str:
    """How common the noun's plural is beside the noun, in steps; "x" where there is no plural."""
    many = lexicon.inflect(noun, "NNS")
    if not many or many == noun:
        return "x"
    return str(max(-6, min(3, round(2 * (lexicon.zipf(many) - lexicon.zipf(noun))))))
