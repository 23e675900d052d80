"""A shell that runs nothing: it answers as a test has laid down, and keeps what was asked."""

from collections.abc import Callable, Sequence

from installer.shell import Shell


class FakeShell(Shell):
    """Answers commands by the words in them; those it does not know fail."""

    def __init__(
        self,
        answers: dict[str, str] | None = None,
        *,
        programs: Sequence[str] = (),
        root: bool = False,
        fails: Sequence[str] = (),
        says: Sequence[str] = (),
    ) -> None:
        self.asked: list[str] = []
        self.followed: list[str] = []
        self._answers = answers or {}
        self._programs = programs
        self._root = root
        self._fails = fails
        self._says = says

    def answer(self, command: Sequence[str]) -> str:
        line = " ".join(command)
        self.asked.append(line)
        return next((said for words, said in self._answers.items() if words in line), "")

    def follow(self, command: Sequence[str], read: Callable[[str], None], **environ: str) -> int:
        line = " ".join(command)
        self.followed.append(f"{line} {environ}")
        for said in self._says:
            read(f"{said}\n")
        return int(any(words in line for words in self._fails))

    def find(self, program: str) -> str:
        return f"/usr/bin/{program}" if program in self._programs else ""

    def may_use_apt(self) -> bool:
        return self._root and "apt-get" in self._programs
