"""After "can", "must", "will" and their like stands a bare verb, and after "do" one too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.transitives import STRICT
from editor.checks.verbs.slip import (
    NOMINATIVE,
    Lists,
    Slip,
    after_adverbs,
    base_of,
    form,
    may_be_bare,
    object_follows,
    past_only,
    slip,
    word_at,
)
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

_MODALS = words("can could may might must shall should will would wo ca sha 'll cannot")
# After these a modal's form is a noun: "the will to win", "a can".
# In "as will newly elected members" the subject follows.
_NOUN_BEFORE = frozenset(["DT", "PRP$", "JJ", "POS", "IN"])
_STATES = words("able unable ready willing aware likely unlikely")
# "He did what he could to help."
_WHATEVER = words("all everything what whatever best much anything do does did done doing little nothing")
DO = words("do does did")
_BETWEEN = words("he she it they we you i")


def modals(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """The verb after the modal at `at`."""
    modal = tokens[at]
    if modal.lower not in _MODALS or modal.tag != "MD" or (modal.text[:1].isupper() and at):
        return
    if (
        at
        and (tokens[at - 1].tag in _NOUN_BEFORE or tokens[at - 1].lower == "as")
        and tokens[at - 1].lower not in ("that", "this", "these", "those", "all", "some")
    ):
        return
    place = after_adverbs(tokens, at + 1)
    asks = place < len(tokens) and tokens[place].lower in NOMINATIVE | {"it"} and _inverted(tokens, at)
    if asks:
        place = after_adverbs(tokens, place + 1)
    verb = word_at(tokens, place)
    if verb is None:
        return
    if verb.lower == "to":
        if any(each.lower in _WHATEVER for each in tokens[max(0, at - 9) : at]):
            return
        after = word_at(tokens, place + 1)
        if after is not None and "VB" in after.tags and (after.tag == "VB" or not after.tags & {"NN", "NNP"}):
            message = f"After '{modal.text}' stands the bare verb, without 'to'."
            yield slip("modal", verb, after, [after.text], message)
        return
    if (
        verb.lower in ("can", "must")
        and place == at + 1
        and place + 1 < len(tokens)
        and tokens[place + 1].tag in ("VB", "RB")
    ):
        yield from _twice(modal, verb)
        return
    if may_be_bare(verb) or verb.lower in ("have", "be", "do", "like", "well"):
        return
    if verb.lower in ("is", "was", "does", "has") and any(
        each.lower in ("what", "all") for each in tokens[:at]
    ):
        return
    if verb.lower in _STATES:
        yield from _able(tokens, at, place)
        return
    base = base_of(verb)
    if base is None or base == verb.lower:
        return
    if verb.lower == "been":
        yield slip("modal", verb, verb, ["have been", "be"], f"After '{modal.text}' stands 'have been'.")
        return
    message = f"After '{modal.text}' stands the bare verb: '{base}'."
    if (
        "VBZ" in verb.tags
        and "NNS" in verb.tags
        and verb.tag != "VBZ"
        and not object_follows(tokens, place + 1)
        and (modal.lower not in ("could", "should", "would", "must") or place != at + 1)
    ):
        return
    if "NNS" in verb.tags and any(each.tag in ("VB", "VBD", "VBZ") for each in tokens[place + 1 : place + 4]):
        # "Should stocks rise": turned round.
        return
    if verb.tags & {"VBZ"} and (verb.tag == "VBZ" or place == at + 1 or tokens[place - 1].tag == "RB"):
        yield slip("modal", verb, verb, [base], message)
    elif past_only(verb) or verb.lower == "found":
        have = [f"have {form(base, 'VBN')}"]
        fixes = (
            [*have, base]
            if modal.lower in ("may", "might", "must") and _told(tokens, place)
            else [base, *have]
        )
        yield slip("modal", verb, verb, fixes, message)
    elif (
        "VBG" in verb.tags
        and verb.tag in ("VBG", "NN", "JJ")
        and verb.lower not in ("being", "during")
        and at
        and tokens[-1].text != "?"
    ):
        yield slip("modal", verb, verb, [base, f"be {verb.text}"], message)
    elif verb.tags & {"VBD", "VBN"} and verb.tag in ("VBD", "VBN", "JJ", "NN", "VB"):
        passive = f"be {form(base, 'VBN')}"
        bare_first = (base in lists["verbs-no-object"] and "VBD" in verb.tags) or object_follows(
            tokens, place + 1
        )
        strong = base in ("hold", "make", "give", "take", "bring", "build", "keep", "find")
        first = bare_first and (not strong or object_follows(tokens, place + 1))
        yield slip("modal", verb, verb, [base, passive] if first else [passive, base], message)


def _inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question or "nor" turns subject and modal round: "nor may he go"."""
    before = tokens[at - 1] if at else None
    return (
        before is None
        or before.tag in ("WRB", "WP", "CC", "RB")
        or before.lower in ("nor", "neither", "only", '"', "“")
    )


def _able(tokens: Sequence[Token], at: int, place: int) -> Iterator[Slip]:
    modal, able = tokens[at], tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or after.lower not in ("to", "of", "for"):
        return
    if able.lower == "able" and modal.lower in ("can", "could", "ca", "cannot") and place + 1 < len(tokens):
        negative = (
            any(each.lower in ("not", "n't") for each in tokens[at + 1 : place]) or modal.lower == "cannot"
        )
        modal_text = {"ca": "can"}.get(modal.lower, modal.text.removesuffix("not"))
        fixes = [f"{modal_text} not" if modal_text == "could" else "cannot"] if negative else [modal_text]
        fixes.append(("was " if modal_text == "could" else "is ") + ("not " if negative else "") + "able to")
        yield slip("modal", modal, after, fixes, f"'{modal_text}' and 'able to' say the same: one is enough.")
        return
    if modal.lower in ("can", "could", "ca", "cannot"):
        return
    yield slip("modal", able, able, [f"be {able.text}"], f"'Be' is missing: '{modal.text} be {able.text}'.")


def _told(tokens: Sequence[Token], place: int) -> bool:
    """Whether another verb of the sentence tells of the past."""
    return any(each.tag == "VBD" and at != place and each.lower != "said" for at, each in enumerate(tokens))


def _twice(modal: Token, second: Token) -> Iterator[Slip]:
    if second.lower == "can":
        yield slip("modal", second, second, ["be able to"], "Two modal verbs can't stand together.")
    elif second.lower == "must":
        yield slip("modal", second, second, ["have to"], "Two modal verbs can't stand together.")


def supports(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """The verb after the "do", "does" or "did" at `at` with "not", or in a question."""
    helper = tokens[at]
    if helper.lower not in DO:
        return
    place = after_adverbs(tokens, at + 1)
    negative = any(each.lower in ("not", "n't") for each in tokens[at + 1 : place])
    if not negative:
        if place != at + 1 or place + 1 >= len(tokens) or tokens[place].lower not in _BETWEEN:
            return
        before = tokens[at - 1] if at else None
        if (
            before is not None
            and before.tag not in ("WRB", "WP", "``")
            and before.lower not in ("nor", "never", "only")
        ):
            return
        place = after_adverbs(tokens, place + 1)
    verb = word_at(tokens, place)
    if verb is None or may_be_bare(verb) or not verb.tags & {"VBD", "VBN", "VBG", "VBZ"}:
        return
    base = base_of(verb)
    if base is None or base == verb.lower or verb.tag in ("IN", "RB", "PRP", "DT", "JJ", "NNP", "RBR"):
        return
    if verb.tag in ("NN", "NNS") and not object_follows(tokens, place + 1) and place + 1 < len(tokens):
        if tokens[place + 1].tag not in ("IN", "TO", ".", ",", "RB"):
            return
        if not negative:
            return
    severity = None if negative else Severity.WARNING
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if (
        negative
        and place == at + 2
        and base in STRICT
        and helper.lower == "did"
        and after is not None
        and (
            after.tag in (".", ",", "RB")
            or after.lower in ("in", "about", "of", "by", "until", "when", "on", "at")
        )
    ):
        many = tokens[at - 1].tag == "NNS" or tokens[at - 1].lower in ("they", "we", "you")
        be = "were" if many else "was"
        message = f"Whom it happens to '{be} not {verb.text}'."
        yield slip("support", helper, verb, [f"{be} not {verb.text}", f"did not {base}"], message, severity)
        return
    yield slip(
        "support", verb, verb, [base], f"After '{helper.text}' stands the bare verb: '{base}'.", severity
    )
