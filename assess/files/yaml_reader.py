"""YAML and JSON to a plain tree of texts that know their place.

Read event by event, so that neither depth nor aliases can hurt; no typing by YAML (`12:30`, `no` and `010` stay
what was written); duplicate keys are problems, all of them at once.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from assess.files.files import read_text
from assess.ground.place import Place, Problem, ProblemsError
from assess.ground.tree import Rows, Table, Text, Tree

#: Deepest nesting of tables and lists; a scheme needs about 12.
MAX_DEPTH = 40
#: Most values in one file.
MAX_NODES = 400_000
#: Longest single text.
MAX_TEXT = 20_000
#: Duplicate keys listed before reading stops.
MAX_PROBLEMS = 50

_NULLS = {"", "~", "null"}
# The C parser is ten times the pure one; a build of PyYAML without it still works.
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


def read(path: Path, name: str | None = None) -> Table:
    """Read `path`, whose top level must be a table. `name` is how messages call the file."""
    return parse(read_text(path, name), name or str(path))


def parse(text: str, source: str) -> Table:
    """Read YAML or JSON text; raise `ProblemsError` with everything that is wrong with it."""
    if text.lstrip()[:1] == "{":
        text = _json_as_yaml(text)
    reader = _Reader(source)
    try:
        tree = reader.tree(text)
    except yaml.YAMLError as error:
        from assess.files.syntax import syntax_problem  # only a mistake needs it

        reader.problems.append(syntax_problem(error, text, source))
        raise ProblemsError(reader.problems) from None
    if not isinstance(tree, Table) and not reader.problems:
        said = "文件里没有内容" if tree is None else "文件最外层应为“键: 值”的形式"
        reader.problems.append(Problem(Place(source, 1, 1), "not_a_table", said, "请确认选对了文件"))
    if reader.problems or not isinstance(tree, Table):
        raise ProblemsError(reader.problems)
    return tree


_SURROGATES = re.compile(r"\\\\|\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _json_as_yaml(text: str) -> str:
    """JSON may be indented with tabs, and writes a character beyond 16 bits (a rare name) as two escapes."""
    return _SURROGATES.sub(_joined, text.replace("\t", " "))


def _joined(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    return f"\\U{0x10000 + ((int(found[1], 16) - 0xD800) << 10) + int(found[2], 16) - 0xDC00:08x}"


_SCALAR, _TABLE, _ROWS = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")[:40]


class _Reader:
    """Builds the tree event by event; open containers are kept on a stack of our own."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._count = 0
        self._documents = 0

    def tree(self, text: str) -> Tree:
        loader = _Loader(text)
        try:
            return self._whole(loader.get_event)
        finally:
            loader.dispose()

    def _whole(self, next_event: Callable[[], Any]) -> Tree:
        """A year has ten thousand events: what each of them needs is written out here, the rare rest apart."""
        result: Tree = None
        stack: list[Table | Rows] = []
        top: Any = None
        key: Text | None = None
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            value: Tree
            if kind is _SCALAR:
                value = self._scalar(event)
            elif kind is _TABLE:
                value = Table(place=self._place(event))
            elif kind is _ROWS:
                value = Rows(place=self._place(event))
            elif kind in _ENDS:
                stack.pop()
                top = stack[-1] if stack else None
                continue
            else:
                self._check(event)
                continue
            if key is not None:
                top[key] = value
                key = None
            elif type(top) is Rows:
                top.append(value)
            elif top is None:
                result = value
            else:
                key = self._key(value, event, top)
                continue
            if kind is not _SCALAR:
                top = self._open(stack, value, event)
        return result

    def _check(self, event: Any) -> None:  # noqa: ANN401 events of PyYAML are untyped
        """Look at an event that is no value and ends none."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "documents", "一个文件里只能有一份内容（去掉“---”分隔线）")

    def _open(self, stack: list[Any], container: Any, event: Any) -> Any:  # noqa: ANN401 a table or rows
        stack.append(container)
        if len(stack) > MAX_DEPTH:
            self._stop(event, "too_deep", f"嵌套太深（最多{MAX_DEPTH}层）")
        return container

    def _place(self, event: Any) -> Place:  # noqa: ANN401 the same
        """Where a value begins; what no value may have is refused."""
        self._count += 1
        if self._count > MAX_NODES:
            self._stop(event, "too_many", f"内容太多（最多{MAX_NODES}个值）")
        mark = event.start_mark
        place = Place(self.source, mark.line + 1, mark.column + 1)
        if event.anchor:
            self._refuse_alias(event)
        tag = event.tag
        if tag is not None and tag != "!":
            hint = "去掉以“!”开头的标签；文字以“!”开头时请加英文引号"
            self._problem(place, "tag", f"不支持标签“{_short_tag(tag)}”", hint)
        return place

    def _scalar(self, event: Any) -> Text | None:  # noqa: ANN401 the same
        place = self._place(event)
        value: str = event.value
        if value in _NULLS and event.implicit[0]:
            return None
        if len(value) > MAX_TEXT:
            self._problem(place, "too_long", f"文字太长（最多{MAX_TEXT}个字）", "请删减，或另存为附件")
        return Text(value, place)

    def _refuse_alias(self, event: Any) -> None:  # noqa: ANN401 events of PyYAML are untyped
        self._stop(event, "alias", "不支持锚点和引用（& 和 *），请把内容直接写出来")

    def _key(self, value: Tree, event: Any, table: Table) -> Text:  # noqa: ANN401 events of PyYAML are untyped
        if not isinstance(value, Text):
            self._stop(event, "key", "键必须是文字，不能是列表、表或空的")
        key = value if isinstance(value, Text) else Text("")
        if key == "<<":
            self._problem(key.place, "merge", "不支持合并键“<<”", "请把内容直接写出来")
        if key in table:
            first = table.key_place(key)
            text = f"“{key}”重复了，第一次在第{first.line}行"
            self._problem(key.place, "duplicate_key", text, "同一处每个键只能写一次，请删去或改名")
        return key

    def _problem(self, place: Place, code: str, text: str, hint: str) -> None:
        self.problems.append(Problem(place, code, text, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            raise ProblemsError(self.problems)

    def _stop(self, event: Any, code: str, text: str) -> None:  # noqa: ANN401 events of PyYAML are untyped
        mark = event.start_mark
        self.problems.append(Problem(Place(self.source, mark.line + 1, mark.column + 1), code, text))
        raise ProblemsError(self.problems)
