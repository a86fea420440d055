"""Numbers in words or in figures, as the house has them, and figures as other languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from editor.checks.registry import Hit, check
from editor.checks.style.calendar import MONTH
from editor.checks.style.house import Use, allowed, matches, numbers, preferred, settle, signed
from editor.checks.style.numerals import INDIAN, ORDINALS, in_words, times, value
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.expression import Expression
from editor.text.model import Token
from editor.text.tagset import DEMONYMS
from editor.text.words import words
from editor.values import Severity, Span

# After these a number is a measure, a score or a vote, which takes figures in every house.
_MEASURES = words(
    """mile miles foot feet inch inches yard yards meter meters metre metres kilometer kilometers kilometre kilometres centimeter centimeters
    centimetre centimetres millimeter millimeters millimetre millimetres acre acres hectare hectares pound pounds ounce ounces ton tons
    tonne tonnes kilogram kilograms kilo kilos gram grams gallon gallons liter liters litre litres barrel barrels degree degrees
    volt volts watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts knot knots cup cups tablespoon tablespoons
    teaspoon teaspoons percent point points basis cent cents dollar dollars euro euros pence yen rupee rupees seconds second
    runs run wickets wicket votes vote rebounds assists strokes holes yarders carries receptions overs laps furlongs lengths
    th am pm a.m. p.m. gmt bn m million billion trillion bits bytes megabytes gigabytes terabytes cc hp mph kph km kg cm mm mg"""
)
_LINKS = words("to or and of by x v vs than -")
_TIMES = words("minutes hours days weeks months years decades centuries")
_BEFORE = words(
    "no number page chapter room type level phase stage group article section version act day week gate pier grade channel step figure part category class route highway line platform unit aged age under over top"
)
_ADJECTIVES = frozenset(
    ["more", "other", "additional", "new", "major", "different", "key", "main", "small", "large", "big"]
)


@check("numbers.small")
def small(story: Story, rule: Rule) -> Iterator[Hit]:
    """A figure below 10 before what it counts, where the house has words."""
    uses = []
    for tokens, at in _counting(story):
        token = tokens[at]
        number = value(token.text)
        if number is not None and 1 < number < 10:
            uses.append(Use(Span(token.start, token.end)))
        elif token.text in _BELOW_TEN and (_is_plain(tokens, at) or _is_lapse(tokens, at)):
            if at > 1 and tokens[at - 1].lower == "in" and tokens[at - 2].text.isdigit():
                # "About 1 in 3 children": a ratio.
                continue
            fix = in_words(int(token.text)) or ""
            uses.append(Use(Span(token.start, token.end), (fix if at else fix.capitalize(),)))
    for match in numbers(story, rule, _PART):
        before = story.text[max(0, match.start() - 12) : match.start()]
        if _LED.search(before):
            uses.append(Use(Span(match.start(), match.start() + 1), (in_words(int(match.group()[0])) or "",)))
    yield from settle(story, rule, uses, most=True)


_BELOW_TEN = frozenset("123456789")
# "only 6 of the 27 states", ", 4 were hurt": figures that count what the words beside them name.
_PART = Expression(
    r"[2-9](?= (?:of (?:the|its|his|her|their|them|those|these) |(?:were|was|are|is|have|had) [a-z]))"
)
_LED = re.compile(r"(?:\b(?:[Oo]nly|and|but|least|of whom|of them)|[a-z],) $")


def _is_lapse(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number counts time behind a name or "over": "again in Tokyo 5 years later", "over 5 years"."""
    after = [each.lower for each in tokens[at + 1 : at + 3]]
    if not at or not tokens[at].space or after[:1] == [] or after[0] not in _TIMES:
        return False
    before = tokens[at - 1]
    return before.lower == "over" or (
        before.text.isalpha() and after[-1] in ("later", "ago", "earlier", "before")
    )


@check("numbers.large")
def large(story: Story, rule: Rule) -> Iterator[Hit]:
    """A number from 10 to 99 in words before what it counts, in mid-sentence."""
    uses = []
    for tokens, at in _counting(story):
        token = tokens[at]
        number = value(token.text)
        loose = at > 0 and tokens[at - 1].lower in ("over", "under")
        if (
            number is not None
            and number >= 10
            and at
            and (loose or _is_plain(tokens, at))
            and not _begins(tokens, at)
        ):
            uses.append(Use(Span(token.start, token.end), (str(number),)))
        elif token.text.isdigit() and len(token.text) == 2:
            uses.append(Use(Span(token.start, token.end)))
    yield from settle(story, rule, uses, most=True)


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence begins at the token, perhaps behind a quotation mark or "About"."""
    return all(not each.text[0].isalnum() for each in tokens[:at]) or tokens[at - 1].text in ("—", "–", ":")


_COUNTS: WeakKeyDictionary[Story, tuple[tuple[Sequence[Token], int], ...]] = WeakKeyDictionary()
_NUMERAL = Expression(
    r"(?<![\w.,$£€])(?:\d{1,2}(?= [a-z])|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)",
    re.IGNORECASE,
)


def _counting(story: Story) -> tuple[tuple[Sequence[Token], int], ...]:
    """Every number that stands before the plural noun it counts, or "1" before a noun."""
    if story not in _COUNTS:
        _COUNTS[story] = tuple(_counted_in(story))
    return _COUNTS[story]


def _counted_in(story: Story) -> Iterator[tuple[Sequence[Token], int]]:
    for line in story.body:
        if not _NUMERAL.search(story.text, *line.span):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens[:-1]):
            if not (token.text.isdigit() and len(token.text) < 3) and value(token.text) is None:
                continue
            noun = tokens[at + 1]
            if (noun.tag == "JJ" or noun.lower in _ADJECTIVES or noun.text in DEMONYMS) and at + 2 < len(
                tokens
            ):
                noun = tokens[at + 2]
            if noun.text != noun.lower or noun.tag != ("NN" if token.text == "1" else "NNS"):
                continue
            if not tokens[at + 1].space or (
                noun.lower in _MEASURES and (token.text.isdigit() or (value(token.text) or 0) < 10)
            ):
                continue
            if (
                at + 2 < len(tokens)
                and noun is tokens[at + 1]
                and tokens[at + 2].lower in ("old", "younger", "older")
            ):
                continue
            if (
                noun.lower in _TIMES | _MEASURES
                and [each.text for each in tokens[at + 2 : at + 3]] == [","]
                and _is_figure(tokens[at + 3 : at + 4])
            ):
                # "2 hours, 9 minutes": a time that was taken.
                continue
            if story.quoted(Span(token.start, token.end)) or story.protected(Span(token.start, token.end)):
                continue
            yield tokens, at


def _is_figure(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].text.isdigit()


def _is_plain(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number only counts: no range, score, list or name before it."""
    if not at:
        return True
    before = tokens[at - 1]
    if not tokens[at].space or before.lower.rstrip(".") in _BEFORE or before.text[0] in "$£€#-–/.:,;":
        return before.text in (",", ";", ":", "—", "–") and tokens[at].space and not before.text[0].isdigit()
    if (
        before.lower in _LINKS
        and at > 1
        and (tokens[at - 2].text[0].isdigit() or value(tokens[at - 2].text) is not None)
    ):
        return False
    if before.text[0].isdigit():
        return False
    if before.text[0].isupper() and at > 1 and before.lower not in ("the", "in", "of", "his", "her"):
        return False
    # "between 5 and 10 people"
    return before.lower not in ("between", "from") or not any(
        each.text[0].isdigit() for each in tokens[at + 1 : at + 4]
    )


_AGE = Expression(
    r"(?P<number>\d{1,2}|[A-Za-z]+(?:-[a-z]+)?)(?P<rest>-(?:year|month|week|day)s?-old)(?!\w)"
    r"|(?P<digits>\d|[a-z]+)(?P<after> (?:years|months|weeks|days) old)(?!\w)"
)


@check("numbers.age")
def age(story: Story, rule: Rule) -> Iterator[Hit]:
    """An age in words where the house has figures, or a figure below 10 where it has words."""
    wanted = allowed(story, "ages")
    if len(wanted) != 1:
        return
    starts = {line.span.start for line in story.lines}
    uses = []
    for match in matches(story, rule, _AGE, ("-old", " old")):
        group = "number" if match["number"] else "digits"
        written = match[group]
        span = Span(*match.span(group))
        if span.start and (story.text[span.start - 1].isalnum() or story.text[span.start - 1] in "-–"):
            continue
        number = int(written) if written.isdigit() else value(written)
        if number is None or number == 0:
            continue
        if written.isdigit():
            fix = in_words(number) if wanted == ("words",) and number < 10 else None
            uses.append(Use(span, (fix,) if fix else ()))
        elif wanted == ("figures",):
            uses.append(Use(span, () if span.start in starts else (str(number),)))
        else:
            uses.append(Use(span, () if number < 10 or span.start in starts else (str(number),)))
    yield from settle(story, rule, [use for use in uses if use.fixes or _tells(story, use)])


def _tells(story: Story, use: Use) -> bool:
    """Whether a right age says anything of the story's style: below 10, in the house's way."""
    written = use.span.of(story.text)
    return len(written) == 1 or not written.isdigit()


_FIRST = Expression(r"(?P<number>\d[\d,]*)(?P<end> )(?=[a-z])")


@check("numbers.first")
def first(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence of the body that begins with a figure, years left out."""
    for line in story.body:
        match = _FIRST.match(story.text, line.span.start, line.span.end)
        if match is None or story.text[line.span.end - 1] not in '.!?"”':
            continue
        number = int(match["number"].replace(",", "") or 0)
        if 1500 < number < 2100 and "," not in match["number"]:
            continue
        span = Span(*match.span("number"))
        if story.quoted(span) or len(line.words) < 5:
            continue
        text = in_words(number)
        fixes = (text.capitalize(),) if text else ()
        yield Hit(span, fixes, severity=Severity.WARNING if fixes and signed(story) else Severity.QUERY)


_ORDINAL = Expression(r"(?P<number>[1-9])(?:st|nd|rd|th)(?= [a-z]{3})(?! (?:and|to|or|of|place-)\b)")


@check("numbers.ordinal")
def ordinal(story: Story, rule: Rule) -> Iterator[Hit]:
    """An ordinal below 10th in figures before what it ranks."""
    for match in numbers(story, rule, _ORDINAL):
        start = match.start()
        if start and (story.text[start - 1].isalnum() or story.text[start - 1] in "-–/.,"):
            continue
        before = story.text[max(0, start - 12) : start]
        if re.search(rf"(?:{MONTH}|[A-Z]\w+|\d\w*|and|to|or) $", before) and not re.search(
            r"(?:^|[.] )(?:The|In|His|Her|Its) $", before
        ):
            continue
        yield Hit(Span(*match.span()), (ORDINALS[int(match["number"]) - 1],))


_SCALE = r"(?: ?%| ?(?:percent|per cent)\b| (?:million|billion|trillion|degrees|points?|magnitude|times|kilomet\w+|met(?:er|re)s|miles|percentage points?|tons|tonnes|kg|km|lit(?:er|re)s|hectares|euros)\b)"
_DECIMAL_COMMA = Expression(rf"(?P<whole>\d{{1,3}}),(?P<part>\d{{1,2}})(?={_SCALE})")
# "$84,60": of a sum two figures after the comma are cents.
_CENTS_COMMA = Expression(r"(?<=[$€£])(?P<whole>\d{1,3}),(?P<part>\d{2})(?![\d,]|[.]\d)")
_MAGNITUDE = Expression(r"(?<=magnitude )(?P<whole>\d),(?P<part>\d)(?!\d)")


@check("numbers.decimal-comma")
def decimal_comma(story: Story, rule: Rule) -> Iterator[Hit]:
    """A comma where English has the decimal point: "3,5 percent"."""
    for match in matches(story, rule, _CENTS_COMMA, ("$", "€", "£")):
        yield Hit(Span(*match.span()), (f"{match['whole']}.{match['part']}",))
    for pattern in (_DECIMAL_COMMA, _MAGNITUDE):
        for match in numbers(story, rule, pattern):
            start = match.start()
            if start and (story.text[start - 1].isdigit() or story.text[start - 1] in ",."):
                continue
            # "in 2019, 2020, 5,10 and 15 percent" is a list.
            if re.search(r"\d,? ?$", story.text[max(0, start - 3) : start]):
                continue
            yield Hit(Span(*match.span()), (f"{match['whole']}.{match['part']}",))


_THOUSANDS = Expression(
    r"(?P<number>[1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.\d{3}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+|[1-9]\d{4,6})(?P<after> (?:CFA francs|[a-z]+))?(?![\d.,:/-]\d|\w|%)"
)
_COUNTED = words(
    """people men women children soldiers troops protesters demonstrators workers employees residents homes houses buildings families
    students pupils teachers refugees migrants victims patients cases deaths troops police officers voters votes ballots fans spectators visitors
    tourists passengers inhabitants jobs farmers civilians fighters supporters prisoners signatures copies cars vehicles tons tonnes trees
    hectares acres dollars euros pounds rupees pesos rubles yen square kilometers kilometres villagers followers members users customers
    lira forint baht krona kroner koruna zlotys rand rands taka naira shillings rupiah dong won riyals dinars dirhams reais kwacha
    subscribers readers tickets seats doses tests beds schools firefighters volunteers animals birds sheep cattle books letters complaints
    companies firms businesses accounts products units barrels years participants delegates runners evacuees survivors others new"""
)
_INDIAN_GROUPS = Expression(r"(?<![\d.,])(?P<number>\d{1,2}(?:,\d{2})+,\d{3})(?![\d,]\d|\d)")
_WEIGHED = words(
    "tons tonnes hectares acres dollars euros pounds rupees pesos rubles yen square kilometers kilometres barrels"
)
_LEADS = words(
    "about around nearly almost some over than least to of and the up from only killed displaced an by with for where because"
    " on into between among these those its their another other employs employed employing has have had hired lost cut carried injured wounded evacuated rescued sold bought built produced"
    " harvested shipped planted counted registered attracted drew saw fell rose recorded received treated tested trained shut created"
)


@check("numbers.thousands")
def thousands(story: Story, rule: Rule) -> Iterator[Hit]:
    """Thousands set off by a point or a space, or not at all: "10.000 people", "10 000 people", "15000 people"."""
    for match in numbers(story, rule, _THOUSANDS):
        number = match["number"]
        start = match.start()
        if start and (story.text[start - 1].isalnum() or story.text[start - 1] in ".,:-–/#"):
            continue
        money = story.text[start - 1 : start] in ("$", "€", "£")
        after = (match["after"] or "").strip()
        counted = after in _COUNTED or after == "CFA francs" or (number.endswith(".000") and not after)
        many = number.count(".") > 1
        spaced = re.search(r"[ \u00a0\u202f]", number)
        pointed = "." in number and number.endswith("00")
        plural = bool(spaced) and "NNS" in lexicon.tags(after)
        if not counted and not plural and not many and not (money and (spaced or pointed)):
            continue
        # "3.125 tons" may be a fine measure, "3.500 tons" hardly.
        if "." in number and after in _WEIGHED and not number.endswith("00"):
            continue
        if spaced:
            before = re.search(r"([\w.]+) $", story.text[max(0, start - 14) : start])
            if before is not None and before.group(1).lower() not in _LEADS:
                continue
        digits = re.sub(r"\D", "", number)
        yield Hit(Span(match.start("number"), match.end("number")), (f"{int(digits):,}",))
    for match in matches(story, rule, _INDIAN_GROUPS):
        yield Hit(Span(*match.span()), (f"{int(match['number'].replace(',', '')):,}",))


_THOUSAND = Expression(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})?) thousands?(?: of)?(?= [A-Za-z])(?! (?:and|or|to|in|at|by|for|from|on|dollars|euros|pounds)\b)"
)


@check("numbers.thousand-word")
def thousand_word(story: Story, rule: Rule) -> Iterator[Hit]:
    """A figure with the word: "40 thousand households"."""
    for match in numbers(story, rule, _THOUSAND):
        before = story.text[match.start() - 1 : match.start()]
        fix = times(match["number"], 1000)
        if fix and not before.isalnum() and before not in tuple(".,-–/$€£"):
            yield Hit(Span(*match.span()), (fix,))
    for match in matches(story, rule, _THOUSAND_IN_WORDS, (" thousand ",)):
        number = value(match["word"])
        if number is not None and not _SAID_OR.search(story.text, match.start() - 8, match.start()):
            severity = None if signed(story) else Severity.QUERY
            yield Hit(Span(*match.span()), (f"{number * 1000:,}",), severity=severity)


_THOUSAND_IN_WORDS = Expression(
    r"(?<=[a-z,] )(?P<word>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)(?:-[a-z]+)?) thousand(?= (?:[a-z]+s|people|men|women|children|police)\b)"
    r"(?! (?:dollars|euros|pounds|leagues|times|cuts|ways|words)\b)"
)
# "one or two thousand people": no figure is meant.
_SAID_OR = re.compile(r"\b(?:or|to) $")


_INDIAN = Expression(r"(?P<number>\d+(?:,\d+)*(?:\.\d+)?) (?P<unit>lakh crore|lakh|crore)s?(?: of)?(?!\w)")


@check("numbers.indian")
def indian(story: Story, rule: Rule) -> Iterator[Hit]:
    """A number counted in lakh or crore: "5 lakh rupees" is 500,000."""
    for match in numbers(story, rule, _INDIAN):
        before = story.text[match.start() - 1 : match.start()]
        fix = times(match["number"], INDIAN[match["unit"]])
        if fix and not before.isalnum() and before not in tuple(".,-–/"):
            yield Hit(Span(*match.span()), (fix,))


_PERCENT_WORD = Expression(r"(?P<number>[A-Za-z]+(?:-[a-z]+)?)(?P<unit> per ?cent)(?!\w)")
_PERCENT_FIGURE = Expression(r"\d(?:%| per ?cent(?!\w))")


@check("numbers.percent")
def percent(story: Story, rule: Rule) -> Iterator[Hit]:
    """A percentage in words in mid-sentence: "five percent"."""
    starts = {line.span.start for line in story.lines}
    uses = []
    for match in matches(story, rule, _PERCENT_WORD, (" percent", " per cent")):
        number = value(match["number"])
        if number in (None, 1) or match.start() in starts:
            continue
        before = story.text[max(0, match.start() - 12) : match.start()]
        if re.search(r"(?:hundred|thousand|and|point|-)[ -]?$", before):
            continue
        sign = "%" if preferred(story, "percent") == "%" else match["unit"]
        uses.append(Use(Span(*match.span()), (f"{number}{sign}",)))
    if uses:
        uses += [Use(Span(*match.span())) for match in matches(story, rule, _PERCENT_FIGURE)]
        yield from settle(story, rule, uses, most=True)


_SPACED = Expression(r"(?<=\d)[ \u00a0\u202f]%")


@check("numbers.percent-space")
def percent_space(story: Story, rule: Rule) -> Iterator[Hit]:
    """A space between a number and its percent sign."""
    for match in matches(story, rule, _SPACED, (" %", "\u00a0%", "\u202f%")):
        yield Hit(Span(*match.span()), ("%",))
