"""Sums of money, as the house writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, allowed, matches, numbers, preferred, settle, signed
from editor.checks.style.numerals import INDIAN, times
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Severity, Span

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALE = r"(?:[ -](?:millions?|billions?|trillions?|thousand)\b)"
_TWICE = Expression(
    rf"(?P<sum>(?P<sign>[$€£¥]){_NUMBER}(?:{_SCALE}|bn|m|tn|k)?)(?P<word> (?:US |U\.S\. )?(?P<name>dollars?|euros?|pounds?|yen))(?!\w)"
)
_CURRENCIES = ("$", "€", "£", "¥")
_NAMES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_AFTER = Expression(rf"(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?P<gap>[ \u00a0]?)(?P<sign>[$€£])(?!\d)")
_WORDS = Expression(
    rf"(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?P<of> of)?"
    r"(?P<us> (?:US|U\.S\.|American)(?= dollars))? (?P<unit>dollars|euros|pounds|dollar(?= [a-z]))(?!\w)"
)
_SIGNS = Expression(rf"(?P<lead>US)?(?P<sign>[$€£])(?P<number>{_NUMBER})(?P<scale>{_SCALE}|m\b|bn\b|tn\b)?")
_CODE = Expression(
    rf"(?P<code>USD|EUR|GBP) ?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?!\w)|(?P<number2>{_NUMBER})(?P<scale2>{_SCALE})? ?(?P<code2>USD|EUR|GBP)(?!\w)"
)
# Where other dollars are about, US$ says which.
_FOREIGN = Expression(
    r"(?:Canadian|Australian|Hong Kong|Singapore|New Zealand|Taiwan) dollars|(?<![A-Z])(?:A|C|HK|S|NZ)\$\d"
)
# "from 750 million to 1 billion dollars": one sign can't stand for both.
_RANGE = Expression(rf"{_NUMBER}(?:{_SCALE})? ?(?:to|and|or|-|–) ?$")
_CODES = {"USD": "$", "EUR": "€", "GBP": "£"}
_SHORT = Expression(
    rf"(?P<sum>{_NUMBER})(?P<gap> ?)(?P<short>mln|mlns|mio|mn|bln|blns|mld|mrd|bi|bn|tn|trn|m|mil(?=\. [a-z])|bil(?=\. [a-z]))(?P<stop>\.(?= [a-z]))?(?!\w|\.\w|/|²|-)"
)
_LONG_FORM = Expression(r"\d (?:million|billion|trillion)\b")
_LONG_SUM = Expression(rf"(?<![\d-])[$€£]{_NUMBER}(?P<word>[ -](?P<scale>millions?|billions?|trillions?))\b")
_LONG_NAMED = Expression(
    rf"(?<![\w.,$€£-]){_NUMBER}(?P<word> (?P<scale>million|billion|trillion))(?= (?:Egyptian |Swedish |Norwegian |Danish |Czech |Kuwaiti |Jordanian "
    r"|Iraqi |Algerian |Swiss |CFA |Mexican |Argentine |Colombian |Pakistani |Indian |Nepali |Sri Lankan )?(?:dollars|euros|pounds|yen|yuan|rupees|pesos"
    r"|dinars|dirhams|riyals|rials|koruna|crowns|kronor|kroner|francs|lira|baht|won|rupiah|ringgit|rand|naira|cedis|shillings|birr|taka"
    r"|roubles|rubles|hryvnia|zlotys|forints|lei|leva|reais|tenge|dong|kwacha|lari|shekels)\b)"
)
_SHORT_SUM = Expression(rf"[$€£]{_NUMBER}(?:m|bn|tn)\b")
_LONG = {
    "mln": "million",
    "mlns": "million",
    "mil": "million",
    "bil": "billion",
    "mio": "million",
    "mn": "million",
    "m": "million",
    "bln": "billion",
    "blns": "billion",
    "mld": "billion",
    "mrd": "billion",
    "bi": "billion",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
_SHORTENED = {"million": "m", "billion": "bn", "trillion": "tn"}
_BRITISH = frozenset(_SHORTENED.values())
_WEIGHT = Expression(
    r"\b(?:weigh|heav|lost|lose|gain|drop|shed|pounds of|bench|lift|carry|carrying|lbs?)\w*", re.IGNORECASE
)


@check("money.twice")
def twice(story: Story, rule: Rule) -> Iterator[Hit]:
    """A currency both as a sign and as a word: "$5 million dollars"."""
    for match in matches(story, rule, _TWICE, _CURRENCIES):
        if match["name"].startswith(_NAMES[match["sign"]]):
            yield Hit(Span(match.end("sum"), match.end()), ("",))


@check("money.sign-after")
def sign_after(story: Story, rule: Rule) -> Iterator[Hit]:
    """A currency sign behind the number, as other languages have it: "5 million €"."""
    for match in matches(story, rule, _AFTER, _CURRENCIES):
        if _touched(story, match.start()):
            continue
        sum_ = match["number"] + (match["scale"] or "")
        yield Hit(Span(*match.span()), (_house(story, match["sign"], sum_),))


@check("money.code")
def code(story: Story, rule: Rule) -> Iterator[Hit]:
    """A bank's code for a currency in running text: "USD 5 million"."""
    for match in matches(story, rule, _CODE, tuple(_CODES)):
        if _touched(story, match.start()):
            continue
        name = match["code"] or match["code2"]
        sum_ = (match["number"] or match["number2"]) + (match["scale"] or match["scale2"] or "")
        yield Hit(Span(*match.span()), (_house(story, _CODES[name], sum_),))


_SIGNED = {
    "Rp": "rupiah",
    "Rs": "rupees",
    "Rs.": "rupees",
    "INR": "rupees",
    "₹": "rupees",
    "₦": "naira",
    "₱": "pesos",
    "₩": "won",
    "₪": "shekels",
    "₺": "lira",
    "₴": "hryvnia",
    "₽": "rubles",
    "฿": "baht",
    "₫": "dong",
    "R$": "reais",
    "KSh": "shillings",
    "Ksh": "shillings",
    "Sh": "shillings",
    "Tk": "taka",
    "TL": "lira",
    "RM": "ringgit",
    "Ft": "forints",
    "Kč": "koruna",
    "GH₵": "cedis",
    "₵": "cedis",
    "KRW": "won",
    "JPY": "yen",
    "CNY": "yuan",
    "RMB": "yuan",
    "NGN": "naira",
    "KES": "shillings",
    "UGX": "shillings",
    "TZS": "shillings",
    "IDR": "rupiah",
    "VND": "dong",
    "THB": "baht",
    "PHP": "pesos",
    "MXN": "pesos",
    "ARS": "pesos",
    "TRY": "lira",
    "ZAR": "rand",
    "PKR": "rupees",
    "LKR": "rupees",
    "NPR": "rupees",
    "BDT": "taka",
    "UAH": "hryvnia",
    "RUB": "rubles",
    "PLN": "zlotys",
    "HUF": "forints",
    "BRL": "reais",
    "SAR": "riyals",
    "AED": "dirhams",
    "EGP": "Egyptian pounds",
    "CZK": "crowns",
    "SEK": "kronor",
    "NOK": "kroner",
    "DKK": "kroner",
    "ISK": "kronur",
    "RON": "lei",
    "BGN": "leva",
    "RSD": "dinars",
    "ILS": "shekels",
    "QAR": "riyals",
    "KWD": "dinars",
    "JOD": "dinars",
    "MAD": "dirhams",
    "ETB": "birr",
    "GHS": "cedis",
    "ZMW": "kwacha",
    "COP": "pesos",
    "CLP": "pesos",
    "PEN": "soles",
    "CHF": "francs",
    "GEL": "lari",
    "KZT": "tenge",
    "MYR": "ringgit",
}
# Reuters' English for what other houses call kronor and kroner, as the setting `crowns` says.
_CROWNS = {
    "SEK": "Swedish crowns",
    "NOK": "Norwegian crowns",
    "DKK": "Danish crowns",
    "ISK": "Icelandic crowns",
}
# Signs that several countries share, with what tells whose is meant.
_SHARED = (
    ("¥", "yen", re.compile(r"\byen\b|\bJapan|\bTokyo\b")),
    ("¥", "yuan", re.compile(r"\byuan\b|\bChin(?:a|ese)\b|\bBeijing\b|\bShanghai\b")),
    ("N", "naira", re.compile(r"\bnaira\b|\bNigeria|\bLagos\b|\bAbuja\b")),
    ("P", "pesos", re.compile(r"\bpesos?\b|\bPhilippine|\bManila\b")),
)
_SHARED_SIGN = Expression(rf"(?P<sign>[¥PN])(?P<number>{_NUMBER})(?P<scale>{_SCALE}|m\b|bn\b)?(?![\w-])")
_SIGN = Expression(
    rf"(?P<sign>{'|'.join(map(re.escape, sorted(_SIGNED, key=len, reverse=True)))}) ?(?P<number>{_NUMBER})(?P<scale>{_SCALE}|m\b|bn\b| lakh crore\b| crore\b| lakh\b)?"
)
_SIGNS_KNOWN = tuple(_SIGNED)
_CODES_KNOWN = tuple(each for each in _SIGNED if len(each) == 3 and each.isupper())
_CODE_AFTER = Expression(rf"{_NUMBER}{_SCALE}? (?P<sign>{'|'.join(_CODES_KNOWN)})(?!\w)")


@check("money.sign")
def sign(story: Story, rule: Rule) -> Iterator[Hit]:
    """A currency's sign or code that readers abroad don't know: "Rp65,000", "KRW 2.3 trillion"."""
    for match in matches(story, rule, _SIGN, _SIGNS_KNOWN):
        if _touched(story, match.start()):
            continue
        scale = match["scale"] or ""
        scale = f" {_LONG[scale]}" if scale in _BRITISH else scale
        amount = match["number"] + scale
        if scale[1:] in INDIAN:
            amount = times(match["number"], INDIAN[scale[1:]]) or amount
        yield Hit(Span(*match.span()), (f"{amount} {_currency(story, match['sign'])}",))
    for match in matches(story, rule, _CODE_AFTER, _CODES_KNOWN):
        if _touched(story, match.start()):
            continue
        yield Hit(Span(*match.span("sign")), (_currency(story, match["sign"]),))
    for match in matches(story, rule, _SHARED_SIGN, ("¥", "P", "N")):
        if match["sign"] == "¥" and preferred(story, "yen") == "¥":
            continue
        whose = next(
            (name for sign, name, of in _SHARED if sign == match["sign"] and of.search(story.text)), None
        )
        if whose is None or _touched(story, match.start()) or not _is_sum(match):
            continue
        scale = match["scale"] or ""
        scale = f" {_LONG[scale]}" if scale in _BRITISH else scale
        yield Hit(Span(*match.span()), (f"{match['number']}{scale} {whose}",))


def _currency(story: Story, sign: str) -> str:
    """How the house calls the currency of a sign or code."""
    name = _SIGNED[sign]
    if preferred(story, "crowns") == "crowns":
        name = _CROWNS.get(sign, name)
    return "roubles" if name == "rubles" and story.british else name


def _is_sum(match: re.Match[str]) -> bool:
    """Whether a letter before a figure is a currency's: "P300,000" or "P5 million", not "P2"."""
    return match["sign"] == "¥" or "," in match["number"] or match["scale"] is not None


@check("money.form")
def form(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sum with the word where the house has the sign, or the other way round."""
    uses = []
    foreign = _FOREIGN.search(story.text) is not None
    for match in matches(story, rule, _WORDS, ("dollar", "euros", "pounds")):
        if _touched(story, match.start()):
            continue
        if match["of"] and not match["scale"]:
            continue
        sign = {"dollars": "$", "dollar": "$", "euros": "€", "pounds": "£"}[match["unit"]]
        sum_ = _amount(match["number"], match["scale"])
        right = _house(story, sign, sum_)
        if _RANGE.search(story.text, max(0, match.start() - 24), match.start()):
            continue
        if sign == "£" and (match["scale"] is None and not _is_price(story, match)):
            continue
        if match["us"]:
            if not foreign:
                yield _american(story, match, right)
            continue
        uses.append(Use(Span(*match.span()), () if right == match.group() else (right,)))
    for match in matches(story, rule, _SIGNS, _CURRENCIES):
        if match["lead"] is None and _touched(story, match.start()):
            continue
        if story.text[match.end() : match.end() + 1].isalpha():
            # "£5.5BN": what follows belongs to the sum.
            continue
        if match["lead"] and foreign:
            continue
        right = _house(story, match["sign"], _amount(match["number"], match["scale"]), short=False)
        if match["lead"]:
            yield _american(story, match, right)
            continue
        if (match["scale"] or "") not in _BRITISH:
            uses.append(Use(Span(*match.span()), () if right == match.group() else (right,)))
    for kind in ("$", "€", "£"):
        yield from settle(story, rule, [use for use in uses if kind in _sign(use.span.of(story.text))])


def _american(story: Story, match: re.Match[str], right: str) -> Hit:
    """A sum that says whose dollars it is of; a plain $ may stand for the country's own elsewhere in the story."""
    severity = None if signed(story) else Severity.QUERY
    return Hit(Span(*match.span()), (right,), severity=severity, safe=False)


def _sign(text: str) -> str:
    return text + {"d": "$", "e": "€", "p": "£"}.get(text.split()[-1][0], "")


def _is_price(story: Story, match: re.Match[str]) -> bool:
    """Whether pounds are money here: nothing near speaks of weight."""
    near = story.text[max(0, match.start() - 60) : match.end() + 20]
    return not _WEIGHT.search(near) and not story.text.startswith((" of", "-", "ers"), match.end())


@check("money.short")
def short(story: Story, rule: Rule) -> Iterator[Hit]:
    """Millions and billions in short: "5 mln", and "5m" where the house writes them whole."""
    british = "m" in allowed(story, "millions")
    uses = []
    for match in numbers(story, rule, _SHORT):
        before = story.text[match.start() - 1 : match.start()]
        if before.isalnum() or (before and before in ".,-–/"):
            continue
        written = match["short"]
        if written in _BRITISH:
            if british:
                continue
            # "5 m" may be meters.
            if written == "m" and before not in _CURRENCIES:
                continue
        span = Span(match.start("gap"), match.end())
        fix = f" {_LONG[written]}"
        if written in _BRITISH:
            uses.append(Use(span, (fix,)))
        else:
            yield Hit(span, (fix,))
    if uses:
        uses += [Use(Span(*match.span())) for match in matches(story, rule, _LONG_FORM)]
        yield from settle(story, rule, uses)


@check("money.long")
def long(story: Story, rule: Rule) -> Iterator[Hit]:
    """Millions of a currency in words where the house has them short: "£24 million"."""
    if preferred(story, "millions") != "m":
        return
    uses = [Use(Span(*match.span())) for match in matches(story, rule, _SHORT_SUM, _CURRENCIES)]
    for match in matches(story, rule, _LONG_SUM, _CURRENCIES):
        uses.append(Use(Span(*match.span("word")), (_SHORTENED[match["scale"].removesuffix("s")],)))
    for match in matches(story, rule, _LONG_NAMED, (" million ", " billion ", " trillion ")):
        uses.append(Use(Span(*match.span("word")), (_SHORTENED[match["scale"]],)))
    yield from settle(story, rule, uses)


def _house(story: Story, sign: str, amount: str, *, short: bool = True) -> str:
    """The sum as the house writes it: "$5 million", "5 million euros", "£5m" where it has that and `short` asks for it."""
    amount = amount.replace("-", " ")
    if sign == "€" and preferred(story, "euros") == "euros":
        return f"{amount} euros"
    if sign == "£" and preferred(story, "pounds") == "pounds":
        return f"{amount} pounds"
    number, _, scale = amount.partition(" ")
    if short and preferred(story, "millions") == "m" and scale in _SHORTENED:
        return f"{sign}{number}{_SHORTENED[scale]}"
    return f"{sign}{amount}"


def _amount(number: str, scale: str | None) -> str:
    """The number as news writes it: thousands in figures, "340,000", millions and more in words."""
    if scale and scale[1:] == "thousand":
        return times(number, 1000) or number + scale
    return number + (scale or "").removesuffix("s")


def _touched(story: Story, start: int) -> bool:
    return bool(start) and (story.text[start - 1].isalnum() or story.text[start - 1] in ".,-–/$€£")
