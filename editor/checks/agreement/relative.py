"""The verb after "who", "which" and "that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.agreement.clash import NUMBER, Clash, clash_at, last_verb, shown_by
from editor.checks.agreement.subject import MANDATIVE
from editor.checks.registry import Hit
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import NOUNS
from editor.text.words import words
from editor.values import Severity


def relative(clauses: Clauses, at: int, british: bool) -> Iterator[Clash]:
    """The verb that follows the relative pronoun at `at`, where no noun it may stand for agrees."""
    tokens = clauses.tokens
    verb = at + 1
    while verb < len(tokens) and tokens[verb].tag == "RB":
        verb += 1
    if verb >= len(tokens):
        return
    aside = tokens[at - 1].tag == ","
    if (
        aside
        and tokens[at].lower == "who"
        and at > 2
        and tokens[at - 2].tag == "CD"
        and tokens[at - 3].tag == ","
    ):
        yield from _aged(tokens, at, verb)
        return
    if tokens[at - 1].tag not in NOUNS | {","} and tokens[at - 1].lower not in (
        "those", "everyone", "anyone", "one", "many", "several",
    ):  # fmt: skip
        return
    if tokens[at].lower == "that" and aside:
        return
    inner = _held(tokens, verb)
    if inner > verb:
        verb = inner
    shown = shown_by(tokens, verb)
    if not shown or tokens[verb].lower == "do":
        return
    found = clauses.antecedents(at)
    if not found and tokens[at - 1].lower == "one":
        found = [(at - 1, ONE)]
    if aside:
        found = found[:1] + [each for each in found[1:] if tokens[each[0]].tag in NOUNS]
    if not found:
        return
    lone = len(found) == 1
    for head, number in found:
        if (number & shown and tokens[head].lower != "one") or _is_name(tokens[head]):
            return
        if number & GROUP and (british or tokens[at].lower == "who"):
            return
        if tokens[head].lower == "one" and not lone:
            only = head > 1 and tokens[head - 1].lower in ("only", "least")
            if (
                shown == ONE
                and found[0][1] == MANY
                and tokens[at].lower != "which"
                and not only
                and not aside
            ):
                yield Clash("oneof", clash_at(tokens, verb, shown, tokens[found[0][0]], None))
            return
        if tokens[head].lower == "one" and shown == ONE:
            return
    if (
        any(each.lemma in MANDATIVE for each in tokens[max(0, at - 6) : at])
        and tokens[at].lower == "that"
        and tokens[verb].tag in ("VB", "VBP")
    ):
        return
    if tokens[verb].lower == "were" and tokens[at].lower == "that":
        return
    if tokens[at].lower == "that" and tokens[verb].lower not in NUMBER and not _surely(tokens, verb):
        return
    # ", which has" may stand for the whole clause before it.
    loose = (
        tokens[at].lower == "which" and aside and shown == ONE and tokens[found[0][0]].lower not in _EVENTS
    )
    if loose and tokens[verb].lower not in NUMBER:
        return
    severity = Severity.QUERY if loose else None
    yield Clash("relative", _present_first(clash_at(tokens, verb, shown, tokens[found[0][0]], severity)))


_EVENTS = words("games olympics paralympics championships playoffs")


def _is_name(token: Token) -> bool:
    """Whether the word is a name whose number its form does not tell."""
    return token.tag in ("NNP", "NNPS") and token.lower not in _EVENTS


def _aged(tokens: Sequence[Token], at: int, verb: int) -> Iterator[Clash]:
    """ "Ana Ruiz, 46, who have reopened the hotel": an age tells of one person."""
    shown = shown_by(tokens, verb)
    name = tokens[at - 4] if at > 3 else None
    if (
        shown != MANY
        or name is None
        or name.tag != "NNP"
        or not tokens[at - 2].text.isdigit()
        or len(tokens[at - 2].text) > 3
    ):
        return
    if any(each.lower in ("and", "&", "or") for each in tokens[max(0, at - 8) : at]):
        return
    yield Clash("relative", _present_first(clash_at(tokens, verb, shown, name, None)))


def _present_first(hit: Hit) -> Hit:
    """The hit; what is told in passing is mostly so still: "51, who grow tobacco", "the company, which make cars"."""
    rights = tuple(sorted(hit.replacements, key=lambda each: not each.endswith("s")))
    told = f"'{hit.replacements[0]}'" if hit.replacements else ""
    message = hit.message.replace(told, f"'{rights[0]}'") if hit.message and rights else hit.message
    return hit._replace(replacements=rights, message=message)


_HOLDING = words("say believe think claim hope know feel fear insist understand suppose suspect consider")


def _held(tokens: Sequence[Token], at: int) -> int:
    """Past "he said" or "it once believed" after a relative pronoun: "paintings that it believed were genuine"."""
    if tokens[at].tag != "PRP" or tokens[at].lower not in ("he", "she", "it", "they", "we", "i"):
        return at
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "RB":
        place += 1
    if (
        place + 1 < len(tokens)
        and tokens[place].lemma in _HOLDING
        and tokens[place + 1].lower in ("was", "were", "is", "are")
    ):
        return place + 1
    return at


def _surely(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the word after "that" is its verb and no noun: "a shop that sells shoes"."""
    if not tokens[verb].tags & {"NN", "NNS"}:
        return True
    if verb + 1 >= len(tokens):
        return False
    after = tokens[verb + 1]
    return after.tag in ("DT", "PRP", "PRP$", "TO") or (
        after.tag in ("NNS", "JJ") and last_verb(tokens, verb)
    )
