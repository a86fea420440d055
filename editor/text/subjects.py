"""Finds the subject of a finite verb: reads from where a clause may begin to the verb, over whatever hangs on the noun.

Every reading that reaches a verb counts: a caller that trusts only verbs with which no reading agrees is rarely wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.text import number
from editor.text.model import Token
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import COUNTED, MONTHS, NOUNS, PEOPLE, TEMPORAL, Phrase, phrase_at
from editor.text.words import words

_ADJECTIVES = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "CD", "$"])

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])

_ADVERBS = frozenset(["RB", "RBR", "RBS", "RP"])

_MARKS = frozenset(["``", "''"])

_NOT_PREPOSITIONS = words(
    "that if because although though while whether unless lest whereas so once as since until till"
)

_QUANTITIES = words("""all some any most more none half third quarter thirds quarters percent cent % portion rest bulk lot lots plenty
    remainder fifth tenth fifths tenths enough part majority percentage proportion fraction much""")

_NUMERALS = words("hundreds thousands dozens tens millions billions scores")

# Verbs and adjectives after which a clause may begin without "that".
_SAYING = words("""say think believe know hope add claim insist report note argue warn fear suggest announce state declare confirm
    deny admit acknowledge concede maintain stress emphasize emphasise reveal disclose find show indicate mean suppose
    guess feel see hear understand realize realise remember forget predict forecast estimate expect assume conclude
    decide agree ensure guarantee tell inform assure remind promise vow swear allege assert contend complain explain
    mention observe notice point reply answer respond recall imagine figure bet wish doubt suspect worry tweet write
    read charge rule order demand recommend propose request pledge hint imply prove demonstrate discover learn
    calculate reckon boast joke repeat reiterate reaffirm signal teach convince persuade ask require prefer consider
    appear seem turn""")

_SURE = words(
    "sure certain clear glad happy confident aware afraid sorry convinced hopeful proud likely possible"
)

_OPENERS = words("""that if because although though while whether unless lest whereas so once as since until till after before
    when where how why which who whom whose what provided except""")

# Prepositions that also open clauses: what follows may be part of the phrase before.
_LOOSE = words("after before since until till as")

_MEANWHILE = frozenset(["and", "but", "or", "yet", "nor", "&"])

_NAMING = frozenset(
    [
        "show",
        "teach",
        "tell",
        "ask",
        "send",
        "lend",
        "sell",
        "hand",
        "bring",
        "serve",
        "feed",
        "leave",
        "charge",
        "fine",
        "allocate",
        "call",
        "name",
        "dub",
        "nickname",
        "give",
        "offer",
        "pay",
        "award",
        "grant",
        "deny",
        "elect",
        "term",
        "entitle",
        "title",
    ]
)

_OBJECTIVE = words("me him her us them myself himself herself themselves itself")
# Adverbs that link one clause to the last: "and then the men were".
_LINKING = words("then now there still yet so thus later soon meanwhile therefore here")
_DATES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december"
)
_KIN = words(
    "wife husband son daughter father mother brother sister parents children sons daughters grandmother grandfather uncle aunt"
)
# What is told of several things at once: "the lack of doctors and nurses" is one thing. So is a deed, by its ending.
_ABOUT = words("""lack use cost price demand supply rise fall loss need sale spread death release quality level rate theft trade
    flow value pace impact effect risk fear search work support pressure access ban threat scale size surge drop decline
    growth increase presence absence return import export delivery production fight battle struggle war combination""")
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "age", "ness", "ity", "ing")
_REACH = 45


class Subject(NamedTuple):
    """A reading of a verb's subject: where it starts, its head, its number, and whether words part head and verb.

    `opened` is where the clause began: the token before `start`, or -1.
    """

    start: int
    head: int
    number: int
    apart: bool
    joined: bool = False


class Clauses:
    """The subjects of one sentence's verbs. `tokens` leaves out quotation marks; give it through `of`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.first = next((at for at, token in enumerate(tokens) if token.text[:1].isalnum()), 0)
        self._phrases: dict[int, Phrase | None] = {}

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins at token `at`, or None."""
        if at not in self._phrases:
            self._phrases[at] = phrase_at(self.tokens, at, self.first)
        return self._phrases[at]

    def readings(self) -> dict[int, list[Subject]]:
        """For each finite verb that some clause reaches, the subjects that it may have."""
        found: dict[int, list[Subject]] = {}
        late: list[int] = []
        for at in self._starts():
            if at > self.first + 1 and (
                self.tokens[at - 1].tag == "CC"
                or (
                    self.tokens[at - 1].lower in _LOOSE
                    and self.tokens[at].lower not in ("he", "she", "they", "we", "i")
                )
            ):
                late.append(at)
            else:
                self._read(at, found)
        for at in late:
            # "..., and the minister was": a new clause only where nothing before "and" reaches the verb.
            before = self.tokens[at - 1]
            if (
                before.tag == "CC"
                and before.lower != "but"
                and (before.lower != "and" or self.tokens[at - 2].tag != ",")
            ):
                continue
            if not any(verb < at for verb in found):
                continue
            more: dict[int, list[Subject]] = {}
            self._read(at, more)
            for verb, subjects in more.items():
                earlier = [subject for subject in found.get(verb, ()) if subject.start < at]
                if before.lower in _LOOSE:
                    # "Police ask witnesses to come forward after a statue was stolen": the nearer one may be the subject.
                    if before.lower != "as" and all(subject.apart for subject in earlier):
                        found.setdefault(verb, []).extend(subjects)
                elif not earlier:
                    found.setdefault(verb, []).extend(subjects)
        return found

    def antecedents(self, relative: int) -> list[tuple[int, int]]:
        """The nouns that the relative pronoun at `relative` may stand for: heads and numbers, the nearest first."""
        tokens = self.tokens
        end = relative
        if end > 0 and (tokens[end - 1].tag == "," or tokens[end - 1].text in ("—", "–", "--")):
            end -= 1
        found: list[tuple[int, int]] = []
        while end > 0:
            phrase = self._ending(end)
            if phrase is None:
                if found and tokens[end - 1].tag in ("JJ", "VBN", "VBG", "RB", "CD", "JJR"):
                    # "seeds present in the shipment that were": the noun stands further off.
                    found.append((end - 1, EITHER))
                return found
            count = phrase.number
            before = tokens[phrase.start - 1] if phrase.start else None
            if tokens[phrase.head].lower in TEMPORAL or (
                before is not None
                and ((before.tag == "CC" and phrase.start > self.first + 1) or before.tag in NOUNS)
            ):
                count = EITHER
            found.append((phrase.head, count))
            if (
                before is None
                or before.tag not in ("IN", "TO")
                or (before.lower in _NOT_PREPOSITIONS and before.lower != "as")
            ):
                if before is not None and before.tag == "," and phrase.start > 1:
                    # An apposition, or the end of a list.
                    found.append(
                        (phrase.head, EITHER)
                        if end == relative and tokens[relative - 1].tag != ","
                        else found[-1]
                    )
                return found
            end = phrase.start - 1
            while end > 0 and (tokens[end - 1].tag in ("IN", "RB", "RP") or tokens[end - 1].lower == "such"):
                end -= 1
        return found

    def _read(self, at: int, found: dict[int, list[Subject]]) -> None:
        for verb, subject in self._subject(at):
            found.setdefault(verb, []).append(subject)

    def _starts(self) -> list[int]:
        tokens = self.tokens
        starts = []
        for at, token in enumerate(tokens):
            if token.tag == "PRP" and token.lower in _OBJECTIVE:
                continue
            paired = token.lower in ("neither", "either", "both") and at + 1 < len(tokens)
            if token.lower == "both" and not any(each.lower == "and" for each in tokens[at + 1 : at + 8]):
                paired = False
            if paired and tokens[at + 1].tag in ("DT", "PRP$", "NNP", "NNS", "PRP"):
                if at <= self.first or self._opens(at - 1):
                    starts.append(at + 1)
                continue
            if (
                token.tag in ("PRP", "DT", "PRP$", "PDT", "CD", "$", "VBG")
                or token.tag in NOUNS
                or token.tag in _ADJECTIVES
                or token.lower
                in (
                    "at",
                    "about",
                    "around",
                    "more",
                    "up",
                    "over",
                    "nearly",
                    "almost",
                    "roughly",
                    "not",
                    "only",
                    "fewer",
                    "neither",
                )
            ):
                if at <= self.first:
                    starts.append(at)
                elif self._opens(at - 1):
                    relative = tokens[at - 1].lower in ("that", "who", "which")
                    if not ((relative and token.tag in ("VBN", "VBG")) or token.lower == "so"):
                        starts.append(at)
                elif token.tag == "PRP" and token.lower in ("he", "she", "they", "we", "i"):
                    starts.append(at)
        return starts

    def _opens(self, at: int) -> bool:
        """Whether a clause may begin after token `at`."""
        token = self.tokens[at]
        lower = token.lower
        if lower in _OPENERS or lower in _MEANWHILE or token.tag in (",", ":", "(", "WRB"):
            return True
        if token.tag.startswith("VB"):
            if token.lemma not in _SAYING:
                return False
            if token.tag == "VBG" or (token.tag == "VB" and at and self.tokens[at - 1].tag == "TO"):
                # "Finding answers is hard", "To answer questions takes time"
                lead = at - (1 if token.tag == "VBG" else 2)
                return lead > self.first and not self._opens(lead)
            return True
        if lower in _SURE:
            return at > 0 and (self.tokens[at - 1].tag.startswith("VB") or self.tokens[at - 1].tag == "RB")
        if token.tag == "RB" and lower in _LINKING and at > self.first:
            return self.tokens[at - 1].lower in ("until", "since", "by") or self._opens(at - 1)
        return self._ends_time(at)

    def _ends_time(self, at: int) -> bool:
        """Whether an opening phrase of time ends here: "On Monday", "In 2019", "Last week"."""
        tokens = self.tokens
        if at - self.first > 4:
            return False
        token = tokens[at]
        if token.tag == "RB" and at == self.first:
            return True
        if at == self.first:
            return token.lower in ("yesterday", "today", "tomorrow", "tonight", "now", "meanwhile")
        opening = tokens[self.first].lower
        if opening in ("on", "in", "by", "at", "during", "since") or opening in ("last", "this", "next"):
            return token.lower in TEMPORAL | {"half", "quarter", "set", "overtime"} or (
                token.tag == "CD" and len(token.text) == 4
            )
        return False

    def _subject(self, start: int) -> list[tuple[int, Subject]]:
        tokens = self.tokens
        phrase = self.phrase(start)
        results: list[tuple[int, Subject]] = []
        if phrase is None:
            return self._gerund(start)
        count, head = phrase.number, phrase.head
        at = phrase.end
        apart = deep = loose = listed = several = False
        limit = min(len(tokens), start + _REACH)
        if tokens[phrase.start].lower == "both" and at < limit and tokens[at].lower == "and":
            count = MANY
        while at < limit:
            token = tokens[at]
            tag, lower = token.tag, token.lower
            if (
                tag == "CC"
                and at + 1 < limit
                and (
                    tokens[at + 1].lower == "so"
                    or (tokens[at + 1].tag == "IN" and self.phrase(at + 1) is None)
                )
            ):
                at += 2 if tokens[at + 1].lower == "so" else 1
                continue
            if tag in _FINITE or (tag == "VB" and self._bare(at)):
                results.append((at, Subject(start, head, count, apart, listed)))
                bare = tokens[head].tag == "PRP"
                if not (
                    tag == "VBD" and "VBN" in token.tags and not loose and not bare and self._reduced(at)
                ):
                    return results
                loose = apart = deep = True
                at += 1
            elif (
                tag in _ADVERBS and lower not in ("little", "few", "much", "many", "enough", "there")
            ) or lower in (
                "alone",
                "not",
                "n't",
                "both",
                "all",
                "each",
                "themselves",
                "itself",
                "himself",
                "herself",
            ):
                at += 1
            elif (tag in ("IN", "TO") and lower not in _NOT_PREPOSITIONS) or (
                lower == "as" and at + 1 < limit and tokens[at + 1].tag != "PRP"
            ):
                at, count = self._preposition(at, phrase, count, apart)
                if at < 0:
                    return results
                if at > 0 and tokens[at - 1].tag in ("VB", "VBG"):
                    loose = True
                apart = deep = True
            elif lower in ("and", "or", "nor", "&"):
                other = self.phrase(at + 1)
                if (
                    other is not None
                    and tokens[other.head].tag == "PRP"
                    and (loose or apart or tokens[other.head].lower == "it")
                ):
                    return results
                if other is None:
                    if loose and at + 1 < limit and tokens[at + 1].tag in ("VBN", "VBG", "VB", "JJ"):
                        at += 2
                        continue
                    return results
                if lower == "and" and not loose and not listed and self._shares(at, phrase, other):
                    at = other.end
                    continue
                firm = listed and several and other.determined and not loose
                deep_now = deep or listed
                count = (
                    MANY
                    if firm and lower == "and"
                    else EITHER
                    if loose
                    else _joined(
                        lower, phrase, count, other, deep_now, tokens[other.start].tag in ("DT", "PRP$")
                    )
                )
                both = {tokens[head].lower, tokens[other.head].lower}
                if lower == "and" and both <= _KIN and not deep and count == EITHER and not listed:
                    count = MANY
                if lower == "and" and both <= TEMPORAL and not deep:
                    count = MANY if both <= _DATES else EITHER
                listed = True
                head = other.head
                at = other.end
                apart = True
            elif tag in ("VBN", "VBG") and tokens[at - 1].tag != "CC":
                if tag == "VBG" and token.lower == "being" and at + 1 < limit:
                    pass
                loose = apart = deep = True
                at += 1
                if (
                    tag == "VBN"
                    and at < limit
                    and self.phrase(at) is not None
                    and not self._time(at)
                    and tokens[at - 1].lemma not in _NAMING
                ):
                    return results
            elif tag in ("WDT", "WP", "WP$") or lower == "that":
                at = self._relative(at)
                if at < 0:
                    return results
                loose = apart = deep = True
            elif tag == "," or tag == "(" or token.text in ("—", "–", "--", "-"):
                closed, either = self._aside(at)
                if closed < 0 and tag == "," and at + 1 < limit and tokens[at + 1].lower in ("and", "or"):
                    apart = loose = True
                    at += 1
                    continue
                if closed < 0:
                    other = self.phrase(at + 1) if tag == "," else None
                    if (
                        other is None
                        or loose
                        or other.end >= limit
                        or tokens[other.end].lower not in (",", "and")
                    ):
                        return results
                    several = phrase.determined and other.determined and not deep
                    listed = apart = True
                    at = other.end
                    count = EITHER
                    if tokens[at].tag == "," and at + 1 < limit and tokens[at + 1].lower == "and":
                        at += 1
                    continue
                if either and count != MANY:
                    count = EITHER
                at = closed
                apart = True
            elif self._time(at):
                inner = self.phrase(at)
                at = inner.end if inner else at + 1
                apart = True
            elif loose:
                if tag in ("JJ", "JJR", "JJS", "VB", "CD", "PRP"):
                    inner = self.phrase(at)
                    at = inner.end if inner else at + 1
                    continue
                inner = self.phrase(at)
                if inner is None:
                    return results
                at = inner.end
            else:
                return results
        return results

    def _bare(self, at: int) -> bool:
        """Whether a bare form may be a finite verb: no "to", modal or "help" stands before it."""
        before = self.tokens[at - 1]
        return (
            not self.tokens[at].tags.isdisjoint(("VBP", "VB"))
            and before.tag not in ("TO", "MD", "VB", "VBG", "VBN")
            and before.lemma not in ("help", "let", "make", "dare", "do", "need")
            and not any(
                each.lemma in ("help", "let", "make", "have", "see", "watch", "hear", "feel", "do")
                for each in self.tokens[self._clause_start(at) : at - 1]
            )
        )

    def _shares(self, at: int, phrase: Phrase, other: Phrase) -> bool:
        """Whether "and" at `at` joins two nouns after a preposition: "the lack of doctors and nurses"."""
        tokens = self.tokens
        head = tokens[phrase.head].lower
        if head not in _ABOUT and not head.endswith(_DEEDS):
            return False
        inner = self._ending(at)
        if inner is None or inner.start <= phrase.end or tokens[inner.start - 1].tag not in ("IN", "TO"):
            return False
        alone = inner.end == inner.start + 1 and other.end == other.start + 1
        return alone and tokens[inner.head].tag == tokens[other.head].tag

    def _ending(self, end: int) -> Phrase | None:
        """The longest noun phrase that ends before token `end`, or None."""
        phrases = (self.phrase(at) for at in range(max(self.first, end - 9), end))
        return next((each for each in phrases if each is not None and each.end == end), None)

    def _clause_start(self, at: int) -> int:
        """Where the clause around `at` may begin: after the last comma or relative pronoun, at most six words back."""
        low = max(0, at - 6)
        for place in range(at - 1, low, -1):
            if self.tokens[place].tag in (",", "WDT", "WP", ")", ":") or self.tokens[place].lower == "that":
                return place + 1
        return low

    def _preposition(self, at: int, phrase: Phrase, count: int, apart: bool) -> tuple[int, int]:
        """Where the words that a preposition takes end (or -1), and the subject's number with them."""
        tokens = self.tokens
        last = len(tokens)
        after = at + 1
        while (
            after < last
            and (tokens[after].tag in ("RB", "IN", "TO") and tokens[after].lower not in _NOT_PREPOSITIONS)
            and after - at < 3
        ):
            if tokens[after].lower in ("at", "about", "around", "nearly", "over", "up", "almost", "only"):
                break
            after += 1
        if after >= last:
            return -1, count
        token = tokens[after]
        if token.tag in ("VB", "VBG") and (tokens[after - 1].tag in ("TO", "IN")):
            inner = self.phrase(after) if token.tag == "VBG" else None
            return (inner.end if inner else after + 1), count
        inner = self.phrase(after)
        if inner is None:
            return -1, count
        if tokens[at].lower == "of" and not apart and at == phrase.end:
            count = self._quantity(phrase, count, inner)
        return inner.end, count

    def _quantity(self, phrase: Phrase, count: int, inner: Phrase) -> int:
        tokens = self.tokens
        word = tokens[phrase.head].lower
        first = tokens[phrase.start].lower
        many = inner.number == MANY
        people = (
            inner.end == inner.start + 2
            and tokens[inner.head].lower in PEOPLE
            and tokens[inner.start].lower == "the"
        )
        if people and word in ("most", "many", "some", "all", "several", "few", "half", "both"):
            return MANY
        alone = phrase.end == phrase.start + 1
        if word == "one" and many and inner.determined and (alone or first in ("every", "each")):
            return ONE
        if word in COUNTED and alone and many and inner.determined:
            return MANY
        if word == "amount" and many:
            # "A large amount of refugees": the amount is at fault.
            return EITHER
        if word == "total" and first == "a":
            measured = tokens[inner.head].lemma in number.MEASURES or tokens[inner.head].tag not in NOUNS
            return MANY if many and not measured else EITHER
        if word == "number":
            if first in ("a", "an", "any"):
                return MANY if many and tokens[inner.head].tag != "PRP" else EITHER
            return ONE if first == "the" and phrase.end - phrase.start == 2 else EITHER
        if word in _NUMERALS or word == "numbers":
            return MANY
        if (
            word in ("lots", "half", "third", "quarter", "part", "majority")
            and phrase.end - phrase.start > 1
            and not (phrase.end - phrase.start == 2 and first in ("a", "the"))
        ):
            # "The first half of the guidelines", "both lots of fruit": a thing, not an amount.
            return EITHER
        if word in _QUANTITIES or word.rpartition("-")[2] in _QUANTITIES:
            if word in ("any", "none", "part", "enough", "more", "much"):
                return EITHER
            plural = inner.number & ~GROUP
            return (
                EITHER
                if inner.number & GROUP
                or (word in ("majority", "percentage", "proportion", "fraction", "rest") and not many)
                else plural
            )
        if (word in number.UNSETTLED and word not in number.GROUPS) or tokens[
            phrase.head
        ].lemma.lower() in number.MEASURES:
            return EITHER
        if phrase.head == self.first and tokens[inner.head].tag in ("NNP", "NNPS"):
            return EITHER
        if word in (
            "group",
            "team",
            "series",
            "range",
            "crowd",
            "panel",
            "family",
            "generation",
            "class",
            "crew",
            "couple",
            "pair",
            "gang",
            "body",
            "community",
            "squad",
            "cast",
            "party",
            "coalition",
            "network",
            "force",
            "fleet",
        ):
            return EITHER
        return count

    def _relative(self, at: int) -> int:
        """Where to go on inside a relative clause, past its finite verb; -1 where it can't be read."""
        tokens = self.tokens
        last = len(tokens)
        after = at + 1
        while after < last and tokens[after].tag in _ADVERBS:
            after += 1
        if after >= last:
            return -1
        if tokens[after].tag in _FINITE or (tokens[after].tag == "VBN" and "VBD" in tokens[after].tags):
            return self._chain(after)
        tail = tokens[after + 1] if after + 1 < last else None
        if (
            "VB" in tokens[after].tags
            and tail is not None
            and tail.lower in ("them", "him", "us", "it", "her", "the", "a")
        ):
            return after + 1
        phrase = self.phrase(after)
        if phrase is None:
            return -1
        after = phrase.end
        while after < last and (tokens[after].tag in _ADVERBS or tokens[after].tag == "IN"):
            if tokens[after].tag == "IN":
                inner = self.phrase(after + 1)
                if inner is None:
                    return -1
                after = inner.end
            else:
                after += 1
        return self._chain(after) if after < last and tokens[after].tag in _FINITE else -1

    def _chain(self, at: int) -> int:
        """Past a finite verb and the verbs and adverbs that follow it: "will not have been assumed"."""
        tokens = self.tokens
        at += 1
        while at < len(tokens) and (tokens[at].tag in ("VB", "VBN", "VBG") or tokens[at].tag in _ADVERBS):
            at += 1
        return at

    def _aside(self, at: int) -> tuple[int, bool]:
        """Where the words between two commas, dashes or brackets end (or -1), and whether they may be part of a list."""
        tokens = self.tokens
        opening = tokens[at]
        closing = {"(": (")",)}.get(opening.text, (opening.text,))
        either = False
        begin = at
        for _ in range(4):
            close = next(
                (to for to in range(begin + 1, min(len(tokens), begin + 30)) if tokens[to].text in closing),
                -1,
            )
            if close < 0:
                return -1, False
            inside = tokens[begin + 1 : close]
            if not inside or inside[0].lower in ("but", "so", "yet"):
                return -1, False
            parted = (
                inside[0].tag == "VBD"
                and "VBN" in inside[0].tags
                and len(inside) > 1
                and inside[1].tag in ("IN", "RB", "TO", "RP")
            )
            led = parted or (
                inside[0].tag
                in (
                    "WP",
                    "WDT",
                    "WP$",
                    "VBN",
                    "VBG",
                    "IN",
                    "RB",
                    "TO",
                    "CD",
                    "JJ",
                )
                and inside[0].lower not in ("and", "or")
            )
            if not led and any(each.tag == "CC" for each in inside):
                either = True
            if (
                not led
                and inside[0].tag != "PRP"
                and any(each.tag in ("VBD", "VBP", "VBZ") for each in inside)
                and not any(each.lemma in _SAYING for each in inside)
                and not any(
                    each.tag in ("WP", "WDT", "WP$", "WRB") or each.lower == "that" for each in inside
                )
            ):
                return -1, False
            after = close + 1
            while after < len(tokens) and tokens[after].tag in _ADVERBS:
                after += 1
            if after < len(tokens) and tokens[after].tag in _FINITE | {"VB"}:
                return close + 1, either
            if opening.tag == "(":
                return close + 1, either
            if not led and begin == at and inside[0].tag not in ("DT", "PRP$"):
                either = True
            begin = close
        return -1, False

    def _reduced(self, at: int) -> bool:
        """Whether a past form may be a participle that hangs on the noun before it: "the men arrested on Friday"."""
        tokens = self.tokens
        if tokens[at].lemma in (
            "say",
            "tell",
            "add",
            "announce",
            "be",
            "have",
            "do",
            "go",
            "come",
            "become",
            "die",
            "happen",
        ):
            return False
        after = at + 1
        return after < len(tokens) and (
            tokens[after].tag in ("IN", "TO", "RB", "VBZ", "VBP", "VBD", ",") or self._time(after)
        )

    def _time(self, at: int) -> bool:
        token = self.tokens[at]
        if token.lower in TEMPORAL and (
            token.tag in ("NNP", "RB") or token.lower in ("today", "yesterday", "tomorrow", "tonight")
        ):
            return True
        if token.lower in ("last", "this", "next", "earlier", "each", "every"):
            after = at + 1
            return after < len(self.tokens) and (
                self.tokens[after].lower in TEMPORAL or self.tokens[after].lower in MONTHS
            )
        return token.lower in MONTHS

    def _gerund(self, start: int) -> list[tuple[int, Subject]]:
        """ "Replacing them has proved slow": a clause of -ing with its object is one thing."""
        tokens = self.tokens
        token = tokens[start]
        if (
            token.tag != "VBG"
            or start + 2 >= len(tokens)
            or token.lower in ("being", "including", "following", "regarding", "concerning", "according")
        ):
            return []
        if start != self.first and tokens[start - 1].lower not in ("that", "because", "whether"):
            return []
        inner = self.phrase(start + 1)
        if inner is None or not (inner.determined or tokens[inner.head].tag == "PRP"):
            return []
        at = inner.end
        while at < len(tokens) and tokens[at].tag == "IN" and tokens[at].lower not in _NOT_PREPOSITIONS:
            more = self.phrase(at + 1)
            if more is None:
                return []
            at = more.end
        if at < len(tokens) and tokens[at].tag in ("VBZ", "VBP", "VBD", "MD"):
            return [(at, Subject(start, start, ONE, True))]
        return []


def _joined(word: str, first: Phrase, count: int, other: Phrase, deep: bool, led: bool) -> int:
    """The number of two phrases joined by "and" or "or"."""
    one, two = count & ~GROUP, other.number & ~GROUP
    if word in ("or", "nor"):
        if deep:
            return EITHER
        return one if one == two else MANY if two == MANY and one == ONE else EITHER
    if word == "&" or (
        (count | other.number) & GROUP
        and not (first.determined and other.determined)
        and MANY not in (one, two)
    ):
        return EITHER
    if one == MANY:
        return MANY
    if first.single:
        return ONE if other.single and not deep else EITHER
    if deep or one == EITHER:
        return EITHER
    if two == MANY:
        return MANY
    return MANY if other.determined and (first.determined or (count == ONE and led)) else EITHER


def plain(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without quotation marks."""
    return [token for token in tokens if token.tag not in _MARKS]
