"""Things with ids and the words that people have for them: either may be typed."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from assess.ground.place import Place, Problem, ProblemsError, did_you_mean


class Labelled:
    """The things of one sort, by id. Of the words of each the first is its label, which is shown."""

    def __init__(self, what: str, words: Mapping[str, Iterable[str]]) -> None:
        self.what = what
        self._words = {name: tuple(word for word in some if word) for name, some in words.items()}

    def __contains__(self, name: str) -> bool:
        """Whether there is a thing of this id."""
        return name in self._words

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._words)

    def label(self, name: str) -> str:
        """What a thing is called; what nobody knows, or has no name, goes by its id."""
        return next(iter(self._words.get(name, ())), name)

    def named(self, word: str) -> tuple[str, ...]:
        """The ids that a word names: an id itself, else all things of this label, else of this other name."""
        if word in self._words:
            return (word,)
        by_label = tuple(name for name, words in self._words.items() if word in words[:1])
        return by_label or tuple(name for name, words in self._words.items() if word in words)

    def meant(self, word: str) -> tuple[str, ...]:
        """The same of a word that somebody typed: widths of signs, blanks and capitals make no difference."""
        plain = _plain(word)
        return self.named(word) or tuple(
            name for name, words in self._words.items() if plain in map(_plain, (name, *words))
        )

    def id_of(self, word: str, place: Place | None = None) -> str:
        """The id that a word means. Raises `ProblemsError` where it means nothing, or several things."""
        found = self.meant(word)
        if len(found) == 1:
            return found[0]
        if found:
            ids = "、".join(found)
            problem = Problem(place, "ambiguous_name", f"有{len(found)}个{self.what}叫“{word}”", f"请写编号：{ids}")
        else:
            problem = Problem(place, "unknown_name", f"没有{self.what}“{word}”", self.hint(word))
        raise ProblemsError([problem])

    def hint(self, word: str) -> str:
        """What may be meant by a word that means nothing here: ids and names near it, or all labels when few."""
        known = dict.fromkeys(word for name, words in self._words.items() for word in (name, *words))
        return did_you_mean(word, known, dict.fromkeys(map(self.label, self)))


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFKC", word).split()).casefold()
