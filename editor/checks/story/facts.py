"""Facts that a story gives twice and differently."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from editor.checks.facts.again import taken_up
from editor.checks.facts.ages import ages as ages_given
from editor.checks.facts.ages import differing as ages_differing
from editor.checks.facts.ages import recalled as ages_recalled
from editor.checks.facts.changes import Wrong, wrong_changes
from editor.checks.facts.conversions import wrong_conversions
from editor.checks.facts.divided import wrong_alls, wrong_deaths, wrong_parts, wrong_shares, wrong_votes
from editor.checks.facts.enumerated import missed_sums
from editor.checks.facts.genders import differing as genders_differing
from editor.checks.facts.headlines import missing_figures
from editor.checks.facts.lists import wrong_lists
from editor.checks.facts.mentions import mentions
from editor.checks.facts.modifiers import changed_modifiers
from editor.checks.facts.names import clashes, other_firsts
from editor.checks.facts.posts import changed_posts
from editor.checks.facts.rates import wrong_rates
from editor.checks.facts.recalled import recalled
from editor.checks.facts.remainders import wrong_remainders
from editor.checks.facts.retold import retold
from editor.checks.facts.sets import wrong_sets
from editor.checks.facts.sums import wrong_sums
from editor.checks.facts.things import shifting
from editor.checks.facts.tolls import differing as tolls_differing
from editor.checks.facts.totals import wrong_totals
from editor.checks.facts.turned import turned
from editor.checks.facts.turns import wrong_turns
from editor.checks.facts.wholes import wrong_wholes
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity


def _one_a_place(found: Wrong) -> Wrong:
    """Of what begins at the same place only the first."""
    marked: set[int] = set()
    for each in found:
        if each[0].start not in marked:
            marked.add(each[0].start)
            yield each


@check("facts.names")
def names(story: Story, rule: Rule) -> Iterator[Hit]:
    """A name spelt in two ways."""
    found = mentions(story)
    for clash in (*clashes(found, story.lists["gazetteer"]), *other_firsts(found, story.text)):
        yield Hit(
            clash.span,
            (clash.right,),
            f"'{clash.wrong}' here, '{clash.right}' elsewhere in the story: one name?",
            severity=None if clash.sure else Severity.QUERY,
        )


@check("facts.tolls")
def tolls(story: Story, rule: Rule) -> Iterator[Hit]:
    """A count of people that differs from the one at the top."""
    for span, right, message in tolls_differing(story.lines, story.text):
        yield Hit(span, (right,), message)


@check("facts.ages")
def ages(story: Story, rule: Rule) -> Iterator[Hit]:
    """An age that differs from the same person's elsewhere."""
    given = list(ages_given(mentions(story), story.text))
    for span, right, message in ages_differing(story.lines, given, story.text):
        yield Hit(span, (right,), message)
    for span, right, message in ages_recalled(story.lines, given, story.text):
        # It may be another person, whose age is told so for the first time.
        yield Hit(span, (right,), message, severity=Severity.QUERY)


@check("facts.sums")
def sums(story: Story, rule: Rule) -> Iterator[Hit]:
    """A figure that the other figures of its sentence contradict."""
    finds = (wrong_sums, wrong_changes, wrong_lists, wrong_turns, wrong_sets)
    of_sentences = (each for line in story.lines for find in finds for each in find(story.text, *line.span))
    of_story = (
        each
        for find in (wrong_remainders, wrong_parts, wrong_wholes, wrong_shares, wrong_rates)
        for each in find(story.lines, story.text)
    )
    for span, rights, message in _one_a_place(chain(of_sentences, of_story)):
        yield Hit(span, rights, message, applicable=False)
    for told in (wrong_totals, missed_sums, wrong_deaths, wrong_votes):
        for span, message in told(story.lines, story.text):
            yield Hit(span, (), message)
    for span, rights, message in wrong_alls(story.lines, story.text):
        yield Hit(span, rights, message, severity=Severity.QUERY, applicable=False)


@check("facts.conversions")
def conversions(story: Story, rule: Rule) -> Iterator[Hit]:
    """A measure in a second unit that is not the first."""
    for line in story.lines:
        for span, rights, message in wrong_conversions(story.text, *line.span):
            yield Hit(span, rights, message, applicable=False)


@check("facts.things")
def things(story: Story, rule: Rule) -> Iterator[Hit]:
    """A count, a measure, a change or a score that differs from the one before."""
    found = (
        each
        for find in (shifting, retold, recalled, turned, taken_up)
        for each in find(story.lines, story.text)
    )
    for span, rights, message in _one_a_place(found):
        yield Hit(span, rights, message)


@check("facts.headlines")
def headlines(story: Story, rule: Rule) -> Iterator[Hit]:
    """A figure of the headline that the story does not have."""
    for span, message in missing_figures(story.lines, story.text):
        yield Hit(span, (), message)


@check("facts.posts")
def posts(story: Story, rule: Rule) -> Iterator[Hit]:
    """A post before a name that differs from the person's first one."""
    for span, right, message in changed_posts(story.text):
        yield Hit(span, (right,), message)


@check("facts.modifiers")
def modifiers(story: Story, rule: Rule) -> Iterator[Hit]:
    """A thing that has another colour, side or season than before."""
    for span, right, message in changed_modifiers(story.lines, story.text):
        yield Hit(span, (right,), message)


@check("facts.genders")
def genders(story: Story, rule: Rule) -> Iterator[Hit]:
    """A pronoun whose gender differs from that of the person's other pronouns."""
    for span, right, message in genders_differing(story.lines, mentions(story), story.lists["gazetteer"]):
        yield Hit(span, (right,), message)
