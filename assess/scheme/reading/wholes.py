"""Checks what `part_of` says: of which other number an input's number is a part."""

from collections.abc import Iterator, Mapping

from assess.entered.inputs import Input, InputSlot
from assess.ground.place import did_you_mean
from assess.ground.tree import Path
from assess.rules.base import Flaw


def whole_flaws(path: Path, inputs: Mapping[str, Input], seen: Mapping[str, InputSlot]) -> Iterator[Flaw]:
    """A part is a number, its whole another number that the node at `path` sees, in the same unit.

    `inputs`: those that the node declares; `seen`: these and what groups above it declare.
    """
    numbers = {name: slot.spec for name, slot in seen.items() if isinstance(slot.spec, Input)}
    for name, part in inputs.items():
        if part.part_of is None:
            continue
        here = (*path, "inputs", name, "part_of")
        whole = numbers.get(part.part_of)
        if part.kind != "number":
            yield Flaw(here, "part_of", f"“{name}”不是数，不能写part_of", "part_of只写在填数的数据上")
        elif whole is None:
            others = [one for one, spec in numbers.items() if spec.kind == "number" and one != name]
            text = f"没有“{part.part_of}”这个数据"
            yield Flaw(here, "unknown_reference", text, did_you_mean(part.part_of, others))
        elif name in _chain(part.part_of, inputs):
            yield Flaw(here, "part_of", f"“{name}”不能是它自己的一部分", "写它所属的那个总数的编号")
        elif whole.kind != "number":
            yield Flaw(here, "part_of", f"“{part.part_of}”不是数，不能作总数", "写一个填数的数据的编号")
        elif whole.unit != part.unit:
            text = f"“{name}”的单位是“{part.unit}”，“{part.part_of}”的单位是“{whole.unit}”，不能比较"
            yield Flaw(here, "part_of", text, "部分和总数的单位要相同")


def _chain(name: str, inputs: Mapping[str, Input]) -> tuple[str, ...]:
    """The input `name`, what it is a part of, and so on, as far as one node declares them and until one comes again."""
    found: list[str] = []
    while name in inputs and name not in found:
        found.append(name)
        name = inputs[name].part_of or ""
    return tuple(found)
