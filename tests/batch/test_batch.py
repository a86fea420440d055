"""`copydesk batch` on real archives: in one process, on two workers, with one of them killed, interrupted and resumed."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pyarrow
import pytest
from distributed import LocalCluster
from pyarrow import parquet

from benchmarks.speed.archive import stories

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "editor", "batch", "--no-config", "--no-cache"]


def command(folder, *arguments):
    return [*COMMAND, "--languagetool", "off", *map(str, arguments)], {"cwd": folder}


def ran(folder, *arguments):
    line, where = command(folder, *arguments)
    done = subprocess.run(line, capture_output=True, text=True, timeout=300, check=False, **where)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def parts(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.glob("part-*"))}


def records(folder):
    return [json.loads(line) for data in parts(folder).values() for line in data.splitlines()]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """Forty stories as JSON lines."""
    path = tmp_path_factory.mktemp("archive") / "archive.jsonl"
    rows = [{"id": f"story {n}", "text": text} for n, text in enumerate(stories(40))]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def alone(archive):
    """What one process makes of it."""
    done = ran(archive.parent, archive, "--output", "alone", "--partition-size", 6, "--jobs", 1)
    assert done.returncode == 1, done.stderr
    return parts(archive.parent / "alone")


def test_a_part_is_made_of_the_contracts_files(archive, alone):
    assert len(alone) == 7
    schema = json.loads((ROOT / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    found = records(archive.parent / "alone")
    assert [each["path"] for each in found] == [f"story {n}" for n in range(40)]
    assert sum(len(each["findings"]) for each in found) > 100
    for each in found:
        assert each.pop("error") is None
    jsonschema.validate({"version": 1, "files": found}, schema)


def test_findings_are_those_of_check(archive, tmp_path):
    text = json.loads(archive.read_text(encoding="utf-8").splitlines()[3])["text"]
    (tmp_path / "story.txt").write_text(text, encoding="utf-8", newline="")
    ran(tmp_path, tmp_path / "story.txt", "-o", "out", "--jobs", 1)
    check = subprocess.run(
        [sys.executable, "-m", "editor", "check", "--languagetool", "off", "--format", "json", "story.txt"],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert records(tmp_path / "out")[0]["findings"] == json.loads(check.stdout)["files"][0]["findings"]


def test_two_workers_make_the_same(archive, alone, tmp_path):
    done = ran(tmp_path, archive, "-o", tmp_path / "two", "--partition-size", 6, "--jobs", 2)
    assert done.returncode == 1, done.stderr
    assert parts(tmp_path / "two") == alone
    assert "findings in 40 stories" in done.stdout


def test_a_worker_killed_midway_changes_nothing(archive, alone, tmp_path):
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0) as cluster:
        line, where = command(
            tmp_path, archive, "-o", "killed", "--partition-size", 6, "--scheduler", cluster.scheduler_address
        )
        going = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **where)
        out = tmp_path / "killed"
        deadline = time.monotonic() + 120
        while len(parts(out)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        before = len(parts(out))
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        _, stderr = going.communicate(timeout=180)
    assert 2 <= before < len(alone)
    assert going.returncode == 1, stderr
    assert parts(out) == alone
    assert "Traceback" not in stderr


def test_an_interrupted_run_goes_on(archive, alone, tmp_path):
    line, where = command(tmp_path, archive, "-o", "out", "--partition-size", 6, "--jobs", 1)
    going = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **where)
    out = tmp_path / "out"
    deadline = time.monotonic() + 120
    while len(parts(out)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    going.send_signal(signal.SIGINT)
    _, stderr = going.communicate(timeout=60)
    first = parts(out)
    assert going.returncode == 130, stderr
    assert 2 <= len(first) < len(alone)
    times = {name: (out / name).stat().st_mtime_ns for name in first}
    refused = ran(tmp_path, archive, "-o", "out", "--partition-size", 6)
    assert refused.returncode == 2
    assert "--resume" in refused.stderr
    done = ran(tmp_path, archive, "-o", "out", "--partition-size", 6, "--jobs", 1, "--resume")
    assert done.returncode == 1
    assert parts(out) == alone
    assert {name: (out / name).stat().st_mtime_ns for name in first} == times


def test_other_settings_are_no_earlier_run(archive, tmp_path):
    assert ran(tmp_path, archive, "-o", "out", "--jobs", 1).returncode == 1
    other = ran(tmp_path, archive, "-o", "out", "--resume", "--profile", "uk")
    assert other.returncode == 2
    assert "other settings" in other.stderr
    anew = ran(tmp_path, archive, "-o", "out", "--overwrite", "--profile", "uk", "--jobs", 1)
    assert anew.returncode == 1


def test_parquet_in_and_out(archive, tmp_path):
    rows = [json.loads(line) for line in archive.read_text(encoding="utf-8").splitlines()][:20]
    table = pyarrow.table({"slug": [row["id"] for row in rows], "body": [row["text"] for row in rows]})
    parquet.write_table(table, tmp_path / "in.parquet", row_group_size=7)
    fields = ["--text-field", "body", "--id-field", "slug", "--partition-size", 6, "--jobs", 1]
    assert ran(tmp_path, "in.parquet", "-o", "out", "--to", "parquet", *fields).returncode == 1
    assert ran(tmp_path, "in.parquet", "-o", "lines", *fields).returncode == 1
    files = sorted((tmp_path / "out").glob("*.parquet"))
    found = [record for file in files for record in parquet.read_table(file).to_pylist()]
    assert [each["path"] for each in found] == [f"story {n}" for n in range(20)]
    assert found == records(tmp_path / "lines")
    wrong = ran(tmp_path, "in.parquet", "-o", "other")
    assert wrong.returncode == 2
    assert "it has slug, body" in wrong.stderr


def test_a_folder_of_stories_and_one_that_is_none(tmp_path):
    folder = tmp_path / "desk" / "sport"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("They held a talks.\n", encoding="utf-8")
    (folder / "b.md").write_text("They held talks.\n", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x00\x01\x02")
    (folder / "d.pdf").write_bytes(b"%PDF")
    done = ran(tmp_path, "desk", "-o", "out", "--jobs", 1)
    assert done.returncode == 2
    assert "1 stories could not be checked" in done.stderr
    a, b, c = records(tmp_path / "out")
    assert [each["rule"] for each in a["findings"]] == ["articles/before-plural"]
    assert b["findings"] == []
    assert "binary" in c["error"]


def test_lines_that_are_no_stories_do_not_stop_the_others(tmp_path):
    lines = [
        "{broken",
        '{"id": 7}',
        '["list"]',
        "",
        '{"text": "They held a talks."}',
        '{"id": "s", "text": "\\ud800"}',
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = ran(tmp_path, "in.jsonl", "-o", "out", "--jobs", 1)
    assert done.returncode == 2
    found = records(tmp_path / "out")
    assert [bool(each["error"]) for each in found] == [True, True, True, False, True]
    assert found[1]["path"] == "7"
    assert found[3]["path"].endswith("in.jsonl#3")
    assert len(found[3]["findings"]) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere", "-o", "out"], "no such file or folder"),
        (["nowhere://bucket/x", "-o", "out"], "can't be read"),
        (["empty", "-o", "out"], "no stories"),
        (["in.txt", "-o", "in.txt"], "can"),
        (["in.txt", "-o", "out", "--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler"),
        (["in.txt", "-o", "out", "--profile", "nobody"], "there is no profile 'nobody'"),
        (["in.txt", "-o", "out", "--jobs", "2", "--profile", "nobody"], "there is no profile 'nobody'"),
    ],
)
def test_what_the_user_can_mend_is_one_line(tmp_path, arguments, says):
    (tmp_path / "in.txt").write_text("They met.\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = ran(tmp_path, *arguments)
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_without_its_packages_it_says_which_to_install(tmp_path):
    (tmp_path / "in.txt").write_text("They met.\n", encoding="utf-8")
    code = (
        "import sys; sys.modules['fsspec'] = None; sys.argv = ['copydesk', 'batch', 'in.txt', '-o', 'out'];"
        "from editor.cli.main import run; run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install 'copydesk[batch]'" in done.stderr
