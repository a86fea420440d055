"""Suppressions in stories and in the configuration, run as commands."""

import json

BAD = "VIENNA (AP) -- The ministers met in Vienna on Monday.  They left the town hall before the evening was over.\n"
NOTE = "\n(Editing by Ann Smith)\ncopydesk: ignore typography/doubled-space -- as the poet wrote it\n"


def rules(ran):
    return [each["rule"] for file in json.loads(ran.out)["files"] for each in file["findings"]]


def test_a_line_of_the_notes_silences_and_is_kept_by_a_fix(copydesk, story):
    story(BAD + NOTE)
    ran = copydesk("check", "--format", "json", "story.txt")
    assert (ran.code, rules(ran)) == (0, [])
    assert copydesk("fix", "--stdout", "story.txt").out == BAD + NOTE


def test_an_unused_one_is_a_query(copydesk, story):
    story(BAD.replace(".  ", ". ") + NOTE)
    ran = copydesk("check", "story.txt")
    assert ran.code == 1
    assert "story.txt:4:1: copydesk/unused-suppression [query]" in ran.out
    assert "'typography/doubled-space' finds nothing here" in ran.out
    assert copydesk("check", "story.txt", "--ignore", "copydesk").code == 0


def test_results_that_are_kept_know_of_the_configuration(copydesk, story):
    story(BAD)
    assert copydesk("check", "story.txt").code == 1
    entry = '[[suppressions]]\nstories = "story.txt"\nrule = "typography"\nreason = "so it was"\n'
    story(entry, "copydesk.toml")
    assert copydesk("check", "story.txt").code == 0
    story(entry.replace("story.txt", "other.txt"), "copydesk.toml")
    assert copydesk("check", "story.txt").code == 1


def test_a_comment_in_markdown(copydesk, story):
    story("# Talks\n\n<!-- copydesk: ignore typography -- a poem -->\n" + BAD, "story.md")
    assert rules(copydesk("check", "--format", "json", "story.md")) == []
