"""Words in the order of another language: verbs before subjects and behind them, objects cut off from their verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.phrases import NOUNS, Phrase, phrase_at
from editor.text.words import words
from editor.values import Severity, Span

_BE = words("is are was were")
_AUX = words(
    "is are was were has have had will would can could should may might must is n't isn't aren't wasn't weren't"
)
_BETWEEN = words(
    "yet again now even still exactly precisely clearly fully better just yesterday today later already really well"
)
_QUESTIONS = words("question issue problem mystery puzzle riddle point challenge")
_DO = {"do": "VBP", "does": "VBZ", "did": "VBD"}
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ASKING = words("""ask asks asked asking wonder wonders wondered wondering know knows knew known explain explains
    explained say says said tell tells told see decide decides decided determine clear unclear understand understands
    understood learn learns learned learnt discover discovered reveal reveals revealed remember remembered investigate
    investigating investigated investigates check checking checked describe describes described specify specified
    disclose disclosed uncertain unknown establish established explaining question sure unsure idea forget forgot
    predict guess imagine realize realise agree agreed agrees debate debated debating discuss discussed discussing argue argued
    doubt doubted verify verified confirm confirmed calculate calculated estimate foresee recall recalled show shows showed
    shown demonstrate demonstrated indicate indicates detail detailed mystery question consider considered considering
    clarify clarified hear heard notice noticed outline outlined unsaid obvious matter examine examined examining examines asking study studying""")
_TOLD = words(
    "reporters him her them us me people journalists lawmakers police parliament investigators voters"
)
_WH = words("what where when why how who whom which whose")
_STOPS = frozenset([",", ":", ";", "(", ")", "``", "''", '"', "“", "”", "—", "–", "--", "...", "…"])
_QUOTES = frozenset(['"', "“", "”", "``", "''"])


def _text(story: Story, tokens: Sequence[Token], start: int, end: int) -> str:
    return story.text[tokens[start].start : tokens[end - 1].end]


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    return Span(tokens[start].start, tokens[end - 1].end)


def _noun_phrase(tokens: Sequence[Token], at: int, first: int = 0) -> Phrase | None:
    """The phrase at a token, if a determiner, a name, a number, a plural or a pronoun shows that it is one."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.lower in ("that", "there", "such") or token.tag in ("WDT", "WP", "EX"):
        return None
    if token.tag == "DT" and at + 1 < len(tokens) and tokens[at + 1].lower == "mine":
        return Phrase(at, at + 2, at + 1, 1, True)
    if token.tag == "PRP":
        return phrase_at(tokens, at, first) if token.lower in words("he she it they we i you") else None
    if (
        token.lower in ("this", "these", "those")
        and at + 1 < len(tokens)
        and tokens[at + 1].tag.startswith("V")
    ):
        return Phrase(at, at + 1, at, 1, True)
    phrase = phrase_at(tokens, at, first)
    if phrase is None or phrase.head < 0 or tokens[phrase.head].tag not in NOUNS:
        return None
    if token.tag in ("DT", "PRP$", "NNP", "NNPS", "CD") or tokens[phrase.head].tag in ("NNS", "NNPS"):
        return phrase
    return None


def _with_of(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where a phrase ends that "of" and another phrase, or a possessive's noun, go on."""
    end = phrase.end
    while end + 1 < len(tokens) and tokens[end].lower == "of":
        inner = phrase_at(tokens, end + 1, 0)
        if inner is None:
            break
        end = inner.end
    return end


# Negative and limiting openings ------------------------------------------------------------------------------

_LIMITS = (
    ("not", "only"),
    ("never", "before"),
    ("never",),
    ("rarely",),
    ("seldom",),
    ("hardly",),
    ("scarcely",),
    ("no", "sooner"),
    ("nowhere",),
    ("nowhere", "else"),
    ("only", "then"),
    ("only", "later"),
    ("only", "now"),
    ("only", "recently"),
    ("only", "rarely"),
    ("at", "no", "time"),
    ("at", "no", "point"),
    ("in", "no", "way"),
    ("by", "no", "means"),
    ("under", "no", "circumstances"),
    ("on", "no", "account"),
    ("on", "no", "occasion"),
    ("in", "no", "case"),
    ("not", "once"),
    ("rarely", "before"),
)
_LIMITING = words("only not")
_LIMITED = words("after before in on with by during when at since through under until")


@check("order.opening")
def opening(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence that opens with "not only", "never before", "only after" and does not turn subject and verb round."""
    for line in story.body:
        first = line.words[0].lower if line.words else ""
        if first not in words("not never rarely seldom hardly scarcely no nowhere only at in by under on so"):
            continue
        if line.words[-1].text == "?":
            continue
        tokens = line.tagged
        start = _after_limit(tokens)
        if start is not None:
            yield from _uninverted(story, tokens, start)


def _after_limit(tokens: Sequence[Token]) -> int | None:
    """Where the main clause begins after a limiting opening, or None."""
    found = [len(each) for each in _LIMITS if tuple(token.lower for token in tokens[: len(each)]) == each]
    if found:
        return max(found)
    first = tokens[0].lower
    if first in _LIMITING and len(tokens) > 5 and tokens[1].lower in _LIMITED - {"when"}:
        if first == "not" and tokens[1].lower != "until":
            return None
        phrase = phrase_at(tokens, 2, 0)
        if phrase is None:
            return None
        end = _with_of(tokens, phrase)
        while end < len(tokens) and tokens[end].lower in ("in", "at", "on", "with"):
            inner = phrase_at(tokens, end + 1, 0)
            if inner is None:
                return None
            end = inner.end
        return end
    if first == "so" and len(tokens) > 5 and tokens[1].tag in ("JJ", "RB"):
        rest = [token.lower for token in tokens[2:14]]
        if "that" in rest and "," not in rest[: rest.index("that")]:
            return 2 if tokens[1].lower not in words("far long much many that even too then now") else None
    return None


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a finite verb, or could be and has an object like one."""
    token = tokens[at]
    if token.tag in _FINITE:
        return True
    return (
        token.tag == "VBN"
        and "VBD" in token.tags
        and (tokens[at + 1].tag in ("DT", "PRP$", "CD", "NNP", "NNS") or tokens[at + 1].lower == "that")
    )


def _uninverted(story: Story, tokens: Sequence[Token], start: int) -> Iterator[Hit]:
    phrase = _noun_phrase(tokens, start)
    if phrase is None:
        return
    end = _with_of(tokens, phrase)
    if end + 1 >= len(tokens) or not _finite(tokens, end):
        return
    verb, after = tokens[end], tokens[end + 1]
    # "Hardly a house was left": the adverb belongs to the noun.
    if tokens[0].lower in ("hardly", "scarcely", "nowhere") and tokens[start].lower in (
        "a",
        "any",
        "one",
    ):
        return
    subject = _text(story, tokens, start, end)
    if verb.lower in _AUX:
        # "Never before the war had the army": the verb has its subject already.
        if after.tag in ("PRP", "EX", "DT", "PRP$", "NNP"):
            return
        yield Hit(_span(tokens, start, end + 1), (f"{verb.text} {subject}",))
        return
    if verb.tag == "MD" or verb.lower in ("did", "do", "does"):
        return
    base = lexicon.lemmas(verb.lower, verb.tag)
    helper = {"VBZ": "does", "VBP": "do"}.get(verb.tag, "did")
    if base:
        yield Hit(_span(tokens, start, end + 1), (f"{helper} {subject} {base[0]}",))


# Reported questions ------------------------------------------------------------------------------------------


@check("order.question")
def question(story: Story, rule: Rule) -> Iterator[Hit]:
    """A reported question in the order of a direct one: "asked what was the reason", "know where were their sons"."""
    for line in story.body:
        if line.words[-1].text == "?" or not any(token.lower in _WH for token in line.words):
            continue
        tokens = line.tagged
        for at in range(1, len(tokens) - 2):
            if tokens[at].lower in _WH and _reported(tokens, at):
                yield from _turned(story, tokens, at)


def _reported(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question word at `at` follows a verb of asking or knowing, with at most a hearer between."""
    before = at - 1
    while before > 1 and tokens[before].lower in _BETWEEN:
        before -= 1
    if before > 1 and tokens[before].lower in _BE and tokens[before - 1].lower in _QUESTIONS:
        # "The question is how long ...": a colon or capital would make it a direct one.
        return True
    if tokens[before].lower in ("of", "about", "on", "over", "as", "to", "exactly", "just"):
        before -= 1
        if before >= 0 and tokens[before].lower in ("to", "as"):
            before -= 1
    if before < 0:
        return False
    if tokens[before].lower in _ASKING:
        return True
    if tokens[before].lower in ("or", "and"):
        return any(token.lower in _ASKING for token in tokens[max(0, before - 12) : before]) and any(
            token.lower in _WH for token in tokens[max(0, before - 12) : before]
        )
    if (
        tokens[before].lower in _TOLD
        or tokens[before].tag in ("NNP", "NNPS", "NNS", "NN")
        or (tokens[before].tag == "JJ" and before > 1 and tokens[before - 1].tag == "DT")
    ):
        start = before
        while start > 0 and tokens[start - 1].tag in ("NNP", "DT", "PRP$", "NN", "JJ"):
            start -= 1
        if tokens[before].tag in ("NN", "JJ") and not any(
            each.tag in ("DT", "PRP$", "NNP") for each in tokens[start:before]
        ):
            return False
        return start > 0 and tokens[start - 1].lower in words("ask asks asked tell tells told asking telling")
    return False


def _turned(story: Story, tokens: Sequence[Token], at: int) -> Iterator[Hit]:
    word = tokens[at].lower
    verb = at + 1
    if tokens[verb].lower in ("else", "exactly", "precisely"):
        verb += 1
    if word == "how":
        if tokens[verb].tag in ("JJ", "RB") or tokens[verb].lower in ("many", "much", "long", "far", "often"):
            verb += 1
            if tokens[verb - 1].lower in ("many", "much"):
                verb = _past_nouns(tokens, verb)
    elif word in ("which", "what", "whose"):
        verb = _past_nouns(tokens, verb)
    if verb + 2 >= len(tokens):
        return
    aux = tokens[verb]
    if any(
        token.text in _STOPS or token.lower in ("if", "when", "as")
        for token in tokens[at : verb + 1]
        if token is not tokens[at]
    ):
        return
    if aux.tag == "MD" and tokens[verb + 1].lower == "be" and word in ("what", "who", "how", "which"):
        yield from _turned_future(story, tokens, verb)
        return
    phrase = _noun_phrase(tokens, verb + 1)
    if phrase is None:
        return
    end = _with_of(tokens, phrase)
    if aux.tag == "MD" and end == phrase.end:
        end = _before_verb(tokens, phrase)
    if end >= len(tokens):
        return
    after = tokens[end]
    subject = _text(story, tokens, verb + 1, end)
    if aux.lower in _DO:
        yield from _unasked(story, tokens, verb, phrase.end, end)
        return
    if aux.lower not in _AUX:
        return
    bare = word in ("where", "when", "why", "how", "whose")
    whole = _span(tokens, verb, end)
    had = aux.lower in ("has", "have", "had") and after.tag == "VBD" and "VBN" in after.tags
    if (had or after.tag in ("VBG", "VBN", "VB", "RB", "JJ", "VBP") or end < phrase.end) and (
        bare or verb > at + 1 or aux.tag == "MD"
    ):
        if after.tag in ("VB", "VBP") and aux.tag != "MD":
            return
        yield Hit(whole, (f"{subject} {aux.text}",))
    elif aux.lower in _BE and (after.tag in (".", ",", ":", "CC", "IN", "TO") or after.lower == "or"):
        if phrase.end - phrase.start == 1 and tokens[verb + 1].tag == "PRP":
            yield Hit(whole, (f"{subject} {aux.text}",))
        elif bare:
            if word in ("where", "when", "why") or verb > at + 1:
                yield Hit(whole, (f"{subject} {aux.text}",))
        elif (
            word in ("what", "who")
            and tokens[verb + 1].tag in ("DT", "PRP$")
            and not _superlative(tokens, verb + 1, end)
        ):
            yield Hit(whole, (f"{subject} {aux.text}",), severity=Severity.QUERY)


def _turned_future(story: Story, tokens: Sequence[Token], verb: int) -> Iterator[Hit]:
    """ "What will be the price": "what the price will be"."""
    phrase = _noun_phrase(tokens, verb + 2)
    if phrase is None or tokens[verb + 2].tag not in ("DT", "PRP$"):
        return
    end = _with_of(tokens, phrase)
    if (
        end < len(tokens)
        and tokens[end].tag in (".", ",", "CC", "IN")
        and not _superlative(tokens, verb + 2, end)
    ):
        yield Hit(
            _span(tokens, verb, end),
            (f"{_text(story, tokens, verb + 2, end)} {_text(story, tokens, verb, verb + 2)}",),
            severity=Severity.QUERY,
        )


def _before_verb(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where the subject ends after an auxiliary, a verb that was taken for one of its nouns left out."""
    if phrase.end < len(tokens) and tokens[phrase.end].tag in ("VB", "VBP"):
        return phrase.end
    for at in range(phrase.start + 2, phrase.end):
        if "VB" in tokens[at].tags and tokens[at - 1].tag in NOUNS:
            return at
    return phrase.end


def _past_nouns(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].tag in ("NN", "NNS", "JJ") and tokens[at].lower not in _AUX:
        at += 1
    return at


def _superlative(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(
        token.tag in ("JJS", "RBS")
        or token.lower in words("matter point use first last next only right wrong same a an")
        for token in tokens[start:end]
    )


def _unasked(story: Story, tokens: Sequence[Token], aux: int, close: int, end: int) -> Iterator[Hit]:
    """ "Why did the pilot turn back" as a statement: "the pilot turned". `close` is where the subject's phrase ends, `end` the verb."""
    if not _is_base(tokens[end]) and close == end and end - aux > 2 and "VB" in tokens[end - 1].tags:
        # "The pilot turn" was taken for one phrase.
        end -= 1
    base = tokens[end]
    if not _is_base(base):
        return
    tag = _DO[tokens[aux].lower]
    form = base.lower if tag == "VBP" else lexicon.inflect(base.lower, tag)
    if form is not None:
        yield Hit(_span(tokens, aux, end + 1), (f"{_text(story, tokens, aux + 1, end)} {form}",))


def _is_base(token: Token) -> bool:
    if token.lower in ("open", "close", "end", "last"):
        return True
    return "VB" in token.tags and token.tag not in ("RB", "RP", "IN", "JJ") and token.lower not in _DO


@check("order.free-question")
def free_question(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence that opens with a question in the order of one, is none, and goes on: "What do they fear most is ..."."""
    for line in story.body:
        if line.words[0].lower not in ("what", "how", "where", "why", "when") or line.words[-1].text != ".":
            continue
        if any(token.text in _QUOTES or token.text in ("?", "!") for token in line.words):
            continue
        tokens = line.tagged
        at = next((n for n in range(1, min(6, len(tokens))) if tokens[n].lower in _DO), None)
        if at is None or any(token.tag in _FINITE for token in tokens[1:at]):
            continue
        phrase = _noun_phrase(tokens, at + 1)
        if phrase is None:
            continue
        end = _with_of(tokens, phrase)
        if end + 1 >= len(tokens) or not any(token.tag in _FINITE for token in tokens[end + 1 :]):
            continue
        yield from _unasked(story, tokens, at, phrase.end, end)


# Objects cut off from their verbs ----------------------------------------------------------------------------

_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words("january february march april may june july august september october november december")
_MANNER = (
    ("in", "detail"),
    ("in", "full"),
    ("in", "public"),
    ("in", "secret"),
    ("in", "vain"),
    ("for", "free"),
    ("in", "person"),
    ("by", "force"),
    ("by", "mistake"),
    ("in", "advance"),
    ("with", "care"),
    ("at", "once"),
    ("very", "much"),
    ("very", "well"),
    ("a", "lot"),
)
_TIMES = words(
    "week month year night summer winter spring autumn fall weekend morning afternoon evening season"
)


def _interloper(tokens: Sequence[Token], at: int) -> int | None:
    """Where a time or manner that begins at `at` ends; None where there is none."""
    if at + 2 >= len(tokens):
        return None
    one, two = tokens[at].lower, tokens[at + 1].lower
    if (one, two) in _MANNER:
        return at + 2
    if one == "on" and two in _DAYS:
        return at + 2
    if one in ("in", "from", "since", "until", "by") and (two in _MONTHS or _year(two)):
        return at + (3 if _year(tokens[at + 2].lower) else 2)
    if one in ("last", "next", "this", "every") and (two in _TIMES or two in _DAYS):
        return at + 2
    if one in words("yesterday tomorrow immediately recently soon already today tonight again afterwards"):
        return at + 1
    if (
        one == "for"
        and tokens[at + 1].tag == "CD"
        and tokens[at + 2].lower.rstrip("s") in words("day week month year hour minute decade")
    ):
        return at + 3
    return None


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


@check("order.object")
def cut_off(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time or manner between a verb and its object: "bought in 1999 the sketches". A long object is a query."""
    takes = story.lists["order-objects"]
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 4):
            verb = tokens[at]
            if verb.tag not in ("VB", "VBD", "VBZ", "VBG", "VBN", "VBP") or verb.lemma not in takes:
                continue
            if verb.tag == "VBN" and not _perfect(tokens, at):
                continue
            if verb.tag in ("VBG",) and tokens[at - 1].tag in NOUNS:
                continue
            middle = _interloper(tokens, at + 1)
            if middle is None or tokens[middle].tag not in ("DT", "PRP$", "NNS", "NNPS", "CD"):
                continue
            phrase = _noun_phrase(tokens, middle)
            if phrase is None or tokens[middle].lower in _TIMES or _is_time(tokens, phrase):
                continue
            end = _with_of(tokens, phrase)
            if (
                end >= len(tokens)
                or tokens[end].tag in (*_FINITE, "POS")
                or tokens[end].lower in ("'s", "ago", "later", "earlier")
                or _coordinated(tokens, end)
            ):
                continue
            apart = _text(story, tokens, at + 1, middle)
            thing = _text(story, tokens, middle, end)
            yield Hit(
                _span(tokens, at + 1, end),
                (f"{thing} {apart}",),
                severity=Severity.WARNING if _closes(tokens, end) else Severity.QUERY,
            )


def _coordinated(tokens: Sequence[Token], end: int) -> bool:
    """Whether the object goes on behind "and": "a marketing and research alliance it called ..."."""
    return (
        tokens[end].lower in ("and", "or")
        and end + 1 < len(tokens)
        and tokens[end + 1].tag in ("NN", "NNS", "JJ", "VBG")
    )


def _closes(tokens: Sequence[Token], end: int) -> bool:
    """Whether an object ends here, so that nothing heavy excuses its place."""
    if (
        end >= len(tokens)
        or tokens[end].tag == "."
        or tokens[end].lower in words("and but before after because for without")
    ):
        return True
    return tokens[end].tag == "," and not _verb_soon(tokens, end)


def _perfect(tokens: Sequence[Token], at: int) -> bool:
    before = at - 1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    return before >= 0 and tokens[before].lower in words("has have had 've")


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    word = tokens[phrase.head].lower
    return (
        word in _TIMES
        or word.rstrip("s") in _TIMES
        or word in _DAYS
        or word in words("day days hour hours minute minutes time times decade decades")
    )


def _verb_soon(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb follows within six words, before any other mark."""
    for token in tokens[at + 1 : at + 7]:
        if token.tag in _FINITE:
            return True
        if token.text in _STOPS:
            return False
    return False


_GIVING = words("give show send offer hand lend pay teach grant award promise")


_GIFTS = words(
    "money food water aid help shelter medicine advice permission information clothing credit cash power"
)


@check("order.receiver")
def receiver(story: Story, rule: Rule) -> Iterator[Hit]:
    """A receiver with "to" before what is given: "gave to the families money"."""
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 4):
            verb = tokens[at]
            if verb.lemma not in _GIVING or tokens[at + 1].lower != "to" or not verb.tag.startswith("VB"):
                continue
            if verb.tag == "VBN" and not _perfect(tokens, at):
                continue
            who = phrase_at(tokens, at + 2, 0)
            if who is None or who.end >= len(tokens) or tokens[who.head].tag not in (*NOUNS, "PRP"):
                continue
            what = _noun_phrase(tokens, who.end)
            if (
                what is None
                or tokens[who.end].tag not in ("DT", "PRP$", "CD", "NNS")
                or _is_time(tokens, what)
            ):
                continue
            if tokens[who.end].tag == "NN" and tokens[who.end].lower not in _GIFTS:
                continue
            if tokens[at + 2].lower in ("life", "light", "court", "congress"):
                continue
            end = _with_of(tokens, what)
            if end < len(tokens) and (tokens[end].tag in _FINITE or tokens[end].tag == "POS"):
                continue
            yield Hit(
                _span(tokens, at + 1, end),
                (
                    f"{_text(story, tokens, at + 2, who.end)} {_text(story, tokens, who.end, end)}",
                    f"{_text(story, tokens, who.end, end)} {_text(story, tokens, at + 1, who.end)}",
                ),
                severity=None if _closes(tokens, end) else Severity.QUERY,
            )


# Openings that turn nothing round -----------------------------------------------------------------------------

_PLACES = words("in on at during under near from with for by inside outside near around between among behind")
_WHENS = words("yesterday today tonight recently")
_HAPPEN = words("die happen occur participate attend arrive explode disappear exist")


@check("order.fronted")
def fronted(story: Story, rule: Rule) -> Iterator[Hit]:
    """A place or time in front, and verb and subject turned round after it: "On Monday was held a meeting"."""
    for line in story.body:
        first = line.words[0].lower
        if (
            first not in _PLACES | _WHENS
            and (first, line.words[min(1, len(line.words) - 1)].lower) not in _BEGINS
        ):
            continue
        if line.words[-1].text == "?" or any(token.text in _QUOTES for token in line.words):
            continue
        tokens = line.tagged
        verb = next((at for at, token in enumerate(tokens[:16]) if token.tag in _FINITE), None)
        if verb is None or verb < 1 or verb + 3 >= len(tokens) or not _all_front(tokens, verb):
            continue
        start = verb + 1
        if tokens[verb].lower in ("has", "have", "had") and tokens[start].lower == "been":
            start += 1
        passive = (tokens[verb].lower in ("was", "were") or start > verb + 1) and tokens[start].tag == "VBN"
        if passive or (tokens[verb].lemma == "take" and tokens[start].lower == "place"):
            start += 1
        elif tokens[verb].lemma not in _HAPPEN or tokens[verb].tag == "VBN":
            continue
        if (
            start >= len(tokens)
            or tokens[start].tag not in ("DT", "CD", "NNS")
            or tokens[start].lower == "that"
        ):
            continue
        phrase = _noun_phrase(tokens, start)
        if phrase is None or _is_time(tokens, phrase) or (passive and tokens[start - 1].lower in _NAMING):
            continue
        end = _with_of(tokens, phrase)
        if end < len(tokens) and tokens[end].tag in _FINITE:
            continue
        yield Hit(
            _span(tokens, verb, end),
            (f"{_text(story, tokens, start, end)} {_text(story, tokens, verb, start)}",),
        )


_BEGINS = frozenset(
    [
        ("last", "week"),
        ("last", "year"),
        ("last", "month"),
        ("this", "week"),
        ("this", "year"),
        ("this", "morning"),
    ]
)
_NAMING = words(
    "given offered told shown named called awarded elected appointed made asked taught paid promised sent"
)


def _all_front(tokens: Sequence[Token], verb: int) -> bool:
    """Whether all before the verb is one phrase of place or time, or several, and none of it a subject."""
    at = 0
    while at < verb:
        token = tokens[at]
        if token.text == ",":
            at += 1
            continue
        if token.lower in _WHENS:
            at += 1
            continue
        if token.lower in ("last", "this"):
            at += 2
            continue
        if token.lower not in _PLACES and not (at > 0 and token.lower == "of"):
            return False
        phrase = phrase_at(tokens, at + 1, 0)
        if phrase is None or phrase.end > verb:
            return False
        at = phrase.end
    return at == verb
