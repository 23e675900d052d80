"""The command that makes a lock names no index and leaves no address behind."""

from installer.locks import CHOICES, compile_command


def test_a_lock_is_universal_and_hashed_and_written_without_a_header() -> None:
    # Given the lock for work, when its command is made
    command = compile_command(["uv"], "requirements-dev.txt", ["--upgrade"])

    # Then it asks for hashes, for every system, with versions of the lock for use
    assert command[:3] == ["uv", "pip", "compile"]
    assert {"--universal", "--generate-hashes", "--no-header", "--upgrade"} <= set(command)
    assert "--constraint requirements.txt" in " ".join(command)
    assert not [word for word in command if "index" in word and word != "--no-emit-index-url"]


def test_the_lock_for_use_holds_no_tools() -> None:
    assert "--group" not in compile_command(["uv"], "requirements.txt")
    assert next(iter(CHOICES)) == "requirements.txt", "the others take their versions from it"
