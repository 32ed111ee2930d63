"""Printable values into HTML: each context names its template, and a template knows nothing else."""

from dataclasses import Field, fields
from functools import cache
from typing import Any, ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assess.resources import templates_dir


class Context(Protocol):
    """A frozen dataclass of printable values with the template that prints exactly its fields."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def page(context: Context) -> str:
    """Return the HTML of a document."""
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    return environment().get_template(context.template).render(values)


@cache
def environment() -> Environment:
    """Every value is escaped, and a name that no context has is an error."""
    return Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
