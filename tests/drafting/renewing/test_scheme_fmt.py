"""The house form of scheme files: what changes, what never does, and that it is stable."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.disk.refusals import OutsideError
from assess.files import yaml_house, yaml_reader
from assess.files.scheme_folder import read_folder
from assess.files.yaml_house import house_form
from assess.ground.hashing import sha256
from assess.services.scheme_fmt import format_scheme
from tests.drafting.renewing.conftest import texts

MESSY = """\


# top
a :
- x:   '1'   # one
  y: { b : 'q', c: [1 ,2] , 'd' : "no",e: [ ], f: "2019年" }\x20\x20
  # about z
-   z: |
      text\x20\x20
        more

      end
    w: "a
      b"
    v: [one,
        two]
# tail of the list
k:
    deep:
          - - p
            - q
          -
            r: s



    # about t
    t: >
       folded
       text
n:
  plain
  more
m: {b}
e:

# the end

"""

HOUSE = """\
# top
a:
  - x: "1"   # one
    y: {b: q, c: [1, 2], d: "no", e: [], f: 2019年}
    # about z
  - z: |
      text\x20\x20
        more

      end
    w: "a
      b"
    v: [one,
        two]
# tail of the list
k:
  deep:
    - - p
      - q
    -
      r: s

  # about t
  t: >
     folded
     text
n:
  plain
  more
m: {b}
e:

# the end
"""


def test_the_house_form() -> None:
    """Indentation, dashes, quotes, gaps, blank lines; texts over several lines and comments stay."""
    assert house_form(MESSY, "") == HOUSE
    assert house_form(HOUSE, "") == HOUSE
    assert yaml_reader.parse(MESSY, "") == yaml_reader.parse(HOUSE, "")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a: 1", "a: 1\n"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        ("a: 'it''s'\n", "a: it's\n"),
        ('a: "x\\u0041"\n', "a: xA\n"),
        ('a: "\\u0031"\n', 'a: "\\u0031"\n'),
        ("a: 'no'\n", 'a: "no"\n'),
        ('{"a": "b"}', "{a: b}\n"),
        ("# only\n# words\na: 1\n#end", "# only\n# words\na: 1\n#end\n"),
        ("a:\n    #x\n    b: 1\n  # y\n", "a:\n  #x\n  b: 1\n# y\n"),
        ("a:\n    - 1\n    # in\n  # out\nb: 1\n", "a:\n  - 1\n  # in\n  # out\nb: 1\n"),
        ("a:\n      # deep\nb: 1\n", "a:\n      # deep\nb: 1\n"),
        ("a:\n- b:\n  - c\n-\n   d: 1\n", "a:\n  - b:\n      - c\n  -\n    d: 1\n"),
        ("a:\n     - {b: 1,\n        c: 2}\n", "a:\n  - {b: 1,\n     c: 2}\n"),
    ],
)
def test_single_forms(text: str, form: str) -> None:
    """One thing at a time."""
    assert house_form(text, "") == form


@given(
    st.recursive(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab:1 #", min_size=1, max_size=3), inner),
        max_leaves=12,
    ),
    st.sampled_from([None, "plain", "'", '"', "|"]),
    st.booleans(),
    st.integers(2, 6),
)
def test_any_content_stays(content: object, style: str | None, flow: bool, indent: int) -> None:  # noqa: FBT001 hypothesis hands it over
    """Whatever a file says and however it was written: it says the same afterwards, and the form is stable."""
    import yaml

    text = yaml.dump(
        {"k": content}, default_style=style, default_flow_style=flow, indent=indent, allow_unicode=True, width=20
    )
    try:
        before = yaml_reader.parse(text, "")
    except Exception:  # noqa: BLE001 tags and such that our reader does not take
        return
    form = house_form(text, "")
    if form is not None:
        assert yaml_reader.parse(form, "") == before
        assert house_form(form, "") == form


def test_a_scheme(tiny: Path) -> None:
    """Looking changes nothing; writing changes the files and not the scheme's hash; then there is nothing to do."""
    path = tiny / "tables.yaml"
    deeper = re.sub(r"^(?= {10})", "   ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_bytes(b"\xef\xbb\xbf" + deeper.replace("\n", "\r\n").encode())
    before, digest = texts(tiny), sha256(read_folder(tiny))
    looked = format_scheme(str(tiny), check=True)
    assert (looked.files, looked.changed, looked.left) == (4, ("tiny/tables.yaml",), ())
    assert texts(tiny) == before
    assert format_scheme(str(tiny)).changed == ("tiny/tables.yaml",)
    assert sha256(read_folder(tiny)) == digest
    assert {name for name, content in texts(tiny).items() if content != before[name]} == {"tables.yaml"}
    assert format_scheme(str(tiny)).changed == ()


def test_the_shipped_schemes_are_in_the_house_form() -> None:
    """What we ship is an example of the form."""
    from assess.services.schemes import shipped

    for folder in shipped():
        assert format_scheme(str(folder), check=True).changed == ()


def test_what_cannot_be_formatted_stays(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that would say something else afterwards is left as it is, and named."""
    before = texts(tiny)
    monkeypatch.setattr(yaml_house, "indented", lambda text: text.replace("label", "lable"))
    done = format_scheme(str(tiny))
    assert (done.changed, done.left) == ((), ("tiny/scheme.yaml", "tiny/tables.yaml"))
    assert texts(tiny) == before


@pytest.mark.parametrize(
    "form",
    [
        "a: 1 # one\n# end\n",
        "# top\na: 1\n# end\n",
        "# top\na: 1 # on\n# end\n",
        "# top\n# more\na: 1 # one\n# end\n",
        "a: 1 # one\n# end\n# top\n",
    ],
    ids=["lost", "lost behind a value", "changed", "added", "moved"],
)
def test_comments_stay(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """A form with other comments is none, though it holds the same data: the file is left as it is."""
    text = "# top\na:   1 # one\n# end\n"
    assert house_form(text, "") == "# top\na: 1 # one\n# end\n"
    monkeypatch.setattr(yaml_house, "_trimmed", lambda _: form)
    assert yaml_reader.parse(form, "") == yaml_reader.parse(text, "")
    assert house_form(text, "") is None


def test_a_sign_in_a_text_is_no_comment() -> None:
    """What looks like a comment inside quotes, or in a text over several lines, is data and may be written anew."""
    assert house_form("a: 'x #1'\nb: |\n  # no\nc:   x#y\n", "") == 'a: "x #1"\nb: |\n  # no\nc: x#y\n'


def test_files_that_wait_to_be_written_are_not_looked_at(tiny: Path) -> None:
    """What another process has made so far is neither counted nor changed."""
    count = format_scheme(str(tiny)).files
    waiting = tiny / ".assess-00000000" / "new" / "scheme.yaml"
    waiting.parent.mkdir(parents=True)
    waiting.write_text("a:   1\n", encoding="utf-8")
    assert format_scheme(str(tiny), check=True).files == count
    assert waiting.read_text(encoding="utf-8") == "a:   1\n"


def test_a_fault_of_the_program_changes_nothing(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scheme as a whole is compared once more before anything is written."""
    before = texts(tiny)
    monkeypatch.setattr("assess.services.scheme_fmt.house_form", lambda text, _: text.replace("小学院", "大学院"))
    with pytest.raises(OutsideError, match="整理后的内容与原来不同，没有改动任何文件"):
        format_scheme(str(tiny))
    assert texts(tiny) == before
