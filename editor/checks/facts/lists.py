"""Wholes and their parts in one sentence: "400 jobs, 250 in Osaka, 100 in Nagoya and 80 in Sendai", "the three towns are A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.facts.amounts import read
from editor.checks.facts.changes import Wrong
from editor.checks.facts.divided import statement
from editor.checks.facts.numerals import NUMBER, value
from editor.text.expression import Expression
from editor.values import Span

_LINKS = "in|at|from|on|for|by|against|to|with|under|near|of|as"
_MONEY = r"(?<![\w.,$€£¥-])(?:[A-Z]{1,3})?[$€£¥]\d[\d,]*(?:\.\d+)?(?: ?(?:million|billion|trillion|bn|mn|m|tn)\b)?(?![\w]|[.,]\d|-\w)"
_N = rf"(?<![\w.,$€£¥-]){NUMBER}(?![\w%]|[.,]\d|-\w| ?(?:%|percent|per cent|pct|million|billion|thousand|mln|years?|months?|days?|hours?|minutes?)\b)"
# A part as "250 in Osaka", "two women", "a driver".
_PART = Expression(
    rf"(?:(?P<joint>^|, and |, | and |: ?| ?[—–-]+ |; )(?P<n>{_N}|{_MONEY}|an?(?= [a-z]))(?P<more> (?:more|others?))? (?P<rest>[^,;:.—]*?))(?=,(?!\d)| and |;|\.|$| ?[—–])",
    re.IGNORECASE,
)
_TOTAL = Expression(
    rf"(?P<about>more than |at least |about |around |nearly |almost |over |some |up to |roughly )?(?:(?P<money>{_MONEY})|(?P<n>{_N}) (?:[a-z-]+ ){{0,2}}?(?P<who>[a-z]{{3,}}s|people|men|women|children)\b)",
    re.IGNORECASE,
)
_OPEN = Expression(
    r"\b(?:includ\w*|among|such as|others?|another|rest|remain\w*|respectively|most|both|either|each|every|compared|than (?:the|in)|up|down|rose|fell|last year|a year|earlier|plus|instead|previous\w*)\b",
    re.IGNORECASE,
)
_OF_THE = Expression(
    rf"\b(?:(?P<a>{_N}) )?of (?:the|its|their|his|her|all) (?P<n>{_N}) (?P<who>(?:[a-z-]+ ){{0,2}}?[a-z]+)\b",
    re.IGNORECASE,
)
_BEING = Expression(
    rf"(?:^|\b(?:the|those|these|all|its|their|his|her) )(?:other )?(?P<n>{_N}) (?:[a-z-]+ ){{0,2}}?(?P<who>[a-z]{{3,}}s|people|men|women|children|dead|injured|wounded|missing)"
    r"(?: (?:who were |who |that |aboard|on board|on the list|listed|arrested|killed|injured|hurt|charged|named|involved|affected|rescued|detained|picked|selected|chosen|nominated))*"
    r"(?: (?:of|in|on|for|at|from|by|to|with|that) [^,.;:]{3,60}?)? (?P<be>are|were|comprise|comprised|consist of|consisted of)(?=[ :])",
    re.IGNORECASE,
)
# What is no plain list of things: "are tired, hungry and cold".
_NAMES = r"(?:the )?[A-Z][\w’'.-]*(?: (?:of |the |de |del |la |al-)?[A-Z][\w’'.-]*){0,3}"
_PLAIN = r"(?!(?:to|of|in|at|from|and|or|by|for|on|with|that|who|after|before)\b)[a-z-]+"
_NAMED = Expression(
    rf"(?<!every )(?<!each )\b(?P<n>two|three|four|five|six|seven|eight|nine|ten) (?P<who>(?:{_PLAIN} ){{0,2}}?[a-z]{{3,}}s)(?P<joint> in|:|,| —| –| are| were| -) (?P<list>{_NAMES}(?:, {_NAMES})*,? and {_NAMES})(?=[.;,)]? ?(?P<after>\w*))"
)


class Part(NamedTuple):
    """One of the parts a sentence lists: how many, where the number stands, what follows it."""

    number: float
    span: Span
    rest: str
    last: bool
    money: bool


def wrong_lists(text: str, start: int, end: int) -> Wrong:
    """Each whole in text[start:end] that its parts do not make: its place, no text, a message."""
    if text.find(" and ", start, end) < 0:
        return
    found = list(_parts(text, start, end))
    marked: set[int] = set()
    for hit in (
        *_shared(text, start, end, found),
        *_itemised(text, start, end, found),
        *_being(text, start, end),
        *_named(text, start, end),
    ):
        if hit[0].start not in marked:
            marked.add(hit[0].start)
            yield hit


def _parts(text: str, start: int, end: int) -> Iterator[Part]:
    for match in _PART.finditer(text, start, end):
        number = 1.0 if match["n"].lower() in ("a", "an") else _figure(match["n"])
        if number is not None and not _is_year(match["n"]):
            money = not match["n"][0].isdigit() and not match["n"].isalpha() and "-" not in match["n"]
            yield Part(number, Span(*match.span("n")), match["rest"], "and" in match["joint"], money)


def _figure(text: str) -> float | None:
    amount = read(text)
    return None if amount is None else amount.number


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", text))


def _run(text: str, parts: Sequence[Part], after: int) -> list[Part]:
    """The parts that follow a place one after another, up to the last that "and" joins; empty where the list does not end."""
    run: list[Part] = []
    for part in parts:
        if part.span.start < after or (not run and part.last):
            continue
        if run and not re.fullmatch(r"[^;.]{0,70}", text[run[-1].span.end : part.span.start]):
            return []
        run.append(part)
        if part.last:
            return run
    return []


def _itemised(text: str, start: int, end: int, parts: Sequence[Part]) -> Wrong:
    """ "400 jobs at three plants, 250 in Osaka, 100 in Nagoya and 80 in Sendai"."""
    if len(parts) < 2 or _OPEN.search(text, start, end):
        return
    for match in _TOTAL.finditer(text, start, end):
        mark = Span(*match.span("money" if match["money"] else "n"))
        whole = _figure(mark.of(text))
        if whole is None or whole < 3 or _is_year(mark.of(text)):
            continue
        run = _run(text, parts, match.end())
        if len(run) < 2 or any(each.number >= whole or each.money != bool(match["money"]) for each in run):
            continue
        links = {each.rest.split(" ", 1)[0].lower() for each in run}
        if len(links) != 1 or not links <= set(_LINKS.split("|")):
            continue
        between = text[match.end() : run[0].span.start]
        if (
            "," not in between[-3:]
            and ":" not in between[-3:]
            and "—" not in between[-3:]
            and "–" not in between[-3:]
        ):
            continue
        if len(between) > 80 or re.search(r"\d|\bbut\b|\band\b", between):
            continue
        if links & set(between.lower().split()):
            # "102 mm fell at Warwick, 64 at Kingaroy": a part itself.
            continue
        total = sum(each.number for each in run)
        loose = (match["about"] or "").strip().lower()
        right = {
            "": total == whole,
            "more than": whole < total <= whole * 1.2,
            "over": whole < total <= whole * 1.2,
            "at least": total >= whole,
        }.get(loose, abs(total - whole) <= 0.1 * whole)
        if not right and total > 0.6 * whole:
            yield run[-1].span, (), f"The parts make {total:,.10g}, not {mark.of(text)}?"
        return


def _shared(text: str, start: int, end: int, parts: Sequence[Part]) -> Wrong:
    """ "Four of the 11 ships sail to India, five to China and three to Korea"."""
    for match in _OF_THE.finditer(text, start, end):
        whole = value(match["n"])
        first = value(match["a"]) if match["a"] else 0
        if whole is None or first is None or first > whole or _is_year(match["n"]):
            continue
        rest = text[match.end() : end]
        if re.search(r"\b(?:of them|of those|of these|of whom|of which|also|both|including)\b", rest):
            continue
        run = _run(text, parts, match.end())
        if not match["a"] and len(run) < 2:
            continue
        if (
            not run
            or any(each.number > whole for each in run)
            or not all(_bare(each.rest) for each in run[0 if match["a"] else 1 :])
        ):
            continue
        total = first + sum(each.number for each in run)
        if total > whole:
            told = statement(text, match.start("n"), run[-1].span.end) or run[-1].span
            yield told, (), f"The parts make {total:,.10g}, more than {match['n']}?"


def _bare(rest: str) -> bool:
    """Whether what follows a number leaves its noun out, so that it counts the noun told before: "five to China", "two had"."""
    return bool(
        re.match(
            rf"(?:{_LINKS}|more|were|was|had|have|has|did|said|are|is|will|would|when|who|others?)\b|an? |[a-z]+ed\b",
            rest,
        )
    )


def _being(text: str, start: int, end: int) -> Wrong:
    """ "The seven victims were five drillers and three cooks"; "the four reasons are cost, noise and dirt"."""
    for match in _BEING.finditer(text, start, end):
        whole = value(match["n"])
        if whole is None or not 2 < whole < 1000:
            continue
        tail = text[match.end() : end].lstrip(" :")
        tail = re.split(
            r"[.;()]| — | who | which | that | when | where |, (?:all|most|many|and all|but|while|the \w+ said|he said|she said|officials)\b| (?:he|she|police|officials) said",
            tail,
        )[0]
        items = [each for each in re.split(r", and |, | and ", tail) if each.strip()]
        if len(items) < 2:
            continue
        numbers = [
            re.match(rf"({NUMBER}|an?|another) (?:[a-z-]+ ){{0,3}}[a-z]+$", each.strip(), re.IGNORECASE)
            for each in items
        ]
        if all(numbers):
            counts = [
                1 if each[1].lower() in ("a", "an", "another") else value(each[1]) for each in numbers if each
            ]
            if any(each is None for each in counts):
                continue
            total = sum(each for each in counts if each is not None)
            if total != whole and not any(" aged" in each or " from" in each for each in items):
                yield _last(text, match.end(), items[-1]), (), f"The parts make {total}, not {match['n']}?"
        elif (
            not any(numbers)
            and whole <= 10
            and len(items) >= 3
            and abs(len(items) - whole) == 1
            and _are_things(items)
        ):
            yield Span(*match.span("n")), (), f"{match['n']}, but {len(items)} follow?"


def _last(text: str, after: int, item: str) -> Span:
    """Where the number that opens the last item stands: a list told first and last is oftener wrong in its last."""
    start = text.index(item.strip(), after)
    return Span(start, start + len(item.split()[0]))


def _are_things(items: Sequence[str]) -> bool:
    """Whether the items are noun phrases of a few words that end in a plural or begin with an article, a name or a participle."""
    return (
        all(
            len(each.split()) <= 5
            and re.fullmatch(
                r"(?:(?:the|an?|its|his|her|their|better|more|less|lower|higher|poor|[a-z-]+ed) )?(?:[a-z-]+ ){0,3}[a-z-]+|[A-Z].*",
                each.strip(),
            )
            for each in items
        )
        and sum(
            bool(re.search(r"[a-z]{3,}s$|^(?:the|an?) |^[A-Z]|(?:tion|ment|ness|ity)$", each.strip()))
            for each in items
        )
        >= len(items) - 1
    )


def _named(text: str, start: int, end: int) -> Wrong:
    """ "three towns in the north: Lom, Vidin, Ruse and Silistra"."""
    for match in _NAMED.finditer(text, start, end):
        whole = value(match["n"])
        items = [each for each in re.split(r",? and |, ", match["list"]) if each]
        if whole is None or len(items) < 3 or abs(len(items) - whole) != 1:
            continue
        if match["joint"].strip() in (",", "-") and match["after"] and text[match.end("list")] not in ".;,)":
            continue
        yield Span(*match.span("n")), (), f"{match['n']}, but {len(items)} follow?"
