"""Titles: small alone or after a name, with a capital right before one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from editor.checks.registry import Hit, check
from editor.checks.style.calendar import WEEKDAYS
from editor.checks.style.house import Use, matches, preferred, settle, signed
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import DEMONYMS
from editor.text.words import words
from editor.values import Severity, Span

# Heads of titles of office, which stand small alone: "the president".
_HEADS = words(
    """president minister chancellor premier governor senator congressman congresswoman mayor councilor councillor ambassador
    chairman chairwoman chairperson director secretary-general commissioner spokesman spokeswoman spokesperson pope archbishop
    bishop professor prosecutor superintendent undersecretary treasurer vice-president deputy-governor speaker
    sheriff envoy provost dean principal manager editor lawmaker administrator inspector auditor coordinator vice-chancellor"""
)
# Heads that are common nouns in other senses too, so that in small letters they don't say how the story writes titles.
_OTHER_HEADS = words(
    """head curator engineer magistrate registrar consul rector commandant ombudsman imam mufti deputy trustee warden
    negotiator chair accountant midwife analyst consultant economist researcher lecturer leader strategist surgeon collector secretary-general governor-general adviser advisor representative organizer organiser founder"""
)
# Of a title in the plural: "the two Ministers". Clubs are named after others: the Senators, the Commanders.
_PLURALS = words(
    """presidents ministers premiers governors mayors ambassadors chairmen directors commissioners spokesmen councillors councilors
    deputies managers envoys prosecutors inspectors lawmakers professors heads"""
)
# After these an office stands bare: "appointed Ambassador to Egypt".
_HOLDING = words("as elected appointed named became become becomes re-elected reelected reappointed chosen")
_PERSONAL_TAGS = frozenset(["JJ", "JJS", "NN", "POS", "CD", "VBN"])
# Heads that are titles of office only with a word before them: "the foreign secretary", "the police chief".
_WITH_MODIFIER = words("secretary chief officer general judge justice commander executive")
_MODIFIERS = words(
    """prime vice deputy assistant acting interim foreign finance interior defense defence health education justice energy
    home transport transportation culture environment agriculture trade labor labour economy economic economics planning tourism
    information industry development cooperation security executive managing police fire district attorney solicitor press communications
    railway railways oil mining transport water chief general state federal regional provincial city county village town village national senior under associate
    parliamentary cabinet lead opposition party coach military army navy intelligence central bank human resources sports youth
    housing welfare water power oil petroleum treasury budget public works technology science international artistic creative musical technical commercial sporting editorial medical"""
)
_BEFORE_GENERAL = words("secretary director inspector consul prosecutor governor")
_DETERMINERS = words(
    "the a an his her its their our my this that former current then new late outgoing incoming every each another no any both these those all several many some two three four five six seven eight"
)
_FOLLOWING_OF = words(
    """state finance education health defense defence interior agriculture justice communications security sales marketing operations
    trade energy transport culture foreign labor labour tourism economics engineering history physics medicine chemistry biology
    mathematics law science politics"""
)
# Formal titles that take a capital before a name, with the portfolios that come before "minister" and "secretary".
_ELEVATED = words("high lord grand holy supreme special")
_FORMAL = words(
    "president chancellor premier governor senator congressman congresswoman councilman councilwoman chairman chairwoman mayor ambassador king queen prince princess pope cardinal archbishop bishop sheriff"
    " inspector superintendent sergeant lieutenant colonel constable commissioner admiral"
)
_PORTFOLIOS = words(
    """prime vice deputy foreign finance interior defense defence health education justice energy home transport transportation culture
    environment agriculture trade labor labour economy economic planning tourism information industry development security housing
    sports welfare water petroleum treasury commerce police oil gas mines mining power works railway railways customs communications communication women youth
    immigration migration digital research science railways aviation fisheries irrigation social rural"""
)
# Titles only with a word before them: a portfolio, or for these one of their own.
_STATE = words("minister secretary undersecretary chief")
_BEFORE_HEAD = {"chief": words("police fire"), "commissioner": _PORTFOLIOS | {"district"}}
_NOT_BEFORE = words(
    "be been being is was were are as become became becomes elect elected re-elect re-elected named choose chosen called appoint appointed and"
)
_TITLES = _HEADS | _OTHER_HEADS | _PLURALS | _WITH_MODIFIER
_BODIES = words(
    "union company club council party university association board team city village federation league opposition bank"
)
_QUOTES = frozenset('"”’')
_OPENING = _QUOTES | frozenset(",—–:;")
_OWNERS = words("the a an its his her their our my your this that")
_LEADS = words("former then ex- late acting interim outgoing incoming u.s. us uk u.k. state deputy vice")


@check("titles.alone")
def alone(story: Story, rule: Rule) -> Iterator[Hit]:
    """A title with a capital that stands alone or after a name: "The American President said"."""
    sure: list[Use] = []
    uses: list[Use] = []
    for line in story.body:
        tokens: Sequence[Token] = line.words
        if any(each.lower in _TITLES and each.text[0].isupper() for each in tokens) and _in_sentence_case(
            tokens
        ):
            tokens = line.tagged
        for at, token in enumerate(tokens):
            lower = token.lower
            if lower not in _TITLES:
                continue
            span = Span(token.start, token.end)
            if story.quoted(span) or story.protected(span):
                continue
            if token.text == lower:
                if lower in _HEADS and at and tokens[at - 1].lower == "the":
                    uses.append(Use(span))
                continue
            use = _alone(story, tokens, at)
            if use is None:
                continue
            (sure if _is_sure(tokens, at) and not _of_a_body(tokens, at) else uses).append(use)
    for use in sure:
        yield Hit(use.span, use.fixes)
    yield from settle(story, rule, uses, most=True)


def _in_sentence_case(tokens: Sequence[Token]) -> bool:
    """Whether most words begin small, as they do in a sentence and not in a title or a list of names."""
    alphabetic = [each for each in tokens[1:] if each.text[0].isalpha()]
    return 2 * sum(each.text[0].islower() for each in alphabetic) > len(alphabetic)


def _alone(story: Story, tokens: Sequence[Token], at: int) -> Use | None:
    """The use of a title in capitals, with its small form; None where it belongs to a name."""
    token = tokens[at]
    if not token.text[0].isupper() or (token.text.isupper() and len(token.text) > 1):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    end = at + 1
    if after is not None and after.lower == "of" and end + 1 < len(tokens):
        of = tokens[end + 1]
        if of.text[0].isupper() and of.lower in _FOLLOWING_OF:
            end += 2
            after = tokens[end] if end < len(tokens) else None
            if after is not None and after.text == "for":
                after = None
    if after is not None and _is_name(after):
        return None
    if after is not None and after.text in ("'s", "’s", "-", "–", "&", "/", "."):
        beyond = tokens[at + 2] if at + 2 < len(tokens) else None
        if beyond is not None and (
            (after.text != "." and beyond.text[0].isupper()) or beyond.lower in ("office", "department")
        ):
            return None
    if (
        after is not None
        and after.lower == "and"
        and at + 2 < len(tokens)
        and tokens[at + 2].text[0].isupper()
    ):
        beyond = tokens[at + 3] if at + 3 < len(tokens) else None
        if beyond is not None and beyond.text[0].isupper():
            return None
    start = _first_of_title(tokens, at)
    if token.lower == "executive" and tokens[at - 1].lower != "chief":
        # "Labour's National Executive" is a body.
        return None
    if token.lower in _WITH_MODIFIER and start == at and not (at and tokens[at - 1].text in _MODIFIERS):
        return None
    if start == 0 or tokens[start - 1].lower in _ELEVATED or not _opened(tokens, start):
        return None
    fix = "".join(
        story.text[(tokens[each - 1].end if each > start else tokens[each].start) : tokens[each].start]
        + tokens[each].lower
        for each in range(start, end)
    )
    return Use(Span(tokens[start].start, tokens[end - 1].end), (fix,))


def _first_of_title(tokens: Sequence[Token], at: int) -> int:
    """Where the title begins whose head is at `at`: its words with capitals, "Deputy Prime" of "Deputy Prime Minister"."""
    before = _MODIFIERS | _BEFORE_GENERAL if tokens[at].lower == "general" else _MODIFIERS
    start = at
    while start and tokens[start - 1].text[:1].isupper() and tokens[start - 1].lower in before:
        start -= 1
    return start


def _opened(tokens: Sequence[Token], start: int) -> bool:
    """Whether what stands before a title makes it a common noun: a determiner, or a name and a comma."""
    at = start - 1
    if tokens[at].lower in _DETERMINERS or _described(tokens, at):
        return True
    if tokens[at].text == ",":
        return at > 1 and _is_name(tokens[at - 1]) and _is_name(tokens[at - 2])
    steps = 0
    while at >= 0 and steps < 3 and tokens[at].text[:1].isupper() and tokens[at].lower not in _DETERMINERS:
        at -= 1
        steps += 1
    return steps > 0 and at >= 0 and tokens[at].lower in _DETERMINERS


def _described(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at`, before a title, describes or bestows it: "the club's President", "deputy Head", "as Mayor"."""
    before = tokens[at]
    if before.text in ("'s", "’s"):
        return True
    return before.text.islower() and (before.lower in _HOLDING or before.tag in _PERSONAL_TAGS)


def _is_sure(tokens: Sequence[Token], at: int) -> bool:
    """Whether no stylebook would have the capital: after a name and a comma, after "a", with a word for the country."""
    start = _first_of_title(tokens, at)
    before = tokens[start - 1]
    if before.lower in ("a", "an", "another", "every", "no", "any") or _described(tokens, start - 1):
        return True
    if len(tokens) > at + 3 and tokens[at + 1].text == "," and all(map(_is_name, tokens[at + 2 : at + 4])):
        return True
    if before.text == "," or (
        before.lower in ("the", "a", "an") and start > 1 and tokens[start - 2].text == ","
    ):
        comma = start - 1 if before.text == "," else start - 2
        return comma > 1 and _is_name(tokens[comma - 1]) and _is_name(tokens[comma - 2])
    return before.text in DEMONYMS and start > 1 and tokens[start - 2].lower in ("the", "a", "an", "former")


def _of_a_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether a body's name follows: "Director of the National Water Study", as the body itself would write it."""
    following = [each.text for each in tokens[at + 1 : at + 4]]
    return following[:1] == ["of"] and any(each[0].isupper() for each in following[1:])


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.lower not in _DETERMINERS and token.text != "I"


@check("titles.before")
def before(story: Story, rule: Rule) -> Iterator[Hit]:
    """A formal title in small letters right before a name: "president Emmanuel Macron"."""
    uses: list[Use] = []
    for line in story.body:
        if not any(each.lower in _FORMAL or each.lower in _STATE for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lower not in _FORMAL and token.lower not in _STATE:
                continue
            start = _start_of_title(tokens, at)
            if start is None or not _person_follows(tokens, at + 1):
                continue
            span = Span(tokens[start].start, token.end)
            if story.quoted(span):
                continue
            if token.text != token.lower:
                uses.append(Use(span))
                continue
            prior = tokens[start - 1] if start else None
            body = prior is not None and _of_body(tokens, start - 1)
            if (
                prior is not None
                and not body
                and not _may_precede(story, prior)
                and not _opens(tokens, start)
            ):
                continue
            fix = "".join(
                story.text[
                    (tokens[each - 1].end if each > start else tokens[each].start) : tokens[each].start
                ]
                + tokens[each].text[0].upper()
                + tokens[each].text[1:]
                for each in range(start, at + 1)
            )
            ousted = prior is not None and prior.lower == "former"
            if ousted and token.lower == "chief":
                continue
            if body or token.lower == "chief" or (ousted and not signed(story)):
                yield Hit(span, (fix,), severity=Severity.QUERY)
            elif start and start < at and tokens[start].text[0].isupper():
                yield Hit(span, (fix,))
            else:
                uses.append(Use(span, (fix,)))
    yield from settle(story, rule, uses)


def _start_of_title(tokens: Sequence[Token], at: int) -> int | None:
    start = at
    while (
        start
        and tokens[start - 1].lower in _BEFORE_HEAD.get(tokens[start].lower, _PORTFOLIOS)
        and (
            tokens[start].lower in _STATE
            or tokens[start].lower in ("president", "governor", "premier", "prime", "commissioner")
            or start < at
        )
    ):
        start -= 1
    if tokens[at].lower in _STATE and start == at:
        return None
    return start


def _of_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a body that the title is of, and nothing makes it a common noun: "said union president Ana Silva"."""
    return (
        tokens[at].text in _BODIES
        and at > 0
        and tokens[at - 1].lower not in _DETERMINERS
        and (tokens[at - 1].tag in ("IN", "VBD", "CC", ",") or tokens[at - 1].text in _QUOTES)
    )


def _opens(tokens: Sequence[Token], start: int) -> bool:
    """Whether only an adjective before the title opens the sentence: "Regional governor Ana Silva said"."""
    first = tokens[0]
    return start == 1 and first.tag == "JJ" and first.text[0].isupper() and lexicon.zipf(first.lower) > 3


def _may_precede(story: Story, token: Token) -> bool:
    """Whether the word before the title leaves it a title of state: no determiner, no body ("club president")."""
    if token.lower in _LEADS or token.text in DEMONYMS or token.text in WEEKDAYS:
        return True
    if token.lower in _NOT_BEFORE or (token.lower in _OWNERS and token.tag != "IN"):
        return False
    if token.text[0].isupper():
        return token.lower in story.lists["gazetteer"] or token.tag in ("IN", "RB")
    return token.tag in ("IN", "TO", "VBD", "VBZ", "VBP", "MD", ",", "RB") or token.text in _OPENING


def _person_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person's name follows: two words with capitals, or one before a verb."""
    if at >= len(tokens) or not _looks_like_name(tokens[at]):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return True
    if _looks_like_name(after) or after.text[:3] in ("al-", "el-"):
        return True
    return after.tag in (
        "VBD",
        "VBZ",
        "MD",
        "POS",
        ".",
        ",",
        "CC",
        "IN",
        "WP",
        "VBN",
        "TO",
        "RB",
    ) or after.text in (".", ",")


def _looks_like_name(token: Token) -> bool:
    return (
        len(token.text) > 1
        and token.text[0].isupper()
        and not token.text.isupper()
        and token.tag in ("NNP", "NNPS", "JJ", "NN", "")
    )


@check("titles.short")
def short(story: Story, rule: Rule) -> Iterator[Hit]:
    """A rank or office before a name, written whole or short as the house does not have it.

    The rule's options: `setting` names the profile's setting, `forms` maps whole titles to short ones, `names`
    lists words with a capital that make the title part of another name ("General Motors").
    """
    options = rule.spec.get("options") or {}
    forms: Mapping[str, str] = options["forms"]
    names = frozenset(options.get("names") or ())
    first_whole, first_short = next(iter(forms.items()))
    wanted = preferred(story, options["setting"])
    if wanted not in (first_whole, first_short):
        return
    pattern = _either(tuple(forms.items()))
    uses = []
    for match in matches(story, rule, pattern):
        following = match["name"]
        if (
            following in names
            or following.isupper()
            or _FOREIGN.search(story.text, max(0, match.start() - 14), match.start())
        ):
            continue
        title = match["title"]
        whole = title in forms
        span = Span(*match.span("title"))
        if whole and not (match["more"] or _SPEAKS.match(story.text, match.end("name"))):
            continue
        if whole == (wanted == first_whole):
            uses.append(Use(span))
        else:
            fix = forms[title] if whole else next(each for each, small in forms.items() if small == title)
            uses.append(Use(span, (fix,)))
    yield from settle(story, rule, uses)


# What makes the rank part of another title: "Attorney General Lima".
_FOREIGN = re.compile(r"(?:(?!State |U)[A-Z][a-z]+\.?|[Vv]ice|the|police)[ -]$")
_SPEAKS = re.compile(r"(?:[’']s\b|,|,? (?:said|told|says|was|is|has|had|who|will|would|and|of)\b)")


@lru_cache(maxsize=8)
def _either(forms: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    titles = "|".join(
        re.escape(each) for each in sorted((each for pair in forms for each in pair), key=len, reverse=True)
    )
    return re.compile(rf"(?P<title>{titles}) (?P<name>[A-Z][\w’'-]+)(?P<more> [A-Z])?")
