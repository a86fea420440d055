"""Deeds and states, and what the checks of clauses ask of a verb: whether it stands alone, has a subject, is no noun taken for a verb."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.verbs.events import EVENTS, HAPPENS, ONCE
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.clausal import ADVERBIAL, CONTENT, JOINED, MAIN, RELATIVE, UNCLEAR, Clause
from editor.text.model import Token
from editor.text.verbgroups import PAST
from editor.text.words import words

# What is done or happens once: no habit or state of today where the words around it tell of the past.
DEEDS = (EVENTS | ONCE | HAPPENS | words("""suspend halt postpone cancel resume raid stage deploy unveil publish file impose lift recall summon
    dismiss sack hire promote demote relegate transfer clear acquire donate inherit invent develop handle export import withdraw
    reopen rebuild demolish topple oust install inaugurate visit tour attend host protest march rally riot loot vandalize vandalise
    intercept impound confiscate recover exhume identify diagnose treat operate amputate vaccinate quarantine isolate test
    rise jump climb soar surge plunge tumble slump slip slide drop decline double triple halve shrink peak trade
    chain blockade picket occupy storm besiege shell bombard bomb gun ambush torch hijack abduct behead execute hang
    qualify concede score substitute tackle foul dribble volley chip curl convert equal eliminate knock outclass outplay beat draw
    replace repair inspect install fit weld paint restore order instruct urge beg plead petition sue appeal overturn uphold quash
    reject veto amend debate vote ratify sign""")) - words(
    "come follow say be have do show see mean make run hold take give bring keep lead leave stand know name call find set"
)  # fmt: skip
# They tell of a view or state of today, whatever time stands beside them.
STATIC = words("""be have do say tell add think believe know remember recall regret compare mean include contain depend show suggest indicate reflect
    represent involve require seem appear look feel note argue claim insist explain describe expect hope want need like love come
    follow range mark date stem differ fit matter concern regard consider own belong consist exist deserve understand see blame
    estimate forecast predict project wonder doubt fear worry trust thank appreciate owe cost total average credit cite deny declare""")
_PERCEIVING = words("see watch hear feel help let make have notice")
TIME_NOUNS = words("""time times day days night week weeks month months year years moment period era age season seasons decade morning evening
    afternoon summer winter spring autumn hour point date stage occasion occasions case cases situation situations place
    than as unlike like except even only ever since once twice""") | times.MONTHS | times.DAYS  # fmt: skip
ALWAYS = words("""ever never always often usually sometimes generally normally now still today currently every each whenever rarely seldom
    typically tomorrow""")
BARRED = words("""since from than until till before after by over during like unlike despite between compared versus except about through
    throughout within beyond per as if against following""")


def is_plain(clause: Clause) -> bool:
    """Whether the verb stands alone, or is a plain passive."""
    group = clause.group
    return group.start == group.verb or (group.passive and not group.running)


def is_simple_past(clause: Clause) -> bool:
    """Whether the clause hangs on none and its verb is one word of the past."""
    group = clause.group
    return clause.kind == MAIN and group.tense == PAST and group.start == group.verb


def opens_in_the_past(clause: Clause, word: str) -> bool:
    """Whether the sentence opens with a clause of the past after `word`: "when police arrested him"."""
    return (
        clause.kind == ADVERBIAL and clause.word == word and clause.link <= 1 and clause.group.tense == PAST
    )


def is_verb_with_subject(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether the verb is a lower-case word with a subject before it, and no noun taken for a verb: "survey returns received"."""
    at = clause.group.start
    related = clause.kind == RELATIVE and clause.link >= 0
    if not tokens[at].text.islower() or not (related or has_subject(tokens, clause.group)):
        return False
    if tokens[at].tags & {"NN", "NNS"} and not related and tokens[at - 1].tag in ("NN", "NNP", "NNS", "NNPS"):
        return _takes(tokens, at, clause)
    return True


def _takes(tokens: Sequence[Token], at: int, clause: Clause) -> bool:
    """Whether what follows a word that may be a noun makes it a verb: an object, or a preposition after a plain subject."""
    if at + 1 >= len(tokens) or clause.kind == UNCLEAR:
        return False
    after = tokens[at + 1]
    if after.tag in ("DT", "PRP$", "PRP", "CD", "$", "TO", "RP"):
        return True
    short = at - clause.subject <= 2 and tokens[clause.subject].tag in ("DT", "PRP$", "NNS", "NNP")
    return (
        short
        and after.tag in ("IN", "JJ", "NNS", "RB", "NN", "VBG")
        and after.lower not in ("last", "this", "next", "here")
    )


def many(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the subject between two places is more than one: its head is the last noun before a preposition."""
    head = tokens[start]
    for token in tokens[start:end]:
        if token.tag in ("IN", "WDT", "WP", ",") and head.tag.startswith("NN"):
            break
        if token.tag == "CC":
            return True
        if token.tag.startswith("NN") or token.tag == "PRP":
            head = token
    return head.tag in ("NNS", "NNPS") or head.lower in ("they", "we", "i", "you", "police")


def is_perceived(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> bool:
    """Whether the verb is a bare form after "saw", "made" or the like: "saw its profits fall"."""
    return (
        above is not None
        and clause.kind in (CONTENT, JOINED, RELATIVE)
        and tokens[above.group.verb].lemma in _PERCEIVING
    )
