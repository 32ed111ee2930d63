"""The guide: every command in it does what it says there."""

from script.guide import PAGE, office, ran, shown
from script.tutorial import agrees


def test_every_command_of_the_guide_runs() -> None:
    """One after the other in one folder; all of them end well, and print what the guide shows."""
    commands = list(shown(PAGE.read_text(encoding="utf-8")))
    assert len(commands) > 20
    wrong = []
    with office():
        for one in commands:
            code, output = ran(one.command)
            if code or (one.output and not agrees(one.output, output)):
                wrong.append(f"$ assess {one.command}\n[{code}]\n{output}")
    assert not wrong, "\n".join(wrong)
