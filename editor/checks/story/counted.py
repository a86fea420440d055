"""Singular nouns after words that count more than one, and plurals after words that pick one.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, sections 3, 7 and 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.nouns import closed, plural_of, singular_of
from editor.text.tagset import DEMONYMS
from editor.text.times import MONTHS
from editor.text.words import words
from editor.values import Span

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "NN"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_REACH = 5

# Units and nouns that stay as they are after a number, or of which usage has both.
_SAME = words("""percent cent per dozen hundred thousand million billion trillion score gross head stone foot hertz megahertz gigahertz
    kilohertz horsepower euro yen yuan won baht rand renminbi ringgit kwacha kip dong birr pula bitcoin rupiah hryvnia kina taka tenge
    lari som manat koruna zloty forint naira cedi dalasi quetzal lempira real lira peso krone krona dram leu lev sol tael li mu
    p.m. a.m. pm am mph kph km kg cm mm mg ml mw gw kw kwh bpd gb mb tb ft lb oz yr hr min sec sq fold odd strong plus minus
    proof carat karat ply year-old aboard apiece each more less other others second third fourth fifth sixth seventh eighth ninth tenth
    half quarter past noon midnight o'clock bce bc ad ce man-made crew staff dead missing wounded injured few many kind sort type
    deer reindeer buffalo abalone sperm krill sheep fish salmon trout cod tuna shrimp moose grouse bison swine elk squid aircraft spacecraft series species means
    offspring counsel personnel cattle police people data media cavalry infantry cannon ton guinea fathom brace yoke dice craft
    horse foot sail rank percentage today tomorrow yesterday tonight morning afternoon evening night overall total lead win advantage
    defeat victory loss draw deficit edge start finish decision record rout upset vote majority minority margin cup score thriller
    triumph tie aggregate fare one self none all any some such same no rest former latter next last first straight local left right
    north south east west northeast northwest southeast southwest northern home back front inside outside up down in out off over
    deep high wide tall long old square cubic metric average mean maximum minimum level below above zero gray grey red blue green
    white black gold silver bronze alto soprano stereo""")
_GROUPS = words("""family team staff crew band group gang party cast squad class couple pair trio quartet community public opposition elite
    government cabinet delegation faculty army peloton pack crowd audience jury panel flock herd generation lot bunch kind sort
    type set series species leadership clergy congregation entourage household tribe clan fleet majority minority rest field
    population militia order society company cohort species brood litter squadron choir orchestra ensemble bench royal youth
    electorate laity press militia mob posse rank genre lineup roster most world earth number""")
_UNITS = words("""second minute hour day week month year decade century mile kilometer kilometre meter metre foot yard inch acre hectare ton
    tonne pound kilogram kilo gram ounce gallon liter litre barrel degree dollar euro cent page member person man woman seat room
    story storey point game match round lap stage part point nation party state country million billion trillion micron megawatt
    volt watt wheel door bed star bedroom night team horse visa franc""")
_SPELT = words("""two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety""")
_LARGE = words("hundred thousand million billion trillion dozen")
_NUMERAL = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|\d+\.\d+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SPELT_TWO = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)"
)


def _above_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number above one stands at `at` that counts what follows it."""
    token = tokens[at]
    lower = token.lower
    before = tokens[at - 1] if at else None
    if lower in _LARGE:
        if before is None:
            return False
        if (
            before.lower in ("a", "an", "few", "several", "half", "one")
            or before.tag == "CD"
            or lower == "dozen"
        ):
            return not _money(tokens, at)
        return False
    if lower not in _SPELT and not _SPELT_TWO.fullmatch(lower):
        if not _NUMERAL.fullmatch(token.text) or token.text in ("1", "1.0") or _YEAR.fullmatch(token.text):
            return False
        if token.text.startswith("0.") or (not token.space and at):
            return False
    if before is None:
        return True
    named = tokens[at - 2].lower + "." if before.text == "." and at > 1 else before.lower
    if named.rpartition("-")[2] in _DATING:
        # "the post-Sept. 11 world".
        return False
    if before.tag in _NOUNS | {"$", "#", "POS", "SYM", ":"} and before.text not in (":", "—", "–", "--"):
        return False
    if before.tag == "CD" or before.lower in (
        "a",
        "an",
        "no.",
        "nos.",
        "versus",
        "v",
        "vs",
        "to",
        "x",
        "by",
        "minus",
        "-",
        "/",
    ):
        return (
            before.lower in ("to",)
            and at > 1
            and tokens[at - 2].tag != "CD"
            and tokens[at - 2].tag.startswith("VB")
        )
    if before.tag == "JJ" and before.lower in (
        "under",
        "over",
        "top",
        "big",
        "highway",
        "route",
        "formula",
        "version",
        "channel",
    ):
        return before.lower == "big"
    if before.lower in ("the", "this", "its", "each", "that") and token.text[0].isdigit():
        # "the 457 visa", "the 800 service": numbers that are names.
        return at > 1 and tokens[at - 2].lower == "of"
    if before.lower == "in" and at > 1 and tokens[at - 2].tag == "CD":
        return tokens[at - 2].lower != "one" and token.lower not in _LARGE and len(token.text) < 4
    return not (before.text[:1].isupper() and at > 1)


# A number after these is a day: "post-Sept. 11", "pre-July 4".
_DATING = MONTHS - {"may", "march"}


def _money(tokens: Sequence[Token], at: int) -> bool:
    return any(
        each.tag == "$" or "$" in each.text or each.text[:1] in "€£¥" for each in tokens[max(0, at - 2) : at]
    )


# "the 2 km circumference"
_SHORT_UNITS = frozenset(
    ["km", "kg", "m", "cm", "mm", "ft", "mph", "kph", "ha", "lb", "mw", "gw", "kw", "g", "kb", "mb", "gb"]
)


@check("counted.number")
def number(story: Story, rule: Rule) -> Iterator[Hit]:
    """A singular after a number above one: "four hour", "more than 90 passenger"."""
    count = _counted(story)
    for line in story.body:
        if not any(
            each.text[0].isdigit() or each.lower in _SPELT or each.lower in _LARGE or "ty-" in each.lower
            for each in line.words
        ):
            continue
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            if not _above_one(tokens, at):
                continue
            # "30 percent stake" lacks an article.
            if tokens[at + 1].lower in _LARGE or tokens[at + 1].lower == "percent":
                continue
            head = _singular_head(tokens, at + 1, count)
            if head is None or not _sure_of_noun(tokens, at, head, count):
                continue
            # "the three month delay" lacks hyphens, and nothing else.
            if any(each.lower in _UNITS or each.lower in _SHORT_UNITS for each in tokens[at + 1 : head]):
                continue
            if (
                tokens[head].lower == "dollar"
                and head + 1 < len(tokens)
                and tokens[head + 1].lower in ("a", '"')
            ):
                continue
            yield from _pluralised(tokens, head)


def _counted(story: Story) -> frozenset[str]:
    return story.lists["articles-count"] | story.lists["articles-count-object"]


def _strictly(story: Story) -> frozenset[str]:
    return story.lists["articles-count"] | {"side", "sale"}


def _singular_head(
    tokens: Sequence[Token], start: int, count: frozenset[str], low: frozenset[str] = _SAME
) -> int | None:
    """Where the singular noun stands that heads the phrase from `start`; None where there is none or it is not sure."""
    for at in range(start, min(start + _REACH, len(tokens))):
        token = tokens[at]
        if token.tag == "NNS" or not token.space:
            return None
        if token.tag in _NOUNS and token.text[0].isupper() and token.text not in DEMONYMS:
            return None
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        # "one of the largest clinic" may be tagged an adjective before a full stop.
        if token.tag == "NN":
            if token.lower in count and token.lower not in low and _verb_follows(tokens, at):
                return at
            if after is not None and after.tag in ("NN", "NNS") and after.space:
                continue
            if token.lower in low or token.lemma in low or not token.text.isalpha():
                return None
            many = plural_of(token, count)
            if many is None or (
                token.lower not in count and lexicon.zipf(many) + 1.6 < lexicon.zipf(token.lower)
            ):
                return None
            return at if closed(tokens, at) or _measured(tokens, at) else None
        if token.text in DEMONYMS:
            continue
        if (
            token.tag == "JJ"
            and token.lower in count
            and after is not None
            and after.tag in ("VBD", "VBZ", "MD")
        ):
            # "many resident fled".
            return at if token.lower not in low else None
        if token.tag not in _MODIFIERS or token.lower in _NO_MODIFIER:
            return None
    return None


_NO_MODIFIER = words(
    "last next this real year-old each apiece less percent per dead missing wounded injured few many such aboard strong"
)


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    """ "Each of the new device cost about $4": what was tagged a noun after the noun is the verb."""
    if at + 2 >= len(tokens) or tokens[at + 1].tag != "NN":
        return False
    return "VBD" in lexicon.tags(tokens[at + 1].lower) and tokens[at + 2].tag in (
        "DT",
        "CD",
        "$",
        "PRP$",
        "PRP",
        "RB",
        "IN",
    )


def _measured(tokens: Sequence[Token], at: int) -> bool:
    """ "five hour and 20 minutes"."""
    return (
        tokens[at].lower in _UNITS
        and at + 2 < len(tokens)
        and tokens[at + 1].lower == "and"
        and tokens[at + 2].tag in ("CD", "DT")
    )


def _sure_of_noun(tokens: Sequence[Token], at: int, head: int, count: frozenset[str]) -> bool:
    """Whether the word at `head` can't be a verb or an adjective of the words at `at`."""
    token = tokens[head]
    tags = lexicon.tags(token.lower)
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if (
        after is not None
        and after.lower in ("long", "high", "deep", "wide", "tall")
        and (head + 2 < len(tokens) and tokens[head + 2].tag in _NOUNS)
    ):
        return False
    # "the two opposition mayor elects were": what was tagged a verb before another verb is the noun.
    if (
        after is not None
        and after.tag == "VBZ"
        and head + 2 < len(tokens)
        and tokens[head + 2].tag in ("VBD", "VBP", "VBZ", "MD")
    ):
        return False
    before = tokens[at - 1] if at else None
    if "JJ" in tags and head == at + 1 and token.lower not in count and (after is None or after.tag != "IN"):
        return False
    if "VB" in tags or "VBP" in tags or "VBD" in tags or "VBN" in tags:
        if after is not None and after.tag in ("VBD", "VBZ") and head + 1 < len(tokens):
            return True
        if (
            before is not None
            and before.tag in ("VBD", "VBN", "VBG", "VB")
            and before.lemma not in ("say", "be", "show", "know", "think")
        ):
            return True
        # "the two plan to", "both claim", "three die".
        if after is not None and (
            after.tag in ("TO", "RP", "DT", "PRP", "PRP$", "WP", "CD", "RB")
            or after.lower in ("that", "up", "out", "for", "as")
        ):
            return False
        if before is None or before.tag in ("DT", "NN", "CC", ","):
            return after is not None and after.tag in ("VBD", "VBZ", "MD", ".")
        return before.tag in (
            "IN",
            "TO",
            "VBD",
            "VB",
            "VBG",
            "VBZ",
            "VBN",
            "VBP",
            "JJR",
            "JJS",
            "RB",
            "PRP$",
            "POS",
        ) and (before.lower != "that")
    return True


def _pluralised(tokens: Sequence[Token], head: int) -> Iterator[Hit]:
    token = tokens[head]
    many = plural_of(token, frozenset([token.lower]))
    if many is not None:
        yield Hit(Span(token.start, token.end), (many,))


# After these words a noun that is counted is plural; the list of counted nouns decides for those that mass nouns follow too.
_ONLY_MANY = words("several various numerous many few both fewer countless multiple")
_ALSO_MASS = words("all most other more different enough")
_PARTS = words(
    "one each either neither both many several few none two three four five six seven eight nine ten most some any all"
)
_OF_MANY = words("""number lot lots dozens hundreds thousands millions scores plenty variety series range handful couple group host string list
    majority dozen spate wave array pair set crowd tens hundred thousand million network rows collection""")


# "Plenty of warning": much of it, as well as many of them.
_ALSO_MUCH = words("plenty lot lots")
_BOTH_WAYS = words("""warning notice discussion experience competition opportunity choice pressure support debate contact interest thought effort
    respect success failure detail doubt change talent cover light sound glass paper business work crime drink food fish""")


@check("counted.quantifier")
def quantifier(story: Story, rule: Rule) -> Iterator[Hit]:
    """A singular after a word for several: "several worker", "both side", "a number of driver"."""
    count = _counted(story)
    for line in story.body:
        spoken = {each.lower for each in line.words}
        if not spoken & (_ONLY_MANY | _ALSO_MASS | {"of"}):
            continue
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            lower = tokens[at].lower
            if lower == "of":
                yield from _after_of(tokens, at, count)
                continue
            strict = lower in _ALSO_MASS or lower == "multiple"
            if not strict and lower not in _ONLY_MANY:
                continue
            before = tokens[at - 1] if at else None
            if tokens[at].text[0].isupper() and at:
                continue
            if strict and not _opens(before, lower):
                continue
            if tokens[at + 1].lower.endswith("ing") and before is not None and before.lower == "with":
                # "with many suffering anxiety".
                continue
            if lower == "most" and tokens[at + 1].tag != "NN":
                continue
            if lower == "both" and any(each.lower == "and" for each in tokens[at + 1 : at + 8]):
                continue
            if (
                before is not None
                and before.lower in ("not", "too", "so", "very", "quite", "as", "how", "no")
                and lower in ("few", "many")
            ):
                pass
            start = at + 1
            if lower == "all" and tokens[start].lower in ("the", "these", "those"):
                start += 1
            head = _singular_head(tokens, start, count)
            if head is None or (before is not None and before.tag in ("CD", "$")):
                continue
            noun = tokens[head]
            if strict and noun.lower not in _strictly(story):
                continue
            if noun.lower not in count and (
                strict or noun.lower in story.lists["number-uncountable"] | story.lists["confusions-mass"]
            ):
                continue
            if strict and lower == "all" and start == at + 2 and noun.lower in _GROUPS | _WHOLES:
                continue
            if noun.lower in _NOT_AFTER.get(lower, frozenset()):
                continue
            if _sure_of_noun(tokens, at, head, count):
                yield from _pluralised(tokens, head)


# "all day", "all the city", "most nights": wholes.
_WHOLES = words("""city country village town world nation region island family day week month year night house time way season summer winter
    page school community state continent province district planet neighborhood neighbourhood""")
_NOT_AFTER = {
    "all": words(
        "day night week month year summer winter season weekend morning time way afternoon evening round manner star hour"
    ),
    "most": words("part day"),
    "more": words("time way room study commentary"),
    "few": words("if"),
    "other": words("than way"),
    "many": words("time"),
    "enough": words("time way room study commentary"),
}


def _opens(before: Token | None, lower: str) -> bool:
    """Whether a word like "other" or "all" stands without a determiner of its own."""
    if before is None:
        return lower in ("all", "most", "other", "more", "different")
    if lower in ("all", "most"):
        return before.tag in (
            "IN",
            "TO",
            "VB",
            "VBD",
            "VBG",
            "VBZ",
            "VBP",
            "VBN",
            ",",
            "CC",
        ) and before.lower not in ("at", "of", "the")
    if before.tag in (
        "DT",
        "PRP$",
        "POS",
        "CD",
        "WDT",
        "WP$",
        "JJ",
        "NN",
        "NNP",
        "RB",
        "RBR",
    ) or before.lower in (
        "no",
        "any",
        "some",
        "each",
        "every",
        "such",
        "one",
        "what",
        "another",
        "many",
        "several",
    ):
        return before.lower in ("many", "several", "all", "most", "both", "not") and lower in (
            "other",
            "different",
            "more",
            "enough",
        )
    return before.tag in ("IN", "TO", "VB", "VBD", "VBG", "VBZ", "VBP", "VBN")


_DETERMINERS = words("the its their his her our my your these those")


def _after_of(tokens: Sequence[Token], of: int, count: frozenset[str]) -> Iterator[Hit]:
    """ "one of the station", "each of the new device", "a number of driver"."""
    if of == 0 or of + 1 >= len(tokens):
        return
    quantity = tokens[of - 1].lower
    at = of + 1
    if quantity in _PARTS or (tokens[of - 1].tag == "CD" and _above_one(tokens, of - 1)):
        start = _past_determiner(tokens, at)
        if start is None or start >= len(tokens):
            return
        head = _singular_head(tokens, start, count, _SAME | _GROUPS)
        if head is None:
            return
        noun = tokens[head]
        strict = quantity in ("most", "some", "any", "all", "none", "each", "many", "few")
        if noun.lower in _WHOLES and strict:
            return
        if strict and noun.lower not in count:
            return
        if quantity in ("one", "each") and not _part_of_many(tokens, of, start, head, count):
            return
        if quantity not in ("one", "each", "either", "neither", "both", "many", "several", "few") and not (
            noun.lower in count
            and (any(each.tag in ("JJS", "CD") for each in tokens[start:head]) or _many_follows(tokens, head))
        ):
            return
        yield from _pluralised(tokens, head)
    elif quantity in _OF_MANY:
        head = _singular_head(tokens, at, count)
        if (
            head is None
            or tokens[head].lower not in count
            or tokens[head].lower in ("room", "study", "commentary")
            or (quantity in _ALSO_MUCH and tokens[head].lower in _BOTH_WAYS)
        ):
            return
        if quantity in (
            "number",
            "range",
            "series",
            "list",
            "pair",
            "set",
            "host",
            "string",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "network",
            "collection",
        ) and not (of > 1 and tokens[of - 2].tag in ("DT", "JJ", "CD", "PRP$")):
            return
        yield from _pluralised(tokens, head)


def _many_follows(tokens: Sequence[Token], head: int) -> bool:
    """ "two of the bank's former director have left"."""
    return head + 1 < len(tokens) and tokens[head + 1].lower in ("have", "are", "were")


def _past_determiner(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words after "the", "its" or "the country's" begin; None without a determiner."""
    if tokens[at].lower in _DETERMINERS:
        start = at + 1
    elif tokens[at].text[:1].isupper():
        start = at
    else:
        return None
    for to in range(start, min(start + 4, len(tokens))):
        if tokens[to].tag == "POS":
            return to + 1
        if tokens[to].tag not in _NOUNS and tokens[to].tag not in ("JJ",):
            break
    if start == at:
        return None
    while start < len(tokens) and (
        tokens[start].tag == "CD"
        or tokens[start].lower in ("most", "own", "other", "many", "several", "few", "more", "very")
    ):
        start += 1
    return start


def _part_of_many(tokens: Sequence[Token], of: int, start: int, head: int, count: frozenset[str]) -> bool:
    """Whether "one of the ..." means one of several: not "one of the family", "the best one of the night"."""
    noun = tokens[head]
    before = tokens[of - 2] if of > 1 else None
    if (
        noun.lower in count
        or _often_plural(noun)
        or any(
            each.tag == "JJS" or each.lower in ("most", "own", "other", "few", "many", "several")
            for each in tokens[of + 1 : head]
        )
    ):
        return before is None or (
            before.tag not in ("JJ", "JJS", "JJR", "POS", "PRP$", "CD", "NN", "NNP")
            and before.lower not in ("the", "this", "that", "no", "day", "stage", "round", "week", "chapter")
        )
    return False


def _often_plural(noun: Token) -> bool:
    """Whether a noun is about as common in the plural: one of the reason, not one of the day."""
    many = plural_of(noun)
    return (
        many is not None and noun.lower not in _WHOLES and lexicon.zipf(many) + 0.6 > lexicon.zipf(noun.lower)
    )


_ONE = words("each every another either neither")


@check("counted.single")
def single(story: Story, rule: Rule) -> Iterator[Hit]:
    """A plural after a word that picks one: "each birds", "every workers", "neither sides"."""
    for line in story.body:
        if not any(each.lower in _ONE or each.lower == "one" for each in line.words):
            continue
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            lower = tokens[at].lower
            if lower not in _ONE and lower != "one":
                continue
            before = tokens[at - 1] if at else None
            if (
                lower == "one"
                and before is not None
                and (
                    before.tag in ("DT", "CD", "NN", "NNP", "NNS", "JJ", "PRP", "CC", "POS", "PRP$", "WDT")
                    or before.lower in ("no", "in", "any", "every", "that", "for")
                )
            ):
                continue
            head = _plural_head(tokens, at + 1)
            if head is None or (lower == "one" and any(each.tag == "NN" for each in tokens[at + 1 : head])):
                continue
            if lower in ("either", "neither") and any(
                each.lower in ("or", "nor", "and") for each in tokens[head : head + 8]
            ):
                continue
            noun = tokens[head]
            if (
                "VBZ" in lexicon.tags(noun.lower)
                and not (
                    head + 1 < len(tokens)
                    and tokens[head + 1].tag in ("VBD", "MD", "VBZ", "VBP")
                    and lower != "one"
                )
                and not (
                    before is not None and before.tag == "IN" and before.lower != "that" and lower != "one"
                )
            ):
                continue
            one = singular_of(noun)
            if one is None:
                continue
            if lower == "another":
                span = Span(tokens[at].start, noun.end)
                rest = story.text[tokens[at].end : noun.start]
                other = "Other" if tokens[at].text[0] == "A" else "other"
                yield Hit(
                    span,
                    (f"{other}{rest}{noun.text}", f"{tokens[at].text}{rest}{one}"),
                    f"One is 'another', several are 'other': '{other}{rest}{noun.text}'.",
                )
                continue
            yield Hit(Span(noun.start, noun.end), (one,))


_NOT_ONE = words(
    "few other others several many two three means series species headquarters works news crossroads barracks politics politics one ones thousands millions hundreds dozens lots s us"
)


def _plural_head(tokens: Sequence[Token], start: int) -> int | None:
    for at in range(start, min(start + 3, len(tokens))):
        token = tokens[at]
        if (
            token.lower in _NOT_ONE
            or token.tag == "CD"
            or not token.space
            or (token.text[0].isupper() and token.text not in DEMONYMS)
        ):
            return None
        if token.tag == "NNS":
            if {"NN", "JJ"} & lexicon.tags(token.lower) or not lexicon.knows(token.lower):
                return None
            return at if closed(tokens, at) else None
        if token.tag not in ("JJ", "NN") and token.text not in DEMONYMS:
            return None
        if token.tag == "NN" and "VBZ" in lexicon.tags(tokens[at + 1].lower if at + 1 < len(tokens) else ""):
            return None
    return None
