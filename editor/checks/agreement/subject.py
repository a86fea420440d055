"""A verb that agrees with no reading of its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.agreement.clash import NUMBER, Clash, clash_at, shown_by
from editor.checks.registry import Hit
from editor.text import lexicon, number
from editor.text.model import Token
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import TEMPORAL
from editor.text.subjects.walk import Subject
from editor.text.tagset import NOUNS
from editor.text.words import words
from editor.values import Severity, Span

# "They demanded that he leave": the verb stays bare after these.
MANDATIVE = words("""demand insist cry ask suggest recommend propose request require urge order move command advise stipulate prefer decree
    direct mandate instruct vote rule proposal suggestion recommendation requirement condition insistence motion
    essential important vital crucial imperative necessary critical advisable desirable urgent lest rather call plea
    beg petition appeal specify warrant desire wish preference agreement agree dictate expectation mandatory preferable
    fitting adamant anxious keen calling provide provided god heaven bless beware""")

_SENSES = words("feel hear see notice watch observe make let help have find")

_ASKING_VERBS = words(
    "do does did can could may might must shall should will would ca wo to 'll 'd need dare let lets"
)

_UNREAL = words("if though unless whether wish wished wishes lest suppose supposing imagine imagining")

_SAYING_AFTER = words("say add explain ask note argue warn reply write read go insist recall")

MASS = words("""evidence information news advice furniture equipment luggage baggage traffic weather research progress knowledge
    homework housing money music software hardware machinery damage aid food water oil gas energy power trade work
    violence fighting travel help health education growth demand supply support pressure security inflation rail staff
    fuel electricity corruption unemployment poverty pollution access action attention business control data
    production consumption output transport construction manufacture legislation staff personnel cattle livestock machinery
    scenery jewelry jewellery poetry behavior behaviour training funding coverage assistance cooperation""")

# Verbs with an object, after which no clause without "that" can begin.
_MAKING = words("""make sell buy build own run produce use carry hold attack kill hit visit lead play drive catch destroy contain
    include cover break bring supply manage operate treat serve wear eat drink export import grow lose win steal fly
    cross join leave enter employ hire train teach write publish sing design paint repair rent lend provide offer""")

# After these a list of subjects is sure to begin; elsewhere "and" may join two clauses.
_FIRM = words("that if because when whether while although though say says said where neither either both")

_WAYS = words("way time moment day year reason extent degree speed rate place manner minute")

# Verbs that the tagger may take for nouns and that take a clause without "that".
_SHOWING = words(
    "show shows indicate indicates suggest suggests mean means claim claims report reports fear fears hope hopes note notes find finds forecast forecasts estimate estimates"
)


def with_subject(
    tokens: Sequence[Token], at: int, subjects: Sequence[Subject], british: bool, names: frozenset[str]
) -> Iterator[Clash]:
    shown = shown_by(tokens, at)
    if not shown:
        return
    token = tokens[at]
    for subject in subjects:
        have = subject.number
        if have & shown or not have & EITHER:
            if not (have & GROUP):
                return
            if have & shown:
                return
        if have & GROUP and (british or shown == ONE):
            return
        if tokens[subject.head].tag == "PRP" and tokens[subject.head].lower == "i":
            return
        if bare_is_right(tokens, subject, at):
            return
    subject = subjects[0]
    head = tokens[subject.head]
    if shown == MANY and british and head.text[:1].isupper() and subject.start == subject.head == 0:
        # "Arsenal were": a team, which the sentence's beginning hides.
        return
    if shown == ONE and (head.text in names or _named_and_explained(tokens, subject)):
        return
    if _number_slipped(tokens, subject, shown, at):
        return
    whole = tokens[subject.start].lower in ("each", "every") and token.lower not in NUMBER
    if head.lower in TEMPORAL and not whole and not subject.joined:
        return
    if _reads_otherwise(tokens, at, subject, shown):
        return
    if head.tag in ("NNP", "NNPS") and subject.number & GROUP and not _steady_name(tokens, subject, at):
        return
    months = subject.joined and head.lower in TEMPORAL
    if head.tag != "VBG" and not months and _complement(tokens, at, subject, shown):
        return
    if tokens[at].lemma in _SAYING_AFTER and tokens[at - 1].tag == ",":
        return
    opener = tokens[subject.start - 1] if subject.start else None
    if opener is not None and (
        opener.lower in ("what", "which", "whatever")
        or (opener.lower == "whose" and subject.apart)
        or (opener.lower in ("where", "when") and subject.apart and token.lower not in NUMBER)
        or opener.lower == "than"
        or (
            opener.lower == "that"
            and subject.apart
            and subject.start > 1
            and tokens[subject.start - 2].tag in NOUNS
            and not any(each.lower == "time" for each in tokens[max(0, subject.start - 8) : subject.start])
        )
        or (opener.lower == "if" and head.lower in ("anything", "any"))
    ):
        return
    if token.lower in ("is", "was", "are", "were") and subject.apart and _predicate_agrees(tokens, at, shown):
        return
    if (
        head.lower == "something"
        or head.lower == "there"
        or (token.lower == "do" and at + 1 < len(tokens) and tokens[at + 1].lower == "so")
    ):
        return
    if subject.joined and opener is not None and opener.lower not in _FIRM:
        return
    kind, severity = _kind(tokens, subject)
    if (
        kind == "subject"
        and shown == MANY
        and _left_bare(tokens, subject)
        and (opener is None or opener.tag != ",")
    ):
        plural = lexicon.inflect(head.lemma, "NNS")
        if plural and lexicon.knows(plural):
            text = plural.capitalize() if head.text[:1].isupper() else plural
            message = f"'{head.text}' is singular but its verb is plural; '{text}' is meant."
            yield Clash("unmarked", Hit(Span(head.start, head.end), (text,), message))
            return
    yield Clash(kind, clash_at(tokens, at, shown, head, severity))


def _named_and_explained(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a lone capitalised word is told of as one thing: "Skulls, a program that poses as a game, is"."""
    alone = subject.head == subject.start and tokens[subject.head].text[:1].isupper()
    after = [each.lower for each in tokens[subject.head + 1 : subject.head + 3]]
    return alone and after in ([",", "a"], [",", "an"])


def _number_slipped(tokens: Sequence[Token], subject: Subject, shown: int, at: int) -> bool:
    """Whether the noun, not its verb, is at fault: "all the flamingo were", "advices was", "rain stop play"."""
    head = tokens[subject.head]
    opener = tokens[subject.start]
    if shown == MANY and head.tag == "NN" and opener.lower in _SEVERAL:
        return True
    if shown == ONE and any(each.tag == "NNS" and each.lemma in MASS for each in tokens[subject.start : at]):
        return True
    following = tokens[subject.head + 1 : subject.head + 4]
    if shown == MANY and head.lower == "amount" and any(each.tag == "NNS" for each in following):
        # "A large amount of refugees have": "number" is meant.
        return True
    if shown == ONE and head.lower in _SUMS and subject.start < subject.head:
        # "Sixty-two pounds is what they earn."
        return True
    bare = opener.tag in NOUNS and subject.head == subject.start + 1 and not subject.apart
    return bare and shown == MANY and head.tag == "NN" and "VB" in head.tags and opener.lower in _WEATHER


# What something else is dated by.
_EVENTS = words("""start beginning end launch outbreak fall creation introduction election death arrival war coup revolution opening
    closure collapse signing adoption onset birth""")
_SUMS = words(
    "pounds dollars euros yen miles kilometers kilometres meters metres feet points degrees percent tons tonnes"
)
# Openers with which a singular noun has lost its ending, and what "stops play".
_SEVERAL = words("all both many several few these those")
_WEATHER = words("rain light snow fog wind hail lightning")


def _reads_otherwise(tokens: Sequence[Token], at: int, subject: Subject, shown: int) -> bool:
    """Whether something near tells that the verb has another subject, or that the words are mentioned, not used."""
    token, head = tokens[at], tokens[subject.head]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1]
    opener = tokens[subject.start - 1] if subject.start else None
    if before.lower in ("all", "both", "each") and shown == MANY:
        return True
    if (
        shown == MANY
        and opener is not None
        and opener.lower in ("since", "before", "after", "until")
        and head.lower in _EVENTS
        and any(each.tag in ("NNS", "NNPS") for each in tokens[: subject.start - 1])
    ):
        # "Projects launched since the start of the scheme were": when they were launched.
        return True
    if (
        head.lower in ("proportion", "percentage", "share")
        and tokens[subject.start].lower == "the"
        and shown == ONE
    ):
        return True
    if any(each.isupper() for each in head.text[1:]) and not head.text.isupper():
        # "iTunes is".
        return True
    if before.lower in ("will", "can", "may", "must") and token.tag in ("VB", "VBP"):
        # "The winner of the grand final will get": no noun.
        return True
    if shown == ONE and subject.joined and tokens[subject.start].lower in ("each", "every", "no"):
        return True
    if head.text in ("Jr.", "Sr.", "Mrs.") or (
        head.tag == "NNP" and any(each.text == "Mrs." for each in tokens[:at])
    ):
        return True
    if before.lower in ("me", "him", "her", "us", "them", "it") and tokens[at - 2].lemma in _SENSES:
        return True
    if (
        opener is not None
        and tokens[subject.start].tag == "PRP$"
        and opener.lemma in _SENSES
        and opener.tag in ("VBP", "VBD", "VB")
    ):
        # "Fans who buy a ticket and then find their view blocked by a pillar are entitled": an object.
        return True
    if (
        shown == MANY
        and before.tag == ","
        and any(each.lemma in ("let", "help", "make") for each in tokens[:at])
    ):
        return True
    if head.lower in ("help", "will", "can") or (
        head.lower.endswith("ing") and tokens[subject.head - 1].tag == "NNS"
    ):
        return True
    if shown == ONE and token.lemma in ("refer", "mean", "denote", "stand"):
        return True
    if after is not None and shown == ONE and after.tag in ("WRB", "WP") and subject.joined:
        return True
    if token.lower in ("are", "were", "is", "was"):
        if tokens[0].lower in ("what", "which") and subject.start > 0:
            return True
        if head.tag == "VBG" and after is not None and after.tag in NOUNS | {"DT", "PRP$"}:
            return True
    listed = opener is not None and opener.tag in (",", "CC") and token.lower not in NUMBER and shown == MANY
    if listed and any(each.tag in ("TO", "MD") for each in tokens[: subject.start]):
        return True
    bare = not any(
        each.tag in ("DT", "PRP$", "POS", "PDT", "CD", "NNP")
        for each in tokens[subject.start : subject.head + 1]
    )
    return bool(
        opener is not None and opener.tag == "," and head.tag == "NN" and bare and head.lower not in MASS
    )


def _predicate_agrees(tokens: Sequence[Token], at: int, shown: int) -> bool:
    """Whether the noun after "be" has the verb's number: "the installation were silver balloons" is a matter of style."""
    after = at + 1
    while after < len(tokens) and tokens[after].tag in ("DT", "JJ", "RB", "CD", "PRP$", "JJS", "JJR"):
        after += 1
    return after < len(tokens) and tokens[after].tag in NOUNS and bool(number.of_noun(tokens[after]) & shown)


def _kind(tokens: Sequence[Token], subject: Subject) -> tuple[str, Severity | None]:
    head = tokens[subject.head]
    if head.tag == "PRP":
        return ("compound" if subject.apart else "pronoun"), None
    if head.tag == "VBG" and subject.head == subject.start:
        return "gerund", None
    if subject.number & GROUP:
        return "collective", None
    if head.lower in (
        "number",
        "%",
        "percent",
        "half",
        "thirds",
        "quarters",
        "most",
        "all",
        "each",
        "neither",
        "either",
        "rest",
    ):
        return "quantity", None
    if subject.joined:
        return "compound", None
    if subject.apart:
        return "distance", None
    return "subject", None


def _left_bare(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a countable singular stands without article or possessive: "tough decision are"."""
    head = tokens[subject.head]
    if head.tag != "NN" or any(
        each.tag in ("DT", "PRP$", "POS", "PDT", "NNP", "NNS", "CD", "VBG")
        for each in tokens[subject.start : subject.head]
    ):
        return False
    plural = lexicon.inflect(head.lemma, "NNS") or ""
    return head.lower not in MASS and lexicon.zipf(plural) >= max(3.0, lexicon.zipf(head.lower) - 0.9)


def _steady_name(tokens: Sequence[Token], subject: Subject, at: int) -> bool:
    """Whether a name is one person, place or body for certain: a single name right before "have", "are" or "were"."""
    head = tokens[subject.head]
    if subject.apart or tokens[at].lower not in ("have", "are", "were"):
        return False
    return "NNP" in lexicon.tags(head.text) and "NNS" not in head.tags and not head.text.isupper()


def bare_is_right(tokens: Sequence[Token], subject: Subject, at: int) -> bool:
    """Subjunctives and bare infinitives: "demanded that he go", "if it were", "felt the house shake", "did they go"."""
    token = tokens[at]
    before = tokens[max(0, subject.start - 16) : subject.start]
    if token.lower == "were":
        near = tokens[max(0, subject.start - 3) : subject.start]
        if any(each.lower in ("if", "wish", "wishes", "though") for each in tokens[: subject.start]):
            return True
        if near and near[-1].lower == "as":
            return True
        return any(each.lower in _UNREAL for each in near) or (
            subject.start == 0 and tokens[0].lower == "were"
        )
    if token.lower in ("is", "are", "was", "has", "does") or token.tag == "VBZ":
        return False
    if any(each.lemma in MANDATIVE or each.lower in MANDATIVE for each in before):
        return True
    if before:
        last = before[-1]
        if last.lower == "that" and len(before) > 1:
            last = before[-2]
        if (
            last.lower in _ASKING_VERBS
            or last.tag == "MD"
            or (last.lemma in _SENSES and last.tag.startswith("V"))
        ):
            return True
        if last.lower in ("than", "as", "like", "so", "nor", "neither") and not subject.joined:
            return True
    # "Why not", "had the ministers", "may he rest": an auxiliary earlier in the clause takes the bare verb.
    start = _after_comma(tokens, subject.start, at)
    return any(
        each.tag == "MD"
        or each.lower in ("do", "does", "did")
        or (each.lower == "to" and tokens[place + 1].tag not in NOUNS | {"DT", "PRP$", "JJ"})
        for place, each in enumerate(tokens[start:at], start)
    )


def _relates(token: Token) -> bool:
    return token.tag in ("WDT", "WP") or token.lower == "that"


def _after_comma(tokens: Sequence[Token], start: int, at: int) -> int:
    return next((place + 1 for place in range(at - 1, start, -1) if tokens[place].tag == ","), start)


def _complement(tokens: Sequence[Token], at: int, subject: Subject, shown: int) -> bool:
    """Whether the verb may agree with the noun beside it as its own subject, a clause being left without "that"."""
    if not subject.apart:
        return False
    start = at - 1
    while start > subject.start and tokens[start].tag in ("RB", "RP"):
        start -= 1
    near = tokens[start]
    if near.tag.startswith("VB") and any(_relates(each) for each in tokens[subject.head : start]):
        return False
    count = (
        number.of_pronoun(near)
        if near.tag in ("PRP", "DT")
        else number.of_noun(near)
        if near.tag in NOUNS
        else EITHER
    )
    if not count & shown:
        return False
    if near.tag == "PRP" and near.lower in ("them", "him", "us", "me", "her"):
        return False
    if near.tag == "PRP":
        return tokens[start - 1].tag not in ("IN", "TO", "CC")
    if tokens[start - 1].lower in _WAYS:
        return True
    while (
        start > subject.start
        and tokens[start].tag not in ("DT", "PRP$")
        and (
            tokens[start].tag in NOUNS
            or tokens[start].tag in ("DT", "PRP$", "JJ", "CD", "VBN", "POS", "JJS", "JJR", "PDT", "VBG", "$")
            or tokens[start].lower == "and"
        )
    ):
        if tokens[start].lower in _SHOWING:
            return True
        start -= 1
    before = (
        tokens[start - 1] if tokens[start].tag in ("DT", "PRP$") and start > subject.start else tokens[start]
    )
    if before.tag in ("VBZ", "VBD", "VBP") and before.lemma in _MAKING and tokens[at].lower in NUMBER:
        # The noun beside the verb is what the firm makes: "a firm that makes masks is".
        return False
    if before.lower in ("after", "before", "until", "once"):
        # "Few shops reopened after the curfew was lifted": a clause of its own, after a verb.
        return any(
            "VBD" in each.tags for each in tokens[subject.head + 1 : start] if each.tag in ("VBD", "VBN")
        )
    return not (
        before.tag in ("IN", "TO", ",", "CC", ")")
        and before.lower not in ("that", "as", "than", "if", "because", "since", "while")
    )
