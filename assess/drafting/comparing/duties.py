"""What two schemes propose differently of who is responsible for what."""

from collections.abc import Iterator

from assess.drafting.comparing.finding import Difference, Theme
from assess.drafting.comparing.values import changed
from assess.scheme.duties import ProposedDuty
from assess.scheme.items import items_of
from assess.scheme.scheme import Scheme


def duty_differences(old: Scheme, new: Scheme) -> Iterator[Difference]:
    """Item by item, in the order in which the schemes name them."""
    if old.duties == new.duties:
        return
    names = (items_of(new), items_of(old))
    for word in dict.fromkeys((*old.duties, *new.duties)):
        name = next((items.name(word) for items in names if word in items), word)
        before, after = old.duties.get(word), new.duties.get(word)
        if after is None:
            yield Difference(Theme.PROCEDURE, f"不再建议考核分工：{name}")
        elif before is None:
            yield Difference(Theme.PROCEDURE, f"新建议考核分工：{name}，{_said(after)}")
        elif before != after:
            yield Difference(Theme.PROCEDURE, changed(f"建议的考核分工（{name}）", _said(before), _said(after)))


def _said(duty: ProposedDuty) -> str:
    said = [f"{duty.department}牵头"]
    if duty.assessors:
        said.append(f"{'、'.join(duty.assessors)}评分")
    if duty.due is not None:
        said.append(f"{duty.due.isoformat()}前交")
    return "，".join(said)
