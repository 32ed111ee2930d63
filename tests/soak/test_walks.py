"""A part of `script/soak --walks`: whatever an office does in whatever order, its year stays sound and explained."""

from script.soaking.walks import STEPS, walk

SEED = 1


def test_random_walks(database_url: str, said: list[str]) -> None:
    """One walk on each kind of database: no step changes anything that it was refused, and a check finds nothing."""
    walked = walk(database_url, SEED)
    said.append(f"seed {SEED}, a walk of {STEPS} steps, {walked.refused} of them refused")
    assert walked.complaints == ()
    assert walked.done > 0
