"""`check --since` and `--staged`, in real repositories."""

import json
import os
import subprocess
from types import SimpleNamespace

import pytest

from editor.git import Lines, binaries, hunks

BAD = "The ministers met in Vienna.  They left on Monday.\n"
NEW = "He was new there.  She was not.\n"
CLEAN = "The ministers met in Vienna. They left on Monday.\n"
GIT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
}  # fmt: skip


def git(folder, *arguments):
    ran = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *map(str, arguments)],
        cwd=folder, env=GIT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.fixture
def repository(tmp_path, story, copydesk):
    """A repository with one commit: two stories with an old finding each."""
    git(tmp_path, "init", "-q", "-b", "main")
    story(BAD + "\n" + CLEAN, "desk/one.txt")
    story(BAD, "desk/two é.txt")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "First")

    def found(*arguments, cwd=None, code=None, env=None):
        ran = copydesk("check", "--format", "json", *arguments, cwd=cwd, env=env)
        if code is not None:
            assert ran.code == code, ran.err
        files = json.loads(ran.out)["files"]
        return [(file["path"], finding["line"]) for file in files for finding in file["findings"]]

    return SimpleNamespace(
        folder=tmp_path, git=lambda *arguments, **more: git(tmp_path, *arguments, **more), found=found
    )


def test_only_changed_lines_count(repository, story):
    assert repository.found("desk", code=1) == [("desk/one.txt", 1), ("desk/two é.txt", 1)]
    assert repository.found("--since", "HEAD", "desk", code=0) == []
    story(BAD + "\n" + CLEAN + "\n" + BAD, "desk/one.txt")
    assert repository.found("--since", "HEAD", "desk", code=1) == [("desk/one.txt", 5)]
    repository.git("commit", "-qam", "Second")
    assert repository.found("--since", "HEAD", "desk", code=0) == []
    assert repository.found("--since", "HEAD~1", "desk", code=1) == [("desk/one.txt", 5)]


def test_an_unchanged_story_is_not_even_checked(repository, copydesk, story):
    story(BAD + BAD, "desk/one.txt")
    ran = copydesk("check", "--since", "HEAD", "--format", "json", "desk")
    assert [file["path"] for file in json.loads(ran.out)["files"]] == ["desk/one.txt"]


def test_nothing_changed_is_said(repository, copydesk):
    ran = copydesk("check", "--since", "HEAD", "desk")
    assert (ran.code, ran.out, ran.err) == (0, "", "copydesk: no story here has lines changed since HEAD\n")
    ran = copydesk("check", "--staged", "desk")
    assert (ran.code, ran.out, ran.err) == (0, "", "copydesk: no story here has staged lines\n")


def test_without_stories_the_current_folder_is_meant(repository, story):
    story(CLEAN + NEW, "desk/two é.txt")
    assert repository.found("--since", "HEAD") == [("desk/two é.txt", 2)]
    assert repository.found("--since", "HEAD", cwd=repository.folder / "desk") == [("two é.txt", 2)]


def test_new_files_count_whole_whether_git_knows_them_or_not(repository, story):
    story(BAD, "desk/new.txt")
    story(BAD, "desk/added.txt")
    repository.git("add", "desk/added.txt")
    assert repository.found("--since", "HEAD", "desk") == [("desk/added.txt", 1), ("desk/new.txt", 1)]
    assert repository.found("--staged", "desk") == [("desk/added.txt", 1)]


@pytest.mark.parametrize(
    "name", ["a story.txt", "naïve “q”.txt", 'tab\tquote".txt', "b/+++ b.txt", "-since.txt"]
)
def test_odd_names(repository, story, name):
    story(CLEAN + CLEAN, f"odd/{name}")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "Odd")
    story(CLEAN + BAD, f"odd/{name}")
    assert repository.found("--since", "HEAD", "odd") == [(f"odd/{name}", 2)]
    repository.git("add", "-A")
    assert repository.found("--staged", "odd") == [(f"odd/{name}", 2)]


def test_a_renamed_story_has_only_its_changed_lines(repository, story):
    text = "".join(f"{number}. {BAD}" for number in range(20))
    story(text, "desk/long.txt")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "Long")
    repository.git("mv", "desk/long.txt", "desk/renamed.txt")
    assert repository.found("--since", "HEAD", "desk", code=0) == []
    story(text + BAD, "desk/renamed.txt")
    repository.git("add", "-A")
    assert repository.found("--since", "HEAD", "desk") == [("desk/renamed.txt", 21)]
    assert repository.found("--staged", "desk") == [("desk/renamed.txt", 21)]


def test_what_others_did_on_the_branch_meanwhile_does_not_count(repository, story):
    repository.git("switch", "-qc", "mine")
    story(BAD + "\n" + CLEAN + "\nMine.  It is.\n", "desk/one.txt")
    repository.git("commit", "-qam", "Mine")
    repository.git("switch", "-q", "main")
    story(CLEAN, "desk/two é.txt")
    repository.git("commit", "-qam", "Theirs")
    repository.git("switch", "-q", "mine")
    assert repository.found("--since", "main", "desk") == [("desk/one.txt", 5)]


def test_detached_head(repository, story):
    repository.git("switch", "-q", "--detach")
    story(CLEAN + "\n" + NEW, "desk/two é.txt")
    assert repository.found("--since", "HEAD", "desk") == [("desk/two é.txt", 3)]
    assert repository.found("--since", "main", "desk") == [("desk/two é.txt", 3)]


def test_staged_text_is_checked_not_what_the_file_holds(repository, story):
    story(CLEAN + NEW, "desk/two é.txt")
    repository.git("add", "-A")
    story("New first line.\n" + CLEAN + CLEAN, "desk/two é.txt")
    assert repository.found("--staged", "desk") == [("desk/two é.txt", 2)]
    assert repository.found("--staged", "desk", "--jobs", "2") == [("desk/two é.txt", 2)]
    # And the other way round: a finding that is not staged.
    story(CLEAN, "desk/two é.txt")
    repository.git("add", "-A")
    story(BAD, "desk/two é.txt")
    assert repository.found("--staged", "desk") == []


def test_a_repository_without_commits(tmp_path, story, copydesk):
    git(tmp_path, "init", "-q")
    story(BAD, "one.txt")
    git(tmp_path, "add", "-A")
    assert copydesk("check", "--staged").code == 1
    ran = copydesk("check", "--since", "HEAD")
    assert (ran.code, len(ran.err.splitlines()), "has no commits yet" in ran.err) == (2, 1, True)


def test_unknown_revision_no_repository_and_contradictions(repository, copydesk, story, tmp_path_factory):
    for revision in ("nowhere", "--output=x", "", "HEAD:desk", "HEAD..HEAD"):
        ran = copydesk("check", f"--since={revision}", "desk")
        assert (ran.code, len(ran.err.splitlines())) == (2, 1), (revision, ran.err)
        assert f"this repository has no revision '{revision}'" in ran.err
    outside = tmp_path_factory.mktemp("outside")
    (outside / "one.txt").write_text(BAD)
    ran = copydesk("check", "--since", "HEAD", "one.txt", cwd=outside)
    assert (ran.code, ran.err) == (
        2,
        "copydesk: one.txt: it is in no git repository, so --since can't tell what has changed\n",
    )
    assert copydesk("check", "--staged", "one.txt", cwd=outside).code == 2
    assert "standard input has no history" in copydesk("check", "--since", "HEAD", "-", stdin=b"x").err
    assert "choose one of --since and --staged" in copydesk("check", "--since", "HEAD", "--staged").err


def test_without_git(repository, copydesk, tmp_path):
    ran = copydesk("check", "--since", "HEAD", "desk", env={"PATH": str(tmp_path)})
    assert (ran.code, ran.err) == (
        2, "copydesk: git is not installed, so nothing can tell what has changed\n",
    )  # fmt: skip


def test_a_repository_that_is_broken(tmp_path, story, copydesk):
    story(BAD)
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    ran = copydesk("check", "--since", "HEAD", "story.txt")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_submodules(repository, story, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q", "-b", "trunk")
    (other / "sub.txt").write_text(BAD + CLEAN)
    git(other, "add", "-A")
    git(other, "commit", "-qm", "Sub")
    repository.git("submodule", "--quiet", "add", str(other), "wire")
    # New since HEAD, so all of it counts; the revision is the outer repository's.
    assert repository.found("--since", "HEAD", "wire", "desk") == [("wire/sub.txt", 1)]
    repository.git("commit", "-qm", "Add it")
    assert repository.found("--since", "HEAD", "wire", code=0) == []
    story(BAD + BAD, "wire/sub.txt")
    assert repository.found("--since", "HEAD") == [("wire/sub.txt", 2)]
    assert repository.found("--since", "main", "wire") == [("wire/sub.txt", 2)]
    # A commit inside, which the outer repository does not have yet.
    git(repository.folder / "wire", "commit", "-qam", "Inside")
    assert repository.found("--since", "HEAD") == [("wire/sub.txt", 2)]
    # From inside, its own branches count.
    inside = repository.folder / "wire"
    assert repository.found("--since", "HEAD", cwd=inside) == []
    assert repository.found("--since", "trunk~1", cwd=inside) == [("sub.txt", 2)]
    assert repository.found("--staged", "wire") == []


def test_a_linked_worktree_and_a_link_to_a_story(repository, story, tmp_path_factory):
    place = tmp_path_factory.mktemp("trees") / "second"
    repository.git("worktree", "add", "-q", place, "-b", "second")
    (place / "desk" / "one.txt").write_text(BAD + CLEAN + BAD)
    assert repository.found("--since", "main", "desk", cwd=place) == [("desk/one.txt", 3)]
    (repository.folder / "linked.txt").symlink_to("desk/one.txt")
    story(BAD + CLEAN + CLEAN + BAD, "desk/one.txt")
    assert ("linked.txt", 4) in repository.found("--since", "HEAD")
    assert ("linked.txt", 1) not in repository.found("--since", "HEAD")


def test_a_hooks_environment_and_a_persons_settings_change_nothing(repository, story):
    story(CLEAN + NEW, "desk/two é.txt")
    repository.git("add", "-A")
    hook = {
        "GIT_DIR": ".git",
        "GIT_INDEX_FILE": ".git/index",
        "GIT_PREFIX": "desk/",
        "GIT_EXTERNAL_DIFF": "false",
    }
    assert repository.found("--staged", "desk", env=hook) == [("desk/two é.txt", 2)]
    for setting in ("diff.noprefix=true", "diff.mnemonicPrefix=true", "color.ui=always", "diff.renames=false",
                    "diff.context=9", "diff.interHunkContext=9", "diff.relative=true"):  # fmt: skip
        key, value = setting.split("=")
        repository.git("config", key, value)
        assert repository.found("--since", "HEAD", "desk") == [("desk/two é.txt", 2)], setting


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends(repository, story, encoding, end):
    text = ("“Café” is open. " + CLEAN).replace("\n", end)
    bad = ("“Café” is open. " + BAD).replace("\n", end)
    story(text + text, "desk/three.txt", encoding)
    repository.git("add", "-A")
    repository.git("commit", "-qm", "Three")
    story(text + bad, "desk/three.txt", encoding)
    assert repository.found("--since", "HEAD", "desk", "--select", "typography/doubled-space") == [
        ("desk/three.txt", 2)
    ]


def test_removed_lines_make_no_findings(repository, story):
    story(BAD, "desk/one.txt")
    assert repository.found("--since", "HEAD", "desk", code=0) == []


def test_lines_of_a_patch():
    patch = (
        b"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+++ b/y\n+@@ -1 +1 @@\n"
        b"@@ -4,2 +7 @@ words\n-- a\n-b\n+c\n\\ No newline at end of file\n"
        b'diff --git "a/\\303\\251" "b/\\303\\251"\n--- "a/\\303\\251"\n+++ "b/\\303\\251\\t\\""\n@@ -1 +1,0 @@\n-x\n'
        b"diff --git a/z b/z\n--- a/z\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n"
    )
    assert hunks(patch) == {"x": ((1, 2), (7, 7)), 'é\t"': ()}
    assert binaries(b"1\t2\tx\0-\t-\ty z\0-\t-\t\0old\0new\0") == ["y z", "new"]
    lines = Lines(((2, 3), (7, 7)))
    assert [number for number in range(1, 10) if lines.touch(number, number)] == [2, 3, 7]
    assert lines.touch(1, 2)
    assert not lines.touch(4, 6)
    assert Lines().touch(9, 9)
