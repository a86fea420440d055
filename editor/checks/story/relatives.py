"""The relative pronoun by what it stands for: "who" for people, "which" for things, "whose" before a noun, "where" for places.

Keeps quiet where another noun may be meant. Swan, "Practical English Usage", relatives; AP Stylebook: that, which; who, whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.checks.kindred import register
from editor.checks.registry import Hit
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.phrases import TEMPORAL
from editor.text.subjects.clauses import Clauses
from editor.text.subjects.noun_phrases import plain
from editor.text.words import words
from editor.values import Severity, Span

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NAMES = frozenset(["NNP", "NNPS"])
_NOUNS = frozenset(["NN", "NNS"])
_PRONOUNS = words("who which that what whom")
_TITLES = words("""mr mr. mrs mrs. ms ms. miss dr dr. prof. professor sir dame lord lady rev. sen. rep. gov. gen. col. capt. maj. lt. sgt.
    president minister premier chancellor king queen prince princess judge justice mayor governor senator captain coach""")
_SAYING = words("said says told added explained insisted recalled argued")
_ASKING = words("""say ask know see wonder explain understand describe add question tell show learn decide discuss think believe
    realize remember find hear guess discover reveal matter consider determine specify regardless imagine answer check is was""")
_OPENING = words("""if when while because although though since as after before in on at for to with by from despite during without
    what where how whether unless once even until under of and but or so yet""")
_SUBORDINATE = words("if when while because although though since as unless once until whether than where")
_SPLICED = words("most some many all none half both several few")
_PEOPLE_SUBJECTS = words("them whom")
# Verbs of being somewhere, which leave no gap for "which" in a place.
_COLLECTIVES = words("""charity charities union unions party parties committee council commission organisation institute federation
    association foundation board panel court parliament chain brewery bakery startup watchdog regulator club clubs newspaper""")
# Verbs whose object is a person.
_DOING = words("""praise criticize criticise blame accuse arrest detain charge convict jail sue question interview meet marry know love hate
    admire respect trust fear elect appoint name nominate hire fire dismiss support oppose defeat beat kill murder shoot wound attack
    rescue save treat describe regard see identify recognize remember visit invite honor honour mourn expel deport free release
    release kidnap abduct hold employ train teach raise adopt replace succeed suspect back endorse mock insult threaten warn""")
_STAYING = words(
    "die live work stay sleep study grow reside happen occur play train land serve vote camp shelter gather rest"
)
# Verbs that want an object, which "where" can't be.
_TAKING = words(
    "serve visit own buy cover attack bomb destroy control occupy capture flee love describe call build inspect govern rule"
)
_PLACES = words("""city cities town towns village villages country countries region regions area areas province provinces district
    districts island islands camp camps hotel hotels house houses school schools hospital hospitals building buildings
    neighborhood neighborhoods neighbourhood street streets valley stadium university prison apartment airport""")
_OWNED = words("""parents father mother wife husband son daughter sons daughters brother sister brothers sisters children family home house
    name names leader leaders owner owners members career work works car job death contract term books book films film songs
    company shop farm team club land lawyer lawyers""")
_CARRIED = words("in of to for from on at by with near")
_TIMES = words("time times day days week weeks month year night moment morning evening")
_COUNTED = words("one two three four five six seven eight nine ten several some many most")


class Find(NamedTuple):
    """Something found, and the kind that names the rule that tells of it."""

    kind: str
    hit: Hit


def _hit(
    kind: str, first: Token, last: Token, right: str | tuple[str, ...], severity: Severity | None = None
) -> Find:
    rights = (right,) if isinstance(right, str) else right
    return Find(kind, Hit(Span(first.start, last.end), rights, severity=severity))


def _persons(story: Story) -> frozenset[str]:
    """The last words of names that the story shows to be people's: with an age, a title, or "a singer" after them."""
    found: set[str] = set()
    people, places = story.lists["confusions-people"], story.lists["gazetteer"]
    for line in story.body:
        tokens = plain(line.tagged)
        for at, token in enumerate(tokens):
            if token.tag not in _NAMES or (at + 1 < len(tokens) and tokens[at + 1].tag in _NAMES):
                continue
            if token.lower in places or token.lower in _NO_PERSONS:
                continue
            start = at
            while start > 0 and tokens[start - 1].tag in _NAMES:
                start -= 1
            after = tokens[at + 1 : at + 8]
            before = tokens[start - 1] if start else None
            titled = any(each.lower in _TITLES for each in tokens[max(0, start - 1) : at])
            named = (
                before is not None
                and before.text == ","
                and start > 1
                and tokens[start - 2].lower in people
                and tokens[start - 2].tag == "NN"
                and at > start
            )
            aged = (
                len(after) > 2
                and after[0].text == ","
                and after[1].text.isdigit()
                and len(after[1].text) < 3
                and after[2].text in (",", ".")
            )
            if aged or titled or named or _described(after, people):
                found.add(token.text)
    return frozenset(found)


_MONTHS = words(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec."
)


_BODIES = words(
    "inc inc. corp corp. co co. ltd ltd. plc group bank party university council company club united city court house"
)
_NO_PERSONS = _BODIES | _MONTHS | words("europe africa asia")


def _described(after: Sequence[Token], people: frozenset[str]) -> bool:
    """Whether an apposition that names a person follows: ", a retired teacher"."""
    if len(after) < 3 or after[0].text != "," or after[1].lower not in ("a", "an", "the"):
        return False
    for place, token in enumerate(after[2:], 2):
        if token.tag in ("JJ", "VBN", "VBG"):
            continue
        nearer = place + 1 < len(after) and after[place + 1].tag in _NOUNS
        if token.tag in _NOUNS and not nearer:
            return token.lower in people and token.tag == "NN"
        if token.tag not in _NOUNS:
            return False
    return False


def _read(story: Story) -> Iterator[Find]:
    persons: frozenset[str] | None = None
    for line in story.body:
        lower = story.text[line.span.start : line.span.end].lower()
        if not any(
            each in lower
            for each in (
                ", wh",
                ", that ",
                " whom ",
                " where ",
                "which ",
                " who ",
                " who'",
                " who’",
                ", there ",
                '" there ',
                " of it ",
                " of them ",
                "whereof",
                "time when",
            )
        ):
            continue
        if persons is None:
            persons = _persons(story)
        yield from relatives(plain(line.tagged), persons, story.lists)


def relatives(
    tokens: Sequence[Token], persons: frozenset[str], lists: Mapping[str, frozenset[str]]
) -> Iterator[Find]:
    """Every pronoun of a sentence that does not go with what it stands for."""
    people = lists["confusions-people"]
    things = lists["confusions-things"]
    if len(tokens) < 5:
        return
    clauses = Clauses(tokens)
    for at, token in enumerate(tokens):
        if at < 1 or at + 2 >= len(tokens):
            continue
        lower = token.lower
        if lower in _PRONOUNS and token.tag in ("WP", "WDT", "IN", "DT"):
            yield from _pronoun(clauses, at, persons, people, things)
        elif lower in ("it", "them") and tokens[at - 1].lower == "of":
            yield from _spliced(tokens, at, people)
        elif lower == "where":
            yield from _where(tokens, at)
        elif (
            lower == "when"
            and tokens[at - 1].lower == "time"
            and at > 1
            and tokens[at - 2].lower in ("first", "second", "third", "last", "only", "fourth", "fifth")
        ):
            if tokens[at - 3].lower in ("the", "was", "is"):
                yield _hit("time", token, token, "that")
        elif lower == "whereof" and tokens[at + 1].lower in _COUNTED | {"all", "none"}:
            human = any(each.lower in people for each in tokens[max(0, at - 3) : at])
            yield _hit(
                "splice", token, tokens[at + 1], f"{tokens[at + 1].lower} of {'whom' if human else 'which'}"
            )
        elif lower == "there" and tokens[at - 1].text == ",":
            yield from _there(tokens, at)


def _next_verb(tokens: Sequence[Token], at: int) -> int | None:
    """The finite verb that begins right at `at`, adverbs passed over; None where none does."""
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    return at if at < len(tokens) and tokens[at].tag in _FINITE else None


def _pronoun(
    clauses: Clauses, at: int, persons: frozenset[str], people: frozenset[str], things: frozenset[str]
) -> Iterator[Find]:
    tokens = clauses.tokens
    token, before = tokens[at], tokens[at - 1]
    lower = token.lower
    aside = before.text == ","
    verb = _next_verb(tokens, at + 1)
    if aside:
        name = at - 2
        if (
            name > 2
            and tokens[name].text.isdigit()
            and len(tokens[name].text) < 3
            and tokens[name - 1].text == ","
        ):
            name -= 2
            if tokens[name].tag in _NAMES and tokens[name].lower not in _MONTHS and lower != "who":
                yield from _of_person(tokens, at, verb)
                return
        if (
            name >= 0
            and tokens[name].tag in _NAMES
            and lower != "who"
            and (tokens[name].text in persons or _personal(tokens, name))
        ):
            start = name
            while start > 0 and tokens[start - 1].tag in _NAMES:
                start -= 1
            led = (
                start == 0
                or tokens[start - 1].lower in _SAYING
                or (start == 1 and tokens[0].lower in _TITLES)
            )
            if led:
                yield from _of_person(tokens, at, verb)
                return
        if lower == "that" and verb is None and "VBD" in tokens[at + 1].tags:
            verb = at + 1
        if lower == "that" and verb is not None and _subject_only(clauses, at - 1) and _resumed(tokens, verb):
            human = tokens[at - 2].lower in people or tokens[at - 2].text in persons
            if not (tokens[at - 2].tag in _NAMES and not human):
                yield _hit("comma", token, token, "who" if human else "which")
            return
        if (
            lower == "what"
            and verb is not None
            and name >= 0
            and tokens[name].tag in _NAMES
            and name < 3
            and _resumed(tokens, verb)
        ):
            yield _hit("comma", token, token, "which")
            return
        if lower == "what" and verb is None:
            yield from _what(clauses, at)
            return
    if lower == "who" and tokens[at + 1].lower == "'s":
        if _owning(tokens, at, things):
            yield _hit("whose", token, tokens[at + 1], "whose")
    elif lower == "who" and verb is None:
        yield from _object(clauses, at, persons, people)
    elif lower == "who" and verb is not None:
        yield from _who(clauses, at, verb, things)
    elif lower == "which" and before.lower not in _CARRIED:
        yield from _which(tokens, at)
    elif lower == "whom" and tokens[at + 1].lower in _OWNED and (aside or before.tag in _NOUNS):
        verb = _next_verb(tokens, at + 2)
        if verb is not None and tokens[verb + 1].tag in ("DT", "PRP$", "CD", "JJ"):
            yield _hit("whose", token, token, "whose")


def _personal(tokens: Sequence[Token], name: int) -> bool:
    """Whether the two words up to `name` open the sentence, are no common words, and the sentence goes on with "he" or "she"."""
    return (
        name == 1
        and tokens[0].tag in _NAMES
        and not lexicon.knows(tokens[0].lower)
        and not lexicon.knows(tokens[1].lower)
        and any(each.lower in ("he", "she", "his") for each in tokens[3:])
    )


def _of_person(tokens: Sequence[Token], at: int, verb: int | None) -> Iterator[Find]:
    token = tokens[at]
    lower = token.lower
    if verb is not None and lower in ("which", "that", "what"):
        if lower == "that" and tokens[verb].lower in ("is", "was", "would", "will", "means", "meant"):
            return
        yield _hit("person", token, token, "who")
    elif lower in ("which", "whom") and tokens[at + 1].tag in _NOUNS:
        after = _next_verb(tokens, at + 2)
        if after is not None:
            yield _hit("whose", token, token, "whose")


def _subject_only(clauses: Clauses, comma: int) -> bool:
    """Whether all before the comma is one noun phrase with what hangs on it."""
    tokens = clauses.tokens
    if tokens[0].tag not in ("DT", "PRP$", "NN", "NNS", "JJ", "NNP"):
        return False
    if any(
        each.tag in _FINITE
        or each.text == ","
        or each.tag in ("PRP", "CC", "WP", "WDT", "WRB", "TO", "VB", "VBG")
        for each in tokens[:comma]
    ):
        return False
    if tokens[0].lower in _OPENING or tokens[0].tag == "RB":
        return False
    head = tokens[comma - 1]
    return head.tag in _NOUNS | _NAMES and head.lower not in _TIMES


def _resumed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether after the clause a comma and the sentence's own verb come: ", closed higher"."""
    for place in range(verb + 1, len(tokens) - 1):
        if tokens[place].text == ",":
            after = tokens[place + 1]
            return after.tag in ("VBD", "VBZ", "VBP", "MD") and after.lower not in _SAYING
        if tokens[place].text in (":", ";", "."):
            return False
    return False


def _what(clauses: Clauses, at: int) -> Iterator[Find]:
    """ "The unions got a raise, what the bank had feared": the clause before is meant, and "what" is an object."""
    tokens = clauses.tokens
    before = tokens[: at - 1]
    if (
        len(before) < 5
        or before[0].lower in _OPENING
        or tokens[at - 2].tag in ("CC", "RB", "VBD", "VBZ", "VB")
    ):
        return
    if not any(each.tag in ("VBD", "VBZ", "VBP", "MD") for each in before):
        return
    if any(
        each.lemma in _ASKING
        and each.tag[:2] == "VB"
        and each.tag != "VBN"
        and each.lower not in ("is", "was")
        for each in before
    ) or any(each.lower in ("about", "is", "was", "matter") for each in before[-4:]):
        return
    if any(
        each.tag in ("WP", "WRB", "``") or each.text in (",", ":", "—", "--", ";") for each in before[-7:]
    ):
        return
    rest = tokens[at + 1 :]
    finite = [place for place, each in enumerate(rest) if each.tag in ("VBD", "VBZ", "VBP", "MD")]
    if len(finite) != 1 or finite[0] > 6 or rest[finite[0]].lower in ("is", "was", "are", "were", "'s"):
        return
    if rest[0].tag not in ("DT", "PRP$", "NNP", "NNS", "PRP") or any(
        each.text in (",", ":", "?") for each in rest[:-1]
    ):
        return
    verb = finite[0]
    while verb + 1 < len(rest) and rest[verb + 1].tag in ("VB", "VBN", "RB"):
        verb += 1
    if verb + 1 < len(rest) and rest[verb + 1].tag not in ("IN", ".", "RB", "CD", "TO"):
        return
    yield _hit("what", tokens[at], tokens[at], "which", Severity.QUERY if rest[0].tag == "PRP" else None)


def _who(clauses: Clauses, at: int, verb: int, things: frozenset[str]) -> Iterator[Find]:
    tokens = clauses.tokens
    aside = tokens[at - 1].text == ","
    heads = [tokens[head] for head, _ in clauses.antecedents(at)]
    if not heads:
        return
    near = heads[0]
    if near.tag in _NAMES and aside:
        near = _called(tokens, at - 2)
        heads = [near]
    if near.tag not in _NOUNS or near.lower not in things | _COLLECTIVES:
        return
    if any(each.lower not in things | _COLLECTIVES | TEMPORAL for each in heads):
        return
    if any(
        each.lower in ("those", "one", "everyone", "anyone", "someone")
        or each.lemma in ("ask", "know", "decide", "say", "tell", "see", "show")
        for each in tokens[max(0, at - 8) : at]
    ):
        return
    if tokens[verb].lemma in ("say", "tell", "think", "want", "believe"):
        return
    doubtful = near.lower in _COLLECTIVES or (
        aside and near.lower in ("company", "companies", "firm", "firms")
    )
    severity = Severity.QUERY if doubtful else None
    yield _hit("thing", tokens[at], tokens[at], "which" if aside else "that", severity)


def _called(tokens: Sequence[Token], name: int) -> Token:
    """What the name that ends at `name` is said to be: "the union Alba" is a union; else the name itself."""
    start = name
    while start > 0 and tokens[start - 1].tag in _NAMES:
        start -= 1
    if start > 3 and any(each.lower == "of" for each in tokens[start - 3 : start - 1]):
        # "the queen of the game Ruzic" may be the queen.
        return tokens[name]
    return tokens[start - 1] if start > 0 else tokens[name]


def _owning(tokens: Sequence[Token], at: int, things: frozenset[str]) -> bool:
    """Whether "who's" stands after a thing and before a noun: "a river who's name"."""
    head = at - 2 if tokens[at - 1].text == "," else at - 1
    return (
        tokens[head].tag in _NOUNS
        and tokens[head].lower in things
        and tokens[at + 2].tag in _NOUNS | {"JJ", "JJS"}
    )


def _object(clauses: Clauses, at: int, persons: frozenset[str], people: frozenset[str]) -> Iterator[Find]:
    """ "The judge, who lawyers praised for her patience": "whom"."""
    tokens = clauses.tokens
    head = at - 2 if tokens[at - 1].text == "," else at - 1
    if head < 0 or not (tokens[head].lower in people or tokens[head].text in persons):
        return
    if any(each.lemma in _ASKING and each.lower not in ("is", "was") for each in tokens[max(0, at - 6) : at]):
        return
    phrase = clauses.phrase(at + 1)
    if phrase is None or tokens[at + 1].tag not in ("DT", "NNS", "NNP", "PRP$", "JJ"):
        return
    verb = phrase.end
    if verb + 2 < len(tokens) and tokens[verb].lower in ("on", "in", "from", "at", "of"):
        inner = clauses.phrase(verb + 1)
        verb = inner.end if inner is not None else verb
    while verb < len(tokens) and (tokens[verb].lemma == "have" or tokens[verb].tag == "RB"):
        verb += 1
    if (
        verb + 1 >= len(tokens)
        or tokens[verb].tag not in ("VBD", "VBN", "VBZ", "VBP")
        or tokens[verb].lemma not in _DOING
    ):
        return
    if tokens[verb + 1].tag in ("IN", ".", ",", "TO", "RB"):
        yield _hit("whom", tokens[at], tokens[at], "whom")


def _which(tokens: Sequence[Token], at: int) -> Iterator[Find]:
    """ "The village which 11 of the victims died in the night": "where"."""
    head = at - 2 if tokens[at - 1].text == "," else at - 1
    place = head >= 0 and (
        tokens[head].lower in _PLACES or (tokens[head].tag in _NAMES and _in_place(tokens, head))
    )
    if not place:
        return
    for verb in range(at + 2, min(len(tokens) - 1, at + 9)):
        if tokens[verb].tag in _FINITE:
            main = verb
            while (
                main + 1 < len(tokens)
                and tokens[main].lemma in ("have", "be")
                and tokens[main + 1].tag in ("VBN", "RB")
            ):
                main += 1
            after = tokens[main + 1] if main + 1 < len(tokens) else None
            if (
                tokens[main].lemma in _STAYING
                and tokens[main].tag != "MD"
                and after is not None
                and (
                    after.tag in (".", ",")
                    or after.lower in ("last", "on", "when", "after", "for", "until", "during", "before")
                )
            ):
                yield _hit("where", tokens[at], tokens[at], "where")
            return
        if tokens[verb].text == ",":
            return


def _in_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` is a place's: "in the village of Soria", "in Soria"."""
    while at > 0 and tokens[at - 1].tag in _NAMES:
        at -= 1
    before = tokens[at - 1].lower if at else ""
    return before in ("in", "near") or (before == "of" and at > 1 and tokens[at - 2].lower in _PLACES)


def _where(tokens: Sequence[Token], at: int) -> Iterator[Find]:
    """ "Cities where the airline serves": the verb lacks its object, which "where" can't be."""
    if tokens[at - 1].lower not in _PLACES:
        return
    for verb in range(at + 2, min(len(tokens) - 1, at + 6)):
        if tokens[verb].tag in ("VBD", "VBZ", "VBP"):
            main = verb
            while (
                main + 1 < len(tokens)
                and tokens[main].lemma == "have"
                and tokens[main + 1].tag in ("VBN", "RB")
            ):
                main += 1
            if tokens[main].lemma in _TAKING and (
                tokens[main + 1].tag in (".", ",") or tokens[main + 1].lower in ("last", "in", "on", "every")
            ):
                yield _hit("where", tokens[at], tokens[at], ("that", "which"), Severity.QUERY)
            return
        if tokens[verb].tag not in ("NN", "NNS", "NNP", "JJ", "DT", "PRP", "RB"):
            return


def _there(tokens: Sequence[Token], at: int) -> Iterator[Find]:
    """ "It lies on the Ring of Fire, there most quakes occur": "where"."""
    if (
        at < 4
        or tokens[at - 2].tag not in _NAMES | _NOUNS
        or tokens[0].lower in _OPENING
        or at + 4 > len(tokens)
    ):
        return
    following = tokens[at + 1]
    if following.tag not in ("DT", "PRP$", "PRP", "JJS", "JJ", "NNS") or following.lower in (
        "no",
        "that",
        "this",
        "another",
    ):
        return
    if not any(each.tag in _FINITE for each in tokens[: at - 1]) or any(
        each.text == "," for each in tokens[: at - 1]
    ):
        return
    for place in range(at + 2, min(len(tokens), at + 10)):
        if tokens[place].tag in _FINITE or (tokens[place].tag == "VB" and tokens[place].lemma in _STAYING):
            yield _hit("where", tokens[at], tokens[at], "where")
            return
        if tokens[place].text in (",", ":"):
            return


def _spliced(tokens: Sequence[Token], at: int, people: frozenset[str]) -> Iterator[Find]:
    """ "Helicopters, some of them came from Italy": "some of which"."""
    amount = at - 2
    if amount < 2 or (tokens[amount].lower not in _SPLICED and tokens[amount].tag != "CD"):
        return
    comma = amount - 1
    if tokens[comma].text != "," or tokens[comma - 1].tag not in _NOUNS | _NAMES | {"CD", "$"}:
        return
    verb = _next_verb(tokens, at + 1)
    if verb is None or (
        tokens[verb].tag == "VBD"
        and "VBN" in tokens[verb].tags
        and tokens[verb].lower not in ("was", "were", "had", "came")
    ):
        return
    before = tokens[:comma]
    if any(each.lower in _SUBORDINATE for each in before) or any(
        each.lemma in ("say", "add", "tell", "think", "believe") for each in before[-3:]
    ):
        return
    if before[0].lower in _OPENING and not any(each.text == "," for each in before):
        return
    finite = any(each.tag in _FINITE for each in before)
    later = any(each.tag in _FINITE | {"VBN"} for each in tokens[verb + 2 :])
    if not finite and not later:
        return
    if tokens[at].lower == "it":
        right = "which"
    else:
        near = [each for each in before if each.tag in ("NNS", "NNPS") or each.lower == "people"]
        if not near:
            return
        right = "whom" if near[-1].lower in people else "which"
    yield _hit("splice", tokens[at], tokens[at], right)


register("relatives", ("person", "thing", "comma", "what", "whose", "whom", "where", "splice", "time"), _read)
