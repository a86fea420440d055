"""The skeleton of a clause: one subject, one finite verb and what belongs to it, with nothing left out, doubled or parted by a comma."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.kindred import Found, register
from editor.checks.skeleton.asides import first_comma_of_aside, second_comma_of_aside
from editor.checks.skeleton.doubled import doubled_subject, owner, resumed_object, resumed_subject
from editor.checks.skeleton.joined import (
    bare_main,
    joined_past,
    joined_running,
    past_infinitive,
    running_after,
    running_joined,
    second_number,
    seen_running,
    with_bare,
)
from editor.checks.skeleton.linked import pronoun_missing, second_verb
from editor.checks.skeleton.parted import (
    infinitive_comma,
    object_comma,
    pair_comma,
    restrictive_comma,
    second_comma,
    subject_comma,
    that_comma,
)
from editor.checks.skeleton.verbless import be_missing, only_participle
from editor.story import Story
from editor.text.subjects.noun_phrases import Phrases, plain

_READERS = (
    subject_comma,
    first_comma_of_aside,
    pair_comma,
    that_comma,
    object_comma,
    infinitive_comma,
    restrictive_comma,
    be_missing,
    only_participle,
    resumed_subject,
    resumed_object,
    owner,
    doubled_subject,
    second_number,
    joined_past,
    joined_running,
    running_joined,
    seen_running,
    running_after,
    bare_main,
    past_infinitive,
)
_WITH_PEOPLE = (second_comma, second_comma_of_aside, pronoun_missing, second_verb, with_bare)


def _read(story: Story) -> Iterator[Found]:
    people = story.lists["confusions-people"]
    for line in story.body:
        if len(line.words) > 4:
            for each in skeletons(Phrases(plain(line.tagged)), people):
                yield _spoken(each) if each.kind == "be" and story.quoted(each.hit.span) else each


def _spoken(find: Found) -> Found:
    """The find with the present first, which people use when they speak."""
    rights = sorted(find.hit.replacements, key=lambda each: each.split()[0] not in ("is", "are"))
    return find._replace(hit=find.hit._replace(replacements=tuple(rights)))


def skeletons(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """Every fault of a sentence's skeleton."""
    if len(sentence.tokens) < 5:
        return
    for reader in _READERS:
        yield from reader(sentence)
    for with_people in _WITH_PEOPLE:
        yield from with_people(sentence, people)


register(
    "skeletons",
    (
        "comma",
        "that",
        "object",
        "restrictive",
        "second",
        "be",
        "resumed",
        "owner",
        "twice",
        "unlinked",
        "number",
        "chain",
    ),
    _read,
)
