"""Help pages whose columns stay straight with Chinese text."""

from collections.abc import Iterable

import click

from assess.cli.columns import padded, width, wrap


class HelpPage(click.HelpFormatter):
    """Click's help page, measured in columns of a terminal instead of characters."""

    def write_heading(self, heading: str) -> None:
        """Write a heading with a Chinese colon."""
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs; a line break in the text is kept."""
        margin = " " * self.current_indent
        for line in text.splitlines():
            indent = margin + " " * (len(line) - len(line.lstrip()))
            wrapped = wrap(line.strip(), self.width - len(indent)) or [""]
            self.write("".join(f"{indent}{one}".rstrip() + "\n" for one in wrapped))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms on the left and what they mean on the right."""
        rows = list(rows)
        left = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        margin = " " * self.current_indent
        for term, meaning in rows:
            lines = wrap(meaning, self.width - left - self.current_indent) or [""]
            if width(term) + col_spacing > left:
                self.write(f"{margin}{term}\n")
            else:
                self.write(f"{margin}{padded(term, left)}{lines.pop(0)}".rstrip() + "\n")
            self.write("".join(f"{margin}{' ' * left}{line}\n" for line in lines))


class HelpContext(click.Context):
    """A context that writes its help page with straight columns."""

    formatter_class = HelpPage
