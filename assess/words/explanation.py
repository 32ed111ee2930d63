"""Points in sentences: one view of the trace for every place where a person reads why."""

from collections.abc import Iterator
from fractions import Fraction

from assess.engine.outcome import GroupResult, LeafResult, Outcome, PartResult
from assess.entered.inputs import Input, InputSlot, Line, MarkInput
from assess.entered.records import Record
from assess.entered.values import Fact, InputValue, Mark, Waived
from assess.ground.numbers import fixed, half_up, plain, short
from assess.rules.grammar.mark_words import marks_of, marks_text
from assess.rules.grammar.places import PLACES
from assess.rules.grammar.step import Step
from assess.rules.grammar.trimming import UsedMarks
from assess.rules.judged import Judged
from assess.scheme.scheme import Scheme
from assess.year.evidence import Unit


def leaf_lines(result: LeafResult, outcome: Outcome) -> list[str]:
    """Return how a leaf's points came about, one thought a line: rule, figures, rounding, readings, clause."""
    return list(_leaf_lines(result, outcome))


def _leaf_lines(result: LeafResult, outcome: Outcome) -> Iterator[str]:
    leaf = result.leaf
    if result.status == "not_applicable" and not result.waived:
        yield "该类单位不参加这一指标的考核"
    elif result.step is None:
        yield "还有数据没有填写，暂不计分"
    else:
        yield from leaf.rule.explain(result.step, leaf.frame)
        yield from _rounding(result, outcome.scheme.digits)
    if result.provisional:
        yield "暂定：参照值还缺其他单位的数据，补齐后可能变化"
    for name in leaf.heading.readings:
        reading = outcome.scheme.readings[name]
        if len(reading.choices) > 1:
            changed = "（不是默认）" if reading.departs else ""
            yield f"理解{name}：{reading.choices[reading.chosen].label}{changed}"
    if leaf.heading.clause:
        yield f"依据：{leaf.heading.clause}"


def _rounding(result: LeafResult, digits: int) -> Iterator[str]:
    if result.points is not None and result.exact is not None and result.points != result.exact:
        half = Fraction(1, 2 * 10**digits)
        exactly = short(result.exact, beside=(result.points - half, result.points + half))
        # Said again with more places where a reader who rounds what was said would come to something else.
        again = "" if exactly == short(result.exact) else f"{exactly}分"
        yield f"{again}四舍五入到{digits}位小数：{fixed(result.points, digits)}分"


def leaf_note(result: LeafResult, unit: Unit, outcome: Outcome) -> str:
    """Return the reason for the sheet: the office's own words first, then the rule's sentences in one line."""
    leaf = result.leaf
    if result.step is None:
        return ""
    fact = unit.facts.get(leaf.id)
    reason = fact.reason if fact is not None else ""
    if result.points is None:
        return reason
    if isinstance(leaf.rule, Judged):
        taken = _taken_off(result.points, leaf.rule.highest(leaf.frame), leaf.maximum, outcome.scheme.digits)
        return "：".join(part for part in (taken, reason) if part)
    sentences = [*leaf.rule.explain(result.step, leaf.frame), *_rounding(result, outcome.scheme.digits)]
    return "；".join([reason, *sentences] if reason else sentences)


def _taken_off(points: Fraction, highest: Fraction, maximum: Fraction | None, digits: int) -> str:
    """What a mark lost of its own full mark, and that where it is not the indicator's; points as they are printed."""
    if maximum is None:
        return ""
    own = "" if highest == maximum else f"评分满分{plain(highest)}分"
    lost = half_up(highest, digits) - half_up(points, digits)
    return "，".join(part for part in (own, f"扣{fixed(lost, digits)}分" if lost > 0 else "") if part)


def leaf_evidence(result: LeafResult, unit: Unit) -> str:
    """Return what was entered, for the column 依据/数据."""
    return "；".join(_evidence(result, unit))


def _evidence(result: LeafResult, unit: Unit) -> Iterator[str]:
    leaf = result.leaf
    fact = unit.facts.get(leaf.id, Fact())
    used = {marks.name: marks_text(marks) for marks in marks_of(result.step) if marks.given}
    unread = {name: InputSlot(leaf.id, name, spec) for name, spec in leaf.heading.declared.items()}
    for slot in ({**leaf.slots, **{name: slot for name, slot in unread.items() if name not in leaf.slots}}).values():
        value = unit.value(slot.owner, slot.name)
        text = "" if value is None else used.get(slot.name, input_text(value, slot))
        if value is not None and text:
            yield text + _line_text(slot.spec, value, unit)
    for name, line in leaf.evidence.items():
        shown = fact.lines.get(name)
        if isinstance(shown, Fraction):
            yield f"{line.label}{plain(shown)}{line.unit}{_line_text(line, shown, unit)}"
        elif shown:
            yield f"{line.label}：{shown}"
    if fact.basis:
        yield fact.basis


def _line_text(spec: object, value: InputValue, unit: Unit) -> str:
    """`（≥2，达到）`: the regulation's line and whether it is met."""
    edges = spec.edges_for(unit.attributes) if isinstance(spec, Line) else None
    if edges is None or not isinstance(value, Fraction):
        return ""
    return f"（{edges.text()}，{'达到' if edges.holds(value) else '未达到'}）"


def input_text(value: InputValue, slot: InputSlot) -> str:
    """Return one entered value in words, as it was entered; a single mark stands in its own column and says nothing."""
    label = slot.spec.label
    if isinstance(value, tuple):
        return _list_text(value, slot.spec)
    if isinstance(value, Waived):
        return "认定不适用"
    if isinstance(value, Fraction):
        return f"{label}{plain(value)}{slot.spec.unit}"
    return f"{label}：{value}" if isinstance(value, str) else f"{label}：{'是' if value else '否'}"


def _list_text(value: tuple[Record, ...] | tuple[Mark, ...], spec: Input | MarkInput) -> str:
    marks = tuple(one.value for one in value if isinstance(one, Mark))
    if marks:
        return marks_text(UsedMarks("", marks))
    amount = spec.records.amount if isinstance(spec, Input) and spec.records is not None else None
    unit = amount.unit if amount is not None else ""
    records = [record_text(one, unit) for one in value if isinstance(one, Record)]
    return f"{spec.label}：{'，'.join(records) or '无'}"


def record_text(record: Record, unit: str = "") -> str:
    """`题目（省级，20000元，王五，2019-03-01）`; `unit` is that of amounts."""
    amount = f"{plain(record.amount)}{unit}" if record.amount is not None else ""
    details = [one for one in (record.level, record.event, amount, record.person, record.date) if one]
    if not record.first:
        details.append("非第一作者")
    shown = f"（{'，'.join(details)}）" if details else ""
    return f"{record.title or record.class_name or '未写名称'}{shown}"


def group_lines(result: GroupResult, places: int = PLACES) -> list[str]:
    """Return the ceilings and floors that bit on a group's sum."""
    lines = [limit.text(places) for limit in result.limits]
    if result.uncapped:
        lines.append(f"其中{short(result.uncapped, places)}分不受上限限制")
    return lines


def rounding_lines(scheme: Scheme) -> tuple[str, ...]:
    """Say why printed points may not add up to the last place, where only the total is rounded (U15)."""
    if scheme.round_at == "leaf":
        return ()
    places = f"{scheme.digits}位小数" if scheme.digits else "整数"
    least = plain(Fraction(1, 10**scheme.digits))
    why = f"得分只写到{places}，小计、折算和总分都按没有舍入的得分计算"
    return (f"{why}；照写出的得分相加，末位可能有出入（如差{least}分）",)


def part_lines(part: PartResult, outcome: Outcome) -> list[str]:
    """Return how a part of the total came about."""
    clause = [f"依据：{part.part.clause}"] if part.part.clause else []
    return [*part.score.lines(outcome.scheme.digits), *clause]


def step_figures(step: Step) -> Iterator[str]:
    """Yield the ids of all population figures that a step and the steps inside it cite."""
    yield from step.figures
    for part in step.parts:
        yield from step_figures(part)
