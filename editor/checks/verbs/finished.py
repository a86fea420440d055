"""The present perfect with a time that is over: "has arrested two men last week", "In 2018 the state has sold"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PERFECT, Group, reach
from editor.text.words import words

_OVER = (
    times.PAST,
    times.YEAR,
    times.EARLIER,
    times.DAY,
    times.DATE,
    times.MONTH,
    times.CLOCK,
    times.FOLLOWING,
)
# These may also be a day of an event to come: "has called a vote on May 3".
_NAMED = (times.DAY, times.YEAR, times.DATE, times.MONTH, times.CLOCK)
# A time after one of these belongs to them: "since its launch in 1984", "from 12% last year".
_OTHERS = words("""since from after than until till over against during like unlike despite between compared versus except about
    through throughout within beyond per within under""")
# What is named with its date: "the accident last week".
EVENT_NAMES = words("""accident attack attacks election elections vote visit talks meeting meetings crisis storm war raid raids crash match
    game games final cup tournament summit strike protest protests rally rallies killing killings murder death deaths shooting
    bombing bombings explosion blast fire flood floods quake earthquake disaster coup ruling verdict decision announcement report
    statement speech trial hearing sale sales results profit profits loss losses earnings revenue growth budget target deal treaty
    agreement accord ceasefire truce debate referendum inquiry investigation conference festival season campaign race session
    interview collapse outbreak scandal merger takeover launch release debut victory win defeat loss arrest invasion offensive
    incident clash clashes riot riots uprising revolution ban embargo drought harvest crop forecast estimate order orders cut cuts
    increase rise fall drop decline operation surgery injury ceremony funeral wedding concert show exhibition test tests drill""")
# Done now about another time: "has forecast growth in 2005", "has called a strike on Monday".
_AIMED = words("""forecast budget set fix schedule plan call book target declare clear pick name select urge vow promise agree invite
    summon order postpone arrange organize organise project predict expect estimate approve commit cut raise lower revise reserve
    propose delay move put tell ask warn advise threaten pledge decide offer recommend claim see blame link date seek permit allow
    ban bar convene slate rule remember write publish review describe criticize criticise condemn praise compare dub accuse charge
    question explain cite discuss deny admit acknowledge know forget remember""")
# What brings an event about: "has signed the deal in 2022".
_DOING = words("""sign win lose hold start begin end make suffer survive reach launch commit complete cause close open break play leave
    finish miss score marry enter join resume suspend cancel sell buy release hit strike kill attend watch boycott celebrate disrupt attack bomb storm""")


def finished(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Present perfects that a finished time in their own clause makes simple pasts."""
    for group in verbs:
        if group.tense != PERFECT or not _plain(tokens, group):
            continue
        time = _after(tokens, found, group) or _before(tokens, found, verbs, group)
        if time is None:
            continue
        fix = simple_past(tokens, group)
        if fix is not None:
            when = " ".join(each.text for each in tokens[time.start : time.end])
            yield slip(
                "finished",
                tokens[group.start],
                tokens[group.verb],
                [fix],
                f"'{when}' is over: write '{fix}'.",
            )


def _plain(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the perfect is a statement's own: no modal or "to" before it, nothing of "have got", "have to"."""
    before = group.start - 1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    if before < 0 or (tokens[before].tag in ("MD", "TO", "WP", "WRB") and tokens[before].lower != "who"):
        return False
    return tokens[group.verb].lower not in ("got", "become") or not group.negative


def _after(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Time | None:
    """The finished time that follows in the verb's own reach."""
    end = reach(tokens, group.verb)
    time = first(found, group.verb + 1, end, (*_OVER, times.AFTER))
    if time is None:
        return _until(tokens, group, end)
    if time is None or first(found, 0, len(tokens), (times.SO_FAR,)) is not None:
        return None
    gap = tokens[group.verb + 1 : time.start]
    if any(each.lower in _OTHERS for each in gap):
        return None
    if any(one.tag == "IN" and two.tag == "VBG" for one, two in pairwise(gap)):
        # "has been found guilty of murdering a tourist two years ago".
        return None
    if any(each.tag in ("CC", "POS") for each in gap[-2:]) or (
        gap and gap[-1].tag in ("IN", "TO", "DT", "PRP$")
    ):
        return None
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is not None and (
        after.lower in ("when", "'s", "/", "-") or after.tag in ("NN", "NNS", "NNP", "POS")
    ):
        return None
    if after is not None and after.tag in ("VBD", "MD") and any(each.tag == "CC" for each in gap):
        # "Has been cautious but the minister last week said": the time of the other clause.
        return None
    lemma = tokens[group.verb].lemma
    if time.kind in _NAMED and any(each.lower in _TO_COME for each in gap):
        return None
    if time.kind == times.AFTER and group.passive:
        return None
    said = not gap and after is not None and after.lower in ("that", "to")
    if time.kind in _NAMED and not said and (lemma in _AIMED or any(each.lower == "for" for each in gap)):
        return None
    if (
        lemma in _AIMED
        and len(gap) > 2
        and not (group.passive and gap[0].tag == "IN" and gap[0].lower in ("near", "in", "at"))
    ):
        return None
    if (
        time.kind == times.YEAR
        and any(each.tag in ("CD", "$") for each in gap)
        and not _to_somebody(gap, lemma)
    ):
        return None
    # "By accident" is no event.
    if len(gap) > 1 and gap[-2].lower == "by" and gap[-1].lower in ("accident", "chance", "mistake"):
        gap = gap[:-2]
    # An event bears its own date: "has condemned the raid last week".
    if gap and gap[-1].lower in EVENT_NAMES and not group.passive and lemma not in _DOING:
        return None
    if any(each.lower in EVENT_NAMES for each in gap) and any(each.tag == "IN" for each in gap):
        return None
    return time


def _until(tokens: Sequence[Token], group: Group, end: int) -> Time | None:
    """ "Have held the seat until 1997": a year that is over, and no "up until"."""
    for at in range(group.verb + 1, min(end + 1, len(tokens) - 2)):
        year = tokens[at + 1].text
        if (
            tokens[at].lower == "until"
            and len(year) == 4
            and year.isdigit()
            and tokens[at + 2].tag in (",", ".", "CC")
        ):
            over = int(year) < times.this_year() - 1 and tokens[group.verb].lemma not in _AIMED
            late = any(
                each.lower in ("since", "from", "for") or each.tag in ("IN", "TO")
                for each in tokens[group.verb + 1 : at]
            )
            return Time(at, at + 2, times.YEAR) if over and not late else None
    return None


def _to_somebody(gap: Sequence[Token], lemma: str) -> bool:
    """Whether the words before the year end in whom something was given to: "has given 2 million kronor to the university in 2016"."""
    to = next((at for at in range(len(gap) - 1, 0, -1) if gap[at].tag == "TO"), -1)
    return (
        lemma in _GIVING
        and to > 0
        and not any(each.tag in ("IN", "VB", "CD", "VBN") for each in gap[to + 1 :])
    )


_TO_COME = words("date dates deadline deadlines slot slots appointment appointments hearing hearings trial")
_GIVING = words(
    "give donate lend sell grant pay award hand leave send deliver transfer bequeath present offer return"
)


def _before(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Time | None:
    """The finished time that opens the sentence, where the verb is the first after it."""
    time = next((each for each in found if each.start <= 1 and each.kind in _OVER), None)
    if time is None or (
        time.start == 1 and tokens[0].lower not in ("only", "but", "and", "just", "on", "late", "early")
    ):
        return None
    if any(time.end <= other.start < group.start for other in verbs):
        return None
    between = tokens[time.end : group.start]
    if (
        not between
        or len(between) > 9
        or any(each.lower in ("since", "who", "which", "and", "but", "that") for each in between)
    ):
        return None
    after = first(found, group.verb, len(tokens), (times.SINCE, times.RECENT, times.SO_FAR))
    return None if after is not None else time
