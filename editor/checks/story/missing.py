"""Singular counted nouns that lack an article: "drove off in van", "told guard that", "company said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.article_weights import weigh
from editor.text.articles import article
from editor.text.bare.beside import bare_beside
from editor.text.bare.model import PREPOSITION, SUBJECT, Bare, Counted
from editor.text.bare.nouns import bare_nouns
from editor.text.definite import Likely, definite
from editor.text.model import Token
from editor.text.nouns import closed, plural_of, singular_of
from editor.text.persons import person
from editor.text.tagset import DEMONYMS
from editor.text.undetermined import Phrase, amounted, kinds_of, phrases, signs
from editor.text.words import words
from editor.values import Severity, Span

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_ENDS = frozenset([".", "!", "?", '"', "”", "''", ")", "’"])
_LISTS = (
    "articles-count",
    "articles-count-object",
    "articles-count-preposition",
    "articles-count-sized",
    "articles-needed",
    "articles-needed-after",
)
_MANY = frozenset(["are", "were", "have", "do"])


@check("missing.article")
def missing(story: Story, rule: Rule) -> Iterator[Hit]:
    """A noun without an article, where no construction lets it stand bare, or where its signs weigh enough for one."""
    lists = story.lists
    counted = Counted(*(lists[each] for each in _LISTS))
    likely = Likely(lists["articles-likely-the"], lists["articles-likely-a"])
    pairs = lists["articles-bare"]
    kinds = kinds_of(lists)
    names = frozenset(_NAME.findall(story.text))
    known: set[str] = set()
    seen: list[_Seen] = []
    for line in story.body:
        if len(line.words) > 3 and line.words[-1].text in _ENDS:
            tokens = line.tagged
            sure = {bare.head: bare for bare in bare_nouns(tokens, counted, pairs, names)}
            now = frozenset(known) if sure else frozenset()
            for phrase in phrases(tokens, names):
                some, the = weigh(signs(tokens, phrase, known, kinds))
                seen.append(_Seen(tokens, now, phrase, sure.pop(phrase.head, None), some, the))
            seen += [_Seen(tokens, now, None, bare, 0, None) for bare in sure.values()]
        _remember(line.tagged, known)
    asked, certain = _bounds(seen, sum(len(line.words) for line in story.body))
    for each in seen:
        named = each.bare or each.phrase
        if named is not None and bare_beside(each.tokens, named.start, named.head):
            continue
        if each.bare is not None and each.some > _AGAINST and not _titled(each.tokens, each.bare.start):
            yield _hit(story, each, each.bare, likely)
        elif each.phrase is not None and each.the is not None and each.some > asked:
            yield from _weighed(story, each.tokens, each.phrase, each.some, each.the, certain)


class _Seen(NamedTuple):
    """A phrase without an article: by its signs (`phrase`, `some`, `the`), by its construction (`bare`), or by both."""

    tokens: Sequence[Token]
    known: Set[str]
    phrase: Phrase | None
    bare: Bare | None
    some: float
    the: float | None


def _bounds(seen: Sequence[_Seen], size: int) -> tuple[float, float]:
    """Above which weight a person is asked, and above which an article is missing for certain, in a story of `size` words.

    Who leaves out articles leaves out many: where a story surely lacks several, less weight is enough for one more.
    """
    sure = sum(each.some > (0 if each.bare is not None else _SURE) for each in seen)
    if sure >= _SEVERAL and sure / size > _OFTEN:
        return _ASKED - _LOWER, _SURE - _LOWER
    return _ASKED, _SURE


# In log-odds: below the first a hit of the constructions is dropped, below the second a person is asked; above the others the
# weights alone ask, or are sure.
_AGAINST = -0.5
_BACKED = 1.4
_ASKED = 1.7
_SURE = 3.0
# A story lacks articles if it surely lacks so many, and more than so many a word; the bounds are then lower by this.
_SEVERAL, _OFTEN, _LOWER = 2, 0.004, 0.8


# "A lonely stretch of beach", "miles of road": land by the measure.
_EXPANSES = words("""stretch stretches patch patches strip strips expanse expanses tract tracts swath swaths swathe swathes acre acres
    hectare hectares mile miles kilometer kilometers kilometre kilometres""")
_COMPOUND = re.compile(r"\d+-[a-z]+(?:-[a-z]+)*")


def _doubtful(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a person has to look: a name or a number stands in the phrase, or its noun may be a verb here."""
    for each in tokens[phrase.start : phrase.head]:
        if each.tag == "NNP" and each.text not in DEMONYMS:
            return True
        if each.text[0].isdigit() and not (_COMPOUND.fullmatch(each.lower) or amounted(tokens[phrase.start])):
            return True
    return tokens[phrase.head].text[:1].isupper()


def _passed_over(tokens: Sequence[Token], phrase: Phrase, pairs: Set[str]) -> bool:
    """ "does highlight", "if England slump", "200- to 300-seat", "well above": no noun, or no phrase of its own."""
    start, head = phrase
    noun = tokens[head]
    before = tokens[start - 1] if start else None
    if start < head and f"{tokens[head - 1].lower}_{noun.lower}" in pairs:
        return True
    if start < head and tokens[start].lower in ("first", "last") and "VBN" in noun.tags:
        # "The day it was first rung".
        return True
    if noun.tag == "NN" and lexicon.inflect(noun.lower, "NNS") == noun.lower:
        # "Taught reindeer to": there may be many.
        return True
    if noun.lower == "part" and tokens[head - 1].lower in ("only", "just", "mainly", "largely"):
        return True
    verb = bool(lexicon.tags(noun.lower) & {"VB", "VBP", "VBZ", "VBD"})
    if verb and (before is not None and before.lemma in ("do", "can", "may", "will", "must")):
        return True
    if verb and any(each.tag == "NNP" for each in tokens[start:head]):
        return True
    if (
        before is not None
        and before.lower in ("to", "and", "or")
        and start > 1
        and tokens[start - 2].text.endswith("-")
    ):
        return True
    if (
        before is not None
        and before.lower == "as"
        and person(noun.lower)
        and start > 1
        and tokens[start - 2].lemma in _AS
    ):
        # "To serve as mediator".
        return True
    if before is not None and before.text == "," and _placed(tokens, start - 1):
        return True
    if (
        noun.lower == "task"
        and before is not None
        and before.lower in ("to", "for", "on")
        and _taken(tokens, start)
    ):
        return True
    if before is not None and before.lower == "of" and start > 1 and tokens[start - 2].lower in _EXPANSES:
        return True
    if start > 1 and "/" in (tokens[start - 1].text, tokens[start - 2].text):
        # "the start/finish line".
        return True
    if start == head and any(
        0 <= place < len(tokens) and tokens[place].lower == noun.lower for place in (head - 2, head + 2)
    ):
        # "Year over year".
        return True
    if _joint_title(tokens, head) or _honored(tokens, start):
        return True
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is not None and after.tag == "POS" and _titled(tokens, start):
        return True
    return after is not None and noun.lower in ("well", "far", "just", "much") and after.tag == "IN"


_AS = words(
    "serve act appoint elect name resign continue stay stand reelect re-elect install nominate retire"
)


def _honored(tokens: Sequence[Token], at: int) -> bool:
    """Whether a superlative at `at` names what one is honored as: "the title of fastest computer"."""
    return tokens[at].tag == "JJS" and _titled(tokens, at)


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether what begins at `at` names a title: "the title of world's fastest computer"."""
    return at > 1 and tokens[at - 1].lower in ("of", "for") and tokens[at - 2].lower in _HONORS


def _joint_title(tokens: Sequence[Token], head: int) -> bool:
    """Whether the noun is half of what a name or plural is called: "drug company and index component Velo"."""
    at = head + 1
    if at >= len(tokens) or tokens[at].lower not in ("and", "or"):
        return False
    at += 1
    lower = at
    if [each.tag for each in tokens[at : at + 2]] == ["NN", "NNS"] and tokens[head].tag == "NN":
        # "massive budget and trade deficits".
        return True
    while at < len(tokens) and tokens[at].tag in ("NN", "JJ", "VBN", "NNP") and at < lower + 5:
        if tokens[at].tag == "NNP" and at > lower and tokens[at - 1].tag == "NN":
            return True
        at += 1
    return False


def _taken(tokens: Sequence[Token], end: int) -> bool:
    """Whether a form of "take" stands shortly before `end`: "took the airline to task"."""
    return any(each.lemma == "take" for each in tokens[max(0, end - 8) : end])


def _placed(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a place with its state, both of an article's phrase, ends before a comma: "the Avon, Conn., company"."""
    at = comma - 1
    while at > 0 and (tokens[at].tag in ("NNP", "NNPS") or tokens[at].text == ","):
        at -= 1
    return at < comma - 3 and tokens[at].tag in ("DT", "PRP$", "POS")


def _weighed(
    story: Story, tokens: Sequence[Token], phrase: Phrase, some: float, the: float, certain: float
) -> Iterator[Hit]:
    """What the weights say lacks an article."""
    first, head = tokens[phrase.start], tokens[phrase.head]
    many = head.tag == "NNS"
    if (many and the < 0) or _passed_over(tokens, phrase, story.lists["articles-bare"]):
        return
    words = story.text[first.start : head.end]
    if phrase.start == 0 and first.text not in DEMONYMS and first.tag != "NNP":
        words = words[:1].lower() + words[1:]
    choices = [f"the {words}"] if many else [f"the {words}", f"{article(words)} {words}"]
    if the < 0 or amounted(first):
        choices.reverse()
    if phrase.start == 0:
        choices = [each[:1].upper() + each[1:] for each in choices]
    plural = None if many else plural_of(head, frozenset([head.lower]))
    if plural is not None:
        several = _several(tokens, phrase.start, phrase.head)
        choices.insert(0 if several else len(choices), story.text[first.start : head.start] + plural)
    yield Hit(
        Span(first.start, head.end),
        tuple(choices),
        f"Without an article this reads oddly: '{choices[0]}'.",
        severity=None if some > certain and not _doubtful(tokens, phrase) else Severity.QUERY,
    )


def _remember(tokens: Sequence[Token], known: set[str]) -> None:
    for token in tokens:
        if token.tag in ("NN", "NNP"):
            known.add(token.lower)
        elif token.tag == "NNS":
            known.add(singular_of(token) or token.lower)


def _hit(story: Story, seen: _Seen, bare: Bare, likely: Likely) -> Hit:
    tokens = seen.tokens
    first, head = tokens[bare.start], tokens[bare.head]
    words = story.text[first.start : head.end]
    many = plural_of(head, frozenset([head.lower]))
    plural = story.text[first.start : head.start] + many if many else None
    if bare.start == 0 and first.text not in DEMONYMS:
        words = words[:1].lower() + words[1:]
    the, one = f"the {words}", f"{article(words)} {words}"
    known_one = definite(tokens, bare, seen.known, likely) if seen.the is None else seen.the > 0
    choices = [the, one] if known_one else [one, the]
    if bare.start == 0:
        choices = [each[:1].upper() + each[1:] for each in choices]
    if plural is not None:
        after = tokens[bare.head + 1].lower if bare.head + 1 < len(tokens) else ""
        if (bare.role == SUBJECT and after in _MANY) or _several(tokens, bare.start, bare.head):
            choices.insert(0, plural)
        else:
            choices.append(plural)
    # Where no sign was weighed, the construction stands alone.
    backed = seen.phrase is None or seen.some > _BACKED
    return Hit(
        Span(first.start, head.end),
        tuple(choices),
        f"'{head.lower}' is counted and can't stand alone: '{choices[0]}' or '{choices[1]}'.",
        severity=None
        if backed and not _uncertain(tokens, bare, story.lists["articles-bare"])
        else Severity.QUERY,
    )


# What is counted or is stuff, as one sees it: "lost in forest", "tied by rope", "cut cable".
_STUFF = words("""forest jungle woodland bush scrub marsh marshland swamp tundra desert coastline shoreline coast farmland cable rope wire
    cord string thread chain pipe tape ribbon hose brick tile stone fence plastic canvas timber log carpet curtain""")
_MEANS = words("by on in at via to with from")


def _uncertain(tokens: Sequence[Token], bare: Bare, pairs: Set[str]) -> bool:
    """Whether the bare noun may be right, or another word wrong: "that figure", "by kerosene lamp", "with truck", "of forest"."""
    noun = tokens[bare.head].lower
    if noun in _STUFF:
        return True
    if bare.ruler < 0:
        return False
    ruler = tokens[bare.ruler].lower
    after = tokens[bare.head + 1].lower if bare.head + 1 < len(tokens) else ""
    if ruler == "that":
        # "He says that new trend will last" may point at the trend.
        return True
    if bare.role != PREPOSITION:
        return False
    if ruler == "by" and after != "of" and not person(noun):
        # The means: "by comet", "by video link".
        return True
    # "with truck": the article is not what lacks if the noun goes bare after another preposition ("in van" wants one).
    return (
        bare.start == bare.head
        and ruler in _MEANS
        and after not in ("of", "that", "who", "which")
        and any(f"{each}_{noun}" in pairs for each in _MEANS - {ruler, "by" if ruler == "in" else ruler})
    )


_PLURAL_ADJECTIVES = words(
    "different various numerous diverse assorted countless multiple separate sundry successive"
)
_QUANTITIES = words("amount quantity sum number volume")
_SHARES = words(
    "% percent percentage pct half third quarter two-thirds three-quarters most some many none majority minority one-third one-quarter"
)


def _several(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether more than one is likely meant: "different view", "in large amount", "58% of respondent"."""
    noun = tokens[head].lower
    if any(each.lower in _PLURAL_ADJECTIVES for each in tokens[start:head]):
        return True
    if noun in _QUANTITIES and start < head and tokens[head - 1].lower in ("large", "small", "huge", "vast"):
        return True
    of = start > 1 and tokens[start - 1].lower in ("of", "in") and person(noun)
    return of and any(each.lower in _SHARES for each in tokens[max(0, start - 3) : start - 1])


_RANKS = words(
    "same entire whole first second third fourth fifth sixth seventh eighth ninth tenth last previous following only"
)
_ORDINALS = _RANKS - words("same entire whole previous following only")
# "in first place", "at second base", "last year", "at first glance".
_BARE_RANKS = words("""place base grade aid hand glance sight instance time thing half quarter gear person look year language team seed degree
    strike impression name lady cousin round floor class choice cause light night week month season summer winter spring autumn
    fall weekend century evening morning resort minute order count post position period violin string rate stage trimester home
    baby division team reading down offence offense world fiddle nature gentleman ball innings serve touch line option overtime session
    ditch vowel love leg rank row prize drop point harvest party wave edition spot berth""")
_BARE_SAME = words("sex day store gender age")
_BARE_BEST = words("best worst most least latest")
# "The title of fastest computer".
_HONORS = words(
    "title titles honor honour honors honours award awards prize crown label distinction tag status"
)


@check("missing.rank")
def rank(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "first", "same", "only" or a superlative without "the": "in first attack", "at same time", "from tallest building"."""
    count = frozenset().union(*(story.lists[each] for each in _LISTS[:4]))
    for line in story.body:
        if not any(each.lower in _RANKS or each.lower.endswith("est") for each in line.words):
            continue
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            if not _lacks_the(tokens, at):
                continue
            head = _head_after(tokens, at)
            if head is None or not _needs_the(tokens, at, head, count):
                continue
            yield Hit(Span(tokens[at].start, tokens[at].end), (f"the {tokens[at].text}",))


def _lacks_the(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that ranks stands at `at` right after what governs its phrase."""
    token, before = tokens[at], tokens[at - 1]
    if not token.space or not token.text.islower():
        return False
    if before.text in ("'s", "’s"):
        # "The list of it's only dentist": a possessive is meant.
        return False
    if not (token.tag == "JJS" or (token.lower in _RANKS and token.tag in ("JJ", "RB", "CD", "DT"))):
        return False
    if _honored(tokens, at):
        return False
    if before.tag in ("IN", "TO"):
        return before.lower not in (
            "that",
            "as",
            "than",
            "per",
            "like",
            "while",
            "if",
            "because",
            "except",
            "out",
        )
    return before.tag in ("VB", "VBD", "VBZ", "VBP") and not (
        before.lemma == "be" and token.lower not in ("same", "only") and token.tag != "JJS"
    )


def _head_after(tokens: Sequence[Token], at: int) -> int | None:
    end = at + 1
    while (
        end < len(tokens)
        and tokens[end].tag in ("JJ", "NN", "VBN")
        and tokens[end].space
        and tokens[end].text.islower()
    ):
        end += 1
    head = end - 1
    if head == at or tokens[head].tag != "NN" or not closed(tokens, head):
        return None
    return head


def _needs_the(tokens: Sequence[Token], at: int, head: int, count: Set[str]) -> bool:
    word, noun, before = tokens[at].lower, tokens[head].lower, tokens[at - 1]
    if word in _BARE_BEST:
        return False
    if tokens[at].tag == "JJS" and word not in _RANKS:
        return noun in count and "JJS" in lexicon.tags(word)
    if word == "same":
        return noun not in _BARE_SAME and tokens[at + 1].lower not in _BARE_SAME
    if word == "only":
        return before.lemma == "be" and noun in count and head == at + 1
    if noun in _BARE_RANKS or tokens[at + 1].lower in _BARE_RANKS:
        return False
    return noun in count
