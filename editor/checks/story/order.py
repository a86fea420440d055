"""Words in the order of another language: verbs before subjects and behind them, objects cut off from their verbs."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.order.fronted import turned_round
from editor.checks.order.objects import cut_off_objects
from editor.checks.order.openings import uninverted
from editor.checks.order.questions import free_questions, reported_questions
from editor.checks.order.receivers import misplaced_receivers
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story


@check("order.opening")
def opening(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence that opens with "not only", "never before", "only after" and does not turn subject and verb round."""
    for line in story.body:
        yield from uninverted(line)


@check("order.question")
def question(story: Story, rule: Rule) -> Iterator[Hit]:
    """A reported question in the order of a direct one: "asked what was the reason", "know where were their sons"."""
    for line in story.body:
        yield from reported_questions(line)


@check("order.free-question")
def free_question(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence that opens with a question in the order of one, is none, and goes on: "What do they fear most is ..."."""
    for line in story.body:
        yield from free_questions(line)


@check("order.object")
def cut_off(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time or manner between a verb and its object: "bought in 1999 the sketches". A long object is a query."""
    takes = story.lists["order-objects"]
    for line in story.body:
        yield from cut_off_objects(line, takes)


@check("order.receiver")
def receiver(story: Story, rule: Rule) -> Iterator[Hit]:
    """A receiver with "to" before what is given: "gave to the families money"."""
    for line in story.body:
        yield from misplaced_receivers(line)


@check("order.fronted")
def fronted(story: Story, rule: Rule) -> Iterator[Hit]:
    """A place or time in front, and verb and subject turned round after it: "On Monday was held a meeting"."""
    for line in story.body:
        yield from turned_round(line)
