"""Finds the rule kinds in this package and makes the one model that `rule: {kind: {…}}` is checked by."""

from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, create_model, model_validator

from assess import rules
from assess.ground.kinds import kinds_in
from assess.ground.model import Model
from assess.rules.base import Rule

_NOT_KINDS = {"base", "registry", "grammar"}


@cache
def kinds() -> dict[str, type[Rule]]:
    """All rule kinds by the word that stands in a scheme file."""
    return kinds_in(rules, Rule, _NOT_KINDS)


class _Choice(Model):
    """`{kind: {parameters}}`: exactly one kind."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="after")
    def _exactly_one(self) -> "_Choice":
        given = sorted(self.model_fields_set)
        if not given:
            message = "没有写哪一种规则；例如 rule: {judged: {}}"
            raise ValueError(message)
        if len(given) > 1:
            message = f"规则只能写一种，这里写了{len(given)}种：{'、'.join(given)}"
            raise ValueError(message)
        if getattr(self, given[0]) is None:
            message = f"{given[0]}后面没有内容；没有参数时写 {given[0]}: {{}}"
            raise ValueError(message)
        return self


def _only(choice: Any) -> Rule:  # noqa: ANN401 a model made at run time has no static type
    (name,) = choice.model_fields_set
    rule: Rule = getattr(choice, name)
    return rule


@cache
def any_rule() -> Any:  # noqa: ANN401 an annotation made at run time
    """Return the annotation for a field that holds a rule of any kind."""
    found = kinds()
    fields: dict[str, Any] = {
        name: (kind | None, Field(default=None, description=f"{kind.title}：{kind.summary}"))
        for name, kind in found.items()
    }
    choice = create_model("RuleChoice", __base__=_Choice, **fields)
    return Annotated[choice, AfterValidator(_only)]
