"""Spoils schemes, tries rule kinds (`--rules N`), kills writers to a database (`--kills N`), walks (`--walks N`).

All of it often, and by chance.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from assess.rules.registry import kinds
from script.postgres_server import PostgresServer
from script.soaking.kills import kills, on_postgresql, on_sqlite
from script.soaking.rule_trial import RuleResult, tried_rule
from script.soaking.trial import Result, Source, tried
from script.soaking.walks import walk
from script.soaking.workbooks import spoil

ROOT = Path(__file__).parents[2]
#: Small schemes that are spoiled as often as all shipped ones together: they are a hundred times faster.
SMALL = tuple(ROOT / name for name in ("docs/first-scheme", "docs/tutorial/steps/10", "tests/cli/data/small"))
#: Trials that a process does at once.
BATCH = 25


def main() -> int:
    """Run the trials and say how they went; 1 when anything is to be complained of."""
    parser = argparse.ArgumentParser(prog="script/soak", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many files are spoiled")
    parser.add_argument("--seed", type=int, default=1, help="the same seed spoils the same files in the same way")
    parser.add_argument("--rules", type=int, metavar="N", help="instead: try every rule kind N times")
    parser.add_argument("--kills", type=int, metavar="N", help="instead: kill N processes that write to a database")
    parser.add_argument("--walks", type=int, metavar="N", help="instead: N random walks over what an office does")
    parser.add_argument(
        "--workbooks", type=int, metavar="N", help="instead: spoil N workbooks and CSV files that came back"
    )
    parser.add_argument("--postgresql", action="store_true", help="with --kills and --walks: a database on a server")
    parser.add_argument(
        "--one", nargs=2, metavar=("FOLDER|KIND", "NUMBER"), help="show one trial again, as it was printed"
    )
    given = parser.parse_args()
    if given.one and given.one[0] in kinds():
        return _said(tried_rule(kinds()[given.one[0]], given.seed, int(given.one[1])))
    if given.one:
        return _again(ROOT / given.one[0], given.seed, int(given.one[1]))
    for count, mode in ((given.rules, _rules), (given.workbooks, _workbooks)):
        if count:
            return mode(count, given.seed)
    if given.kills:
        return _kills(given.kills, given.seed, postgresql=given.postgresql)
    if given.walks:
        return _walks(given.walks, given.seed, postgresql=given.postgresql)
    print(f"seed {given.seed}, {given.count} spoiled files", flush=True)
    started, endings, slowest, complaints = time.monotonic(), Counter[str](), 0.0, 0
    for folder, result in _all(given.count, given.seed):
        endings[result.ending] += 1
        slowest = max(slowest, result.seconds)
        if result.complaint:
            complaints += 1
            print(
                f"\n--one {folder} {result.number}  {result.file}  {'、'.join(result.changes)}\n{result.complaint}",
                flush=True,
            )
    said = ", ".join(f"{count} {ending}" for ending, count in sorted(endings.items()))
    print(f"{said}; {complaints} complaints; slowest {slowest:.1f} s, all {time.monotonic() - started:.0f} s")
    return 1 if complaints else 0


def _workbooks(count: int, seed: int) -> int:
    """Spoil that many workbooks and CSV files."""
    started, endings, complaints = time.monotonic(), Counter[str](), 0
    print(f"seed {seed}, {count} spoiled workbooks and CSV files", flush=True)
    small = ROOT / "tests/cli/data/small"
    for one in spoil(small, small / "sample" / "year.yaml", count, seed):
        endings[one.ending] += 1
        if one.complaint:
            complaints += 1
            print(f"\n{one.number}  {one.what}\n{one.complaint}", flush=True)
    said = ", ".join(f"{number} {ending}" for ending, number in sorted(endings.items()))
    print(f"{said}; {complaints} complaints; {time.monotonic() - started:.0f} s")
    return 1 if complaints else 0


def _rules(count: int, seed: int) -> int:
    """Try every kind that often."""
    started, scored, complaints = time.monotonic(), 0, 0
    jobs = [(name, seed, range(at, min(at + BATCH, count))) for at in range(0, count, BATCH) for name in kinds()]
    print(f"seed {seed}, {len(kinds())} kinds, each {count} times", flush=True)
    with ProcessPoolExecutor() as pool:
        for (name, _, _), results in zip(jobs, pool.map(_batch_of_rules, jobs), strict=True):
            for result in results:
                scored += result.scored
                complaints += bool(result.complaint)
                if result.complaint:
                    print(f"\n--one {name} {result.number}", end="  ")
                    _said(result)
    print(f"{scored} units scored; {complaints} complaints; {time.monotonic() - started:.0f} s")
    return 1 if complaints else 0


def _kills(count: int, seed: int, *, postgresql: bool) -> int:
    """Kill that many writers."""
    print(f"seed {seed}, {count} processes killed, {'PostgreSQL' if postgresql else 'SQLite'}", flush=True)
    started, complaints = time.monotonic(), 0
    done, acknowledged = Counter[str](), Counter[str]()
    with ExitStack() as afterwards:
        if postgresql:
            works = afterwards.enter_context(on_postgresql(afterwards.enter_context(PostgresServer())))
        else:
            works = afterwards.enter_context(on_sqlite())
        for number, kill in enumerate(kills(works, count, seed)):
            done[kill.work] += 1
            acknowledged[kill.work] += kill.acknowledged
            for complaint in kill.complaints:
                complaints += 1
                print(f"{number} {kill.work} after {kill.seconds:.3f} s: {complaint}", flush=True)
    said = ", ".join(f"{done[work]} of {work} ({acknowledged[work]} steps acknowledged)" for work in done)
    print(f"{said}; {complaints} complaints; {time.monotonic() - started:.0f} s")
    return 1 if complaints else 0


def _walks(count: int, seed: int, *, postgresql: bool) -> int:
    """Walk that often; every walk has a seed of its own, by which it is walked again."""
    print(f"seed {seed}, {count} walks, {'PostgreSQL' if postgresql else 'SQLite'}", flush=True)
    started, done, refused, complaints = time.monotonic(), 0, 0, 0
    with ExitStack() as afterwards:
        folder = Path(afterwards.enter_context(tempfile.TemporaryDirectory()))
        server = afterwards.enter_context(PostgresServer()) if postgresql else None
        for number in range(seed, seed + count):
            one = walk(str(folder / f"{number}.db") if server is None else server.url(server.create_database()), number)
            done, refused = done + one.done, refused + one.refused
            for complaint in one.complaints:
                complaints += 1
                print(f"--walks 1 --seed {number}: {complaint}", flush=True)
    print(f"{done} steps, {refused} refused; {complaints} complaints; {time.monotonic() - started:.0f} s")
    return 1 if complaints else 0


def _batch_of_rules(job: tuple[str, int, range]) -> list[RuleResult]:
    name, seed, numbers = job
    return [tried_rule(kinds()[name], seed, number) for number in numbers]


def _said(result: RuleResult) -> int:
    print(result.rule, result.complaint or f"{result.scored} units scored", sep="\n", flush=True)
    return 1 if result.complaint else 0


def _all(count: int, seed: int) -> Iterator[tuple[Path, Result]]:
    shipped = sorted(path.parent for path in (ROOT / "schemes").glob("*/scheme.yaml"))
    jobs = []
    for number in range(0, count, BATCH):
        turn = number // BATCH
        folders = SMALL if turn % 2 else shipped
        folder = folders[turn // 2 % len(folders)]
        jobs.append((folder.relative_to(ROOT), seed, range(number, min(number + BATCH, count))))
    with ProcessPoolExecutor() as pool:
        for (folder, _, _), results in zip(jobs, pool.map(_batch, jobs), strict=True):
            yield from ((folder, result) for result in results)


def _batch(job: tuple[Path, int, range]) -> list[Result]:
    folder, seed, numbers = job
    with tempfile.TemporaryDirectory() as scratch:
        source = Source(ROOT / folder, Path(scratch))
        return [tried(source, seed, number) for number in numbers]


def _again(folder: Path, seed: int, number: int) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        result = tried(Source(folder, Path(scratch)), seed, number)
    if result.content:
        kept = Path(tempfile.gettempdir()) / f"soak-{number}.yaml"
        kept.write_bytes(result.content)
        print(f"the spoiled file: {kept}")
    print(replace(result, content=b"", complaint=""), result.complaint, sep="\n")
    return 1 if result.complaint else 0


if __name__ == "__main__":
    sys.exit(main())
