"""Infinitives with "to": "told to leaving", "expected fall", "managed win"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.governed.followers import AFTER_VERB
from editor.checks.verbs.slip import BE, Slip, slip, word_at
from editor.text import lexicon
from editor.text.irregular import PAST_OF_PARTICIPLE
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

_TOLD = words("told asked ordered warned urged advised instructed forced encouraged persuaded invited permitted required reminded allowed expected compelled "
              "obliged due yet unable reluctant unwilling eager willing ready scheduled begged tempted taught")  # fmt: skip
_COMES = words("""fall rise begin start take reach win lose become go leave pay open close arrive return announce resign sign meet increase decrease
    drop grow last run attend visit play face vote decide testify speak give make receive cost hit send remain continue join hold be have
    find build buy sell stay move pass appear land cover kill create cut raise lift replace finish end bring travel recover improve stop
    evacuate wait work climb slow double die pull strike ease sleep eat walk live flee stand swim kneel watch listen apologize apologise hide drink cancel postpone abandon surrender withdraw""")
_WINS = words("win escape reach keep hold save find get make avoid pay leave stop buy sell sign raise persuade convince rescue recover score finish beat "
              "climb land cross meet open enter return join attend answer speak appear give take become close cut")  # fmt: skip


def form_after_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Were told to leaving", "has yet to chosen"."""
    before = tokens[at - 1]
    verb = word_at(tokens, at + 1)
    if verb is None or before.lower not in _TOLD or "VB" in lexicon.tags(verb.lower):
        return
    if before.lower != "yet" and not any(each.lower in BE for each in tokens[max(0, at - 4) : at - 1]):
        return
    running = verb.tag == "VBG" and lexicon.lemmas(verb.lower, "VBG")
    done = verb.lower in PAST_OF_PARTICIPLE and lexicon.lemmas(verb.lower, "VBN")
    found = running or done
    if (
        found
        and tokens[at + 2].tag in AFTER_VERB | {"NN", "JJ"}
        and not (running and tokens[at + 2].tag in ("NN", "NNS"))
    ):
        yield slip("frame", verb, verb, [found[0]], f"After 'to' stands the bare verb: '{found[0]}'.")


def without_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Prices were expected fall after the harvest"."""
    verb = word_at(tokens, at + 1)
    after = tokens[at + 2]
    if (
        verb is None
        or verb.lower not in _COMES
        or after.tag not in AFTER_VERB
        or verb.tag not in ("VB", "VBP", "NN")
    ):
        return
    if verb.tag == "NN" and (
        after.tag in ("NNS", "NNP", ",")
        or any(
            each.lower in ("than", "as", "it", "there", "when", "then")
            for each in tokens[max(0, at - 4) : at]
        )
    ):
        return
    # "allowed leave from work", "entitled pay in advance" may be nouns.
    if verb.lower in ("leave", "pay", "work", "rest") and after.lower in ("from", "of", "for", "in"):
        return
    yield _with_to(tokens[at], verb)


def _with_to(head: Token, verb: Token) -> Slip:
    """A verb that lacks its "to" after the one that asks for it."""
    return slip(
        "frame", verb, verb, [f"to {verb.text}"], f"After '{head.text}' stands an infinitive with 'to'."
    )


def managed(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The team managed win despite losing two players"."""
    verb = word_at(tokens, at + 1)
    if (
        tokens[at].tag not in FINITE
        or verb is None
        or verb.lower not in _WINS
        or verb.tag not in ("VB", "VBP", "NN")
    ):
        return
    if tokens[at + 2].tag not in ("DT", "PRP$", "IN", "RB", "TO", "PRP", ".") or (
        verb.tag == "NN" and tokens[at + 2].tag == "IN" and verb.lower not in ("win", "escape", "reach")
    ):
        return
    yield _with_to(tokens[at], verb)
