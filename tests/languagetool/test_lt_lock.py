from __future__ import annotations

import hashlib
from dataclasses import replace

from editor.languagetool.lock import Artifact, load_lock


def test_the_lock_names_the_server_and_english_but_not_all_languages():
    lock = load_lock()
    names = [artifact.artifact for artifact in lock.artifacts]
    assert lock.version == "6.8"
    assert names[:3] == ["languagetool-server", "languagetool-core", "language-en"]
    assert {"language-es", "language-ca", "language-pt"} < set(names)
    assert "language-all" not in names
    assert 90e6 < lock.size < 110e6


def test_every_jar_has_a_checksum_and_a_file_name_of_its_own():
    artifacts = load_lock().artifacts
    assert all(len(bytes.fromhex(a.sha256)) == hashlib.sha256().digest_size and a.size > 0 for a in artifacts)
    assert len({a.name for a in artifacts}) == len(artifacts)


def test_paths_are_those_of_a_maven_repository():
    plain = Artifact("org.example.desk", "slug", "1.2", 1, "00")
    assert plain.path == "org/example/desk/slug/1.2/slug-1.2.jar"
    assert replace(plain, classifier="linux").path == "org/example/desk/slug/1.2/slug-1.2-linux.jar"


def test_another_jar_means_another_folder():
    lock = load_lock()
    first = lock.artifacts[0]
    other = replace(lock, artifacts=(replace(first, sha256="0" * 64), *lock.artifacts[1:]))
    assert other.key != lock.key
    assert lock.key.startswith("6.8-")
