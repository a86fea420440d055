"""What is joined by "and" or a comma and has another form or number: "and two was children", "tore off roofs, uproot trees and cutting lines".

Joined verbs have one form, and a second clause's verb agrees with its own subject. Swan, "Practical English Usage": ellipsis with
and, but and or; Quirk et al., "A Comprehensive Grammar of the English Language", 10.34 and 13.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.skeleton.shared import LINKING, VAGUE, WITH_INFINITIVE, plain_past
from editor.checks.verbs.slip import form
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.phrases import COUNTED, TEMPORAL, Phrase
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_TO_MANY = {"was": "were", "is": "are", "has": "have"}
_TO_ONE = {"were": "was", "are": "is", "have": "has"}
_MARKS = frozenset([",", ":", "(", ")", "``", "''", "."])
_OBJECT = frozenset(["DT", "CD", "PRP$", "$"])
_PRONOUNS = words("him them it us me")
# Without a finite verb after them they open no clause: "before dawn".
_ALSO_PREPOSITIONS = words("before after since until for as")
_WITH_GERUND = words("""include deny admit report enjoy involve mean like love hate prefer avoid consider suggest recommend stop start begin keep
    see hear watch find leave catch describe imagine discuss ban prohibit oppose support favor favour justify prevent require need
    cover recall remember be have have mention face risk cite""")
_BEFORE_GERUND = words("of for by about from with without against on into")
_POSTURES = words(
    "lie stand sit dive fall run jump sleep wait kneel hang swim slide climb walk lead chase wear hold carry score look go come"
)
_AFTER_PAST = frozenset(["DT", "CD", "PRP$", "RP"])
_SEEN = words("seen caught filmed spotted found photographed observed")
# Past and bare form are alike.
_ALIKE = words("cut hit put set shut hurt spread burst split cast cost")
_NOW = words("today tonight now currently")
_HABIT = words("every each often usually always sometimes still now never normally generally annually")


def second_number(sentence: Phrases) -> Iterator[Found]:
    """ "Two were women and three was children", "the roof fell and 12 workers was trapped"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 3, len(tokens) - 3):
        if tokens[at].lower not in ("and", "but", "while") or not _has_verb(sentence, at):
            continue
        phrase = sentence.phrase(at + 1)
        if phrase is None or phrase.end >= len(tokens) - 1:
            continue
        verb = tokens[phrase.end]
        count = _count(tokens, phrase)
        if (
            count == ONE
            and tokens[at - 1].tag in NOUNS
            and tokens[phrase.start].lower not in ("a", "an", "one")
        ):
            # "The manager and his wife have": both are the subject.
            continue
        rights = _TO_MANY if count == MANY else _TO_ONE if count == ONE else {}
        if verb.lower in rights and verb.tag in FINITE and tokens[phrase.end + 1].tag not in ("CC", ","):
            yield found("number", verb, verb, rights[verb.lower])


def _count(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The number of a phrase where it is beyond doubt; 0 elsewhere."""
    head = tokens[phrase.head]
    if head.tag == "CD" and phrase.end == phrase.start + 1:
        return (
            ONE
            if head.lower in ("one", "1")
            else MANY
            if head.lower in COUNTED or (head.text.isdigit() and len(head.text) < 4)
            else 0
        )
    if head.tag == "NNS" and phrase.number == MANY and head.lemma.lower() not in TEMPORAL:
        return MANY
    if head.tag == "NN" and phrase.number == ONE and not phrase.number & GROUP and phrase.determined:
        return ONE
    return 0


def _has_verb(sentence: Phrases, at: int) -> bool:
    """Whether the clause before the conjunction at `at` is whole: a finite verb, no clause inside it, nobody's words."""
    tokens = sentence.tokens
    low = at
    while low > sentence.first and tokens[low - 1].tag not in _MARKS:
        low -= 1
        if tokens[low].lower in LINKING:
            return False
    if low == at:
        return False
    verbs = [
        each for each in tokens[low:at] if each.tag in FINITE or (each.tag == "VBN" and "VBD" in each.tags)
    ]
    return any(each.tag in FINITE for each in verbs) and not any(
        each.lemma in SAYING and each.tag.startswith("VB") for each in tokens[low:at]
    )


def joined_past(sentence: Phrases) -> Iterator[Found]:
    """ "The judge sentenced him to nine years and order him to pay"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 3, len(tokens) - 3):
        verb, after = tokens[at + 1], tokens[at + 2]
        if tokens[at].lower not in ("and", "then") or not _is_bare(verb):
            continue
        promises = verb.lower in WITH_INFINITIVE and after.tag == "TO" and tokens[at + 3].tag == "VB"
        if not promises and (
            not _takes(tokens, at + 2) or (verb.tag == "NN" and after.lower not in _PRONOUNS)
        ):
            continue
        past = _last_verb(sentence, at)
        if any(each.lemma in ("let", "help", "make") for each in tokens[max(0, at - 16) : at]):
            # "Ways of letting people take shows and watch them".
            continue
        if any(each.lower in _NOW for each in tokens[at + 2 : at + 7]):
            # "Gathered the evidence and publish their results today".
            continue
        if any(each.tag == "MD" for each in tokens[:past]) or verb.lower == "have":
            continue
        if past is None or tokens[past].tag != "VBD" or tokens[past].lower in ("did", "had", "was", "were"):
            continue
        if "VBD" not in lexicon.tags(tokens[past].lower):
            # "Engines premix the air and inject it": no verb that the lexicon knows.
            continue
        if any(
            each.tag in ("VB", "VBG", "TO", "MD", "VBP") and each.lower != "to"
            for each in tokens[past + 1 : at]
        ):
            continue
        if any(
            tokens[place].tag == "TO" and tokens[place + 1].tag == "VB" for place in range(sentence.first, at)
        ):
            # "Sank a putt to ensure the trophy stayed and maintain his record": the bare form may join the infinitive.
            continue
        if tokens[past].lemma in ("help", "let", "make", "see", "hear", "watch", "have"):
            continue
        right = form(verb.lower, "VBD")
        if right != verb.lower:
            yield found("chain", verb, verb, right)


def _ands(sentence: Phrases) -> Iterator[int]:
    """Where "and" stands with a clause's room before it and three words after."""
    tokens = sentence.tokens
    return (at for at in range(sentence.first + 4, len(tokens) - 3) if tokens[at].lower == "and")


def joined_running(sentence: Phrases) -> Iterator[Found]:
    """ "Tore off roofs, uproot trees and cutting power lines", "took the paintings and escaping in a van"."""
    tokens = sentence.tokens
    for at in _ands(sentence):
        running = tokens[at + 1]
        if running.tag != "VBG" or running.lower in ("including", "being", "according"):
            continue
        if tokens[at + 2].tag not in _OBJECT | {"NNS", "NN", "IN", "RP", "JJ"}:
            continue
        comma = next(
            (place for place in range(at - 1, max(0, at - 12), -1) if tokens[place].text == ","), None
        )
        if comma is None or comma < 3 or comma + 2 >= at:
            continue
        verb = tokens[comma + 1]
        earlier = _last_verb(sentence, comma)
        if earlier is None or tokens[earlier].tag != "VBD" or tokens[earlier].lemma in SAYING:
            continue
        if any(
            each.tag in FINITE | {"VBG", "TO"} or each.lower in LINKING for each in tokens[comma + 2 : at]
        ):
            continue
        if not _takes(tokens, comma + 2, many=True) or any(
            each.tag == "," for each in tokens[at + 2 : at + 8]
        ):
            continue
        if _is_bare(verb) and (verb.tag in ("VB", "VBP") or tokens[comma + 2].tag in _OBJECT):
            yield found("chain", verb, verb, form(verb.lower, "VBG"))
        elif plain_past(verb) and verb.tag == "VBD":
            base = lexicon.lemmas(running.lower, "VBG")
            if base:
                yield found("chain", running, running, form(base[0], "VBD"))
        elif verb.tag in ("VBD", "VBN") and "VBD" in verb.tags and tokens[comma + 2].tag in _OBJECT:
            base = lexicon.lemmas(verb.lower, "VBD")
            if base:
                yield found("chain", verb, verb, form(base[0], "VBG"))


def running_joined(sentence: Phrases) -> Iterator[Found]:
    """ "Flooding fields and cut off three villages": verbs whose past is like their bare form."""
    tokens = sentence.tokens
    for at in _ands(sentence):
        verb = tokens[at + 1]
        if verb.lower not in _ALIKE or not verb.tag.startswith("VB"):
            continue
        place = next((back for back in range(at - 1, max(0, at - 9), -1) if tokens[back].tag == "VBG"), None)
        if place is None or tokens[place - 1].text != "," or tokens[place].lower == "including":
            continue
        if any(
            each.tag in FINITE | {"TO", ",", "VB"} or each.lower in LINKING for each in tokens[place + 1 : at]
        ):
            continue
        rest = tokens[at + 2]
        if rest.tag in ("RP", "DT", "CD", "NN", "NNS", "PRP$", "JJ") and not any(
            each.tag == "," for each in tokens[at + 2 : at + 5]
        ):
            yield found("chain", verb, verb, form(verb.lower, "VBG"))


def seen_running(sentence: Phrases) -> Iterator[Found]:
    """ "Were seen carrying boxes and load them on a truck"."""
    tokens = sentence.tokens
    for at in _ands(sentence):
        verb = tokens[at + 1]
        if not _is_bare(verb) or not _takes(tokens, at + 2):
            continue
        if verb.tag == "NN" and tokens[at + 2].lower not in _PRONOUNS:
            continue
        place = next(
            (back for back in range(at - 1, max(1, at - 8), -1) if tokens[back].tag.startswith("VB")), None
        )
        if place is None or tokens[place].tag != "VBG" or tokens[place - 1].lower not in _SEEN:
            continue
        if not any(each.tag in _MARKS or each.lower in LINKING for each in tokens[place:at]):
            yield found("chain", verb, verb, form(verb.lower, "VBG"))


def running_after(sentence: Phrases) -> Iterator[Found]:
    """ "Entered the shop and stealing 12 laptops", "plans to hire 50 people and opening a second office"."""
    tokens = sentence.tokens
    for at in _ands(sentence):
        running = tokens[at + 1]
        if running.tag != "VBG" or tokens[at + 2].tag not in ("DT", "CD", "PRP$"):
            continue
        lead = next(
            (
                back
                for back in range(at - 1, max(sentence.first, at - 9), -1)
                if tokens[back].tag.startswith("VB")
                or tokens[back].tag in _MARKS | {"MD", "CC"}
                or tokens[back].lower in LINKING
            ),
            None,
        )
        if lead is None or tokens[lead].lemma in _WITH_GERUND or tokens[at - 1].tag not in NOUNS:
            continue
        if any(each.tag == "IN" and each.lower in _BEFORE_GERUND for each in tokens[lead + 1 : at]):
            continue
        base = lexicon.lemmas(running.lower, "VBG")
        told = tokens[lead]
        if not base or running.lower in ("including", "being", "according", "following"):
            continue
        if any(each.tag == "VBG" for each in tokens[:lead]):
            continue
        if told.tag == "VB" and tokens[lead - 1].tag in ("TO", "MD"):
            yield found("chain", running, running, base[0])
        elif told.tag == "VBD" and told.lower not in ("was", "were", "had", "did"):
            yield found("chain", running, running, form(base[0], "VBD"))


def bare_main(sentence: Phrases) -> Iterator[Found]:
    """ "When the boat overturned, fishermen rescue 13 passengers"."""
    tokens = sentence.tokens
    if tokens[sentence.first].lower not in ("when", "after", "as", "before") or any(
        each.lower in _HABIT for each in tokens
    ):
        return
    comma = next((at for at, each in enumerate(tokens) if each.text == ","), None)
    if comma is None or comma + 4 >= len(tokens):
        return
    told = [each for each in tokens[:comma] if each.tag in FINITE]
    if len(told) != 1 or told[0].tag != "VBD":
        return
    end = comma + 1
    while (end < len(tokens) - 2 and tokens[end].tag in ("DT", "PRP$", "JJ", "CD", "NNS", "NNP", "PRP")) or (
        tokens[end].tag == "NN" and not _is_bare(tokens[end])
    ):
        end += 1
    verb, before = tokens[end], tokens[end - 1]
    if end < comma + 2 or not (before.tag == "NNS" or before.lower in ("they", "we", "people", "police")):
        return
    if (
        verb.tag in ("VBP", "NN", "VB")
        and verb.lemma not in SAYING
        and _is_bare(verb)
        and _takes(tokens, end + 1)
    ):
        yield found("chain", verb, verb, form(verb.lower, "VBD"))


def past_infinitive(sentence: Phrases) -> Iterator[Found]:
    """ "Used helicopters to evacuated 300 people"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 1, len(tokens) - 3):
        verb = tokens[at + 1]
        helped = tokens[at].lemma == "help" and tokens[at].tag.startswith("VB")
        if (
            not (tokens[at].tag == "TO" or helped)
            or verb.tag not in ("VBN", "VBD")
            or not verb.text.islower()
        ):
            continue
        if "VB" in lexicon.tags(verb.lower) or tokens[at - 1].tag not in NOUNS | {"TO"}:
            continue
        if tokens[at + 2].tag not in _AFTER_PAST and tokens[at + 2].lower not in (
            "home",
            "back",
            "down",
            "out",
        ):
            continue
        base = lexicon.lemmas(verb.lower, "VBD") or lexicon.lemmas(verb.lower, "VBN")
        if base:
            yield found("chain", verb, verb, base[0])


def with_bare(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """ "With the goalkeeper lie on the ground", "ended with Berg dive to her left"."""
    tokens = sentence.tokens
    for at in range(sentence.first, len(tokens) - 4):
        if tokens[at].lower != "with":
            continue
        verb = at + 2
        while verb < min(at + 5, len(tokens) - 2) and tokens[verb].lower not in _POSTURES:
            verb += 1
        noun = tokens[verb - 1]
        if tokens[verb].lower not in _POSTURES or not (noun.tag == "NNP" or noun.lower in people):
            continue
        if any(
            each.tag not in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "CD") for each in tokens[at + 1 : verb]
        ):
            continue
        if tokens[verb + 1].tag in ("IN", "TO") and tokens[verb + 2].tag in ("DT", "PRP$"):
            yield found("chain", tokens[verb], tokens[verb], form(tokens[verb].lower, "VBG"))


def _is_bare(verb: Token) -> bool:
    tags = lexicon.tags(verb.lower)
    return (
        verb.text.islower()
        and "VB" in tags
        and not tags & {"VBD", "VBN", "IN", "RB", "MD", "DT", "PRP", "JJ"}
    )


def _takes(tokens: Sequence[Token], at: int, *, many: bool = False) -> bool:
    """Whether an object follows: one with an article, a number or a pronoun; with `many` a bare plural as well."""
    token = tokens[at]
    if token.lower in VAGUE and at + 1 < len(tokens):
        token = tokens[at + 1]
    if token.lower in ("that", "this", "all", "both", "each", "every", "half"):
        return False
    return token.tag in _OBJECT or token.lower in _PRONOUNS or (many and token.tag == "NNS")


def _last_verb(sentence: Phrases, end: int) -> int | None:
    """The last finite verb before `end` in the same stretch between marks; None where another clause's words stand between."""
    tokens = sentence.tokens
    for at in range(end - 1, sentence.first, -1):
        if tokens[at].tag in FINITE:
            lead = tokens[max(0, at - 6) : at]
            if any(
                each.tag in ("WDT", "WP", "WRB") or each.lower in ("that", "if", "when", "because")
                for each in lead
            ):
                return None
            return at
        if tokens[at].tag in _MARKS or tokens[at].lower in LINKING - _ALSO_PREPOSITIONS:
            return None
    return None
