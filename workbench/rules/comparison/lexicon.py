"""From Dutch words to what they are about: without endings, compounds taken apart, in topics."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock

import snowballstemmer

from workbench.domain.likeness import Vocabulary

Concept = str | int
"""The stem of a word, or the number of a topic."""


@dataclass(frozen=True)
class Concepts:
    """What a text is about: for each concept its weight, and the word that stands in the text."""

    weights: Mapping[Concept, float]
    words: Mapping[Concept, str]

    @cached_property
    def weight(self) -> float:
        """What all of it weighs together."""
        return sum(self.weights.values())

    def shared(self, other: "Concepts") -> float:
        """Return the share of the weight of two texts that stands in both, from nothing to one."""
        both = self.weights.keys() & other.weights.keys()
        if not both:
            return 0.0
        return 2 * sum(map(self.weights.__getitem__, both)) / (self.weight + other.weight)


_WORD = re.compile(r"[a-z0-9]+")
_VOWELS = re.compile(r"([aeou])\1")
_SOFT = {"z": "s", "v": "f"}
"""Grenzen has the stem of grens, and brieven that of brief."""
_SHORT = 4
_SHORTEST_PART = 5
"""Letters of a known word inside a compound: `werk` stands in too many words to mean anything."""
_SHORTEST_REST = 4
_ENOUGH = 4_000
"""Characters of a text that are read."""


class Lexicon:
    """A vocabulary, ready to look words up in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._stemmer, self._one_at_a_time = snowballstemmer.stemmer("dutch_porter"), Lock()
        self._topics: dict[str, set[int]] = {}
        self._phrases: dict[str, int] = {}
        for number, topic in enumerate(vocabulary.topics):
            for word in topic.words:
                plain = _plain(word)
                if " " in plain:
                    self._phrases[plain] = number
                else:
                    self._topics.setdefault(self._stem(plain), set()).add(number)
        self._weak = {self._stem(_plain(word)) for word in vocabulary.weak}
        self._starts = {stem[:_SHORT] for stem in (*self._topics, *self._weak)}
        self._stop = {_plain(word) for word in vocabulary.stop}
        self._phrase = re.compile("|".join(rf"\b{re.escape(p)}\b" for p in self._phrases) or "(?!)")
        self._known_texts = lru_cache(maxsize=4_000)(self._read)
        self._about = lru_cache(maxsize=20_000)(self._looked_up)

    def concepts(self, text: str) -> Concepts:
        """Return what a text is about, by as much of it as anybody needs to see that."""
        return self._known_texts(text[:_ENOUGH])

    def _read(self, text: str) -> Concepts:
        weights: dict[Concept, float] = {}
        words: dict[Concept, str] = {}
        for phrase in self._phrase.findall(plain := _plain(text)):
            weights[self._phrases[phrase]] = self.vocabulary.limits.topic
            words[self._phrases[phrase]] = phrase
        for word in _WORD.findall(self._phrase.sub(" ", plain)):
            for concept, weight in self._about(word):
                weights.setdefault(concept, weight)
                words.setdefault(concept, word)
        return Concepts(weights, words)

    def _looked_up(self, word: str) -> tuple[tuple[Concept, float], ...]:
        if word in self._stop:
            return ()
        return tuple(self._weighed(self._stem(word))) or tuple(self._compound(word))

    def _weighed(self, stem: str) -> Iterator[tuple[Concept, float]]:
        """Yield the topics of a known stem, or the stem itself where it says little."""
        limits = self.vocabulary.limits
        for topic in sorted(self._topics.get(stem, ())):
            yield topic, limits.topic
        if stem in self._weak and stem not in self._topics:
            yield stem, limits.weak

    def _compound(self, word: str) -> Iterator[tuple[Concept, float]]:
        """Yield what the parts of a compound are about; a word nobody knows stands for itself."""
        cuts = range(_SHORTEST_REST, len(word) - _SHORTEST_REST + 1)
        best = max(((self._known(word, cut), -cut, cut) for cut in cuts), default=(0, 0, 0))
        if not best[0]:
            yield self._stem(word), 1.0
            return
        for part in (word[: best[2]], word[best[2] :]):
            if part not in self._stop:
                stem = self._stem(part)
                yield from tuple(self._weighed(stem)) or ((stem, 1.0),)

    def _known(self, word: str, cut: int) -> int:
        """Return how many letters of the two parts are known words."""
        parts = (word[:cut], word[cut:])
        return sum(len(p) for p in parts if len(p) >= _SHORTEST_PART and self._knows(p))

    def _knows(self, part: str) -> bool:
        if part[:_SHORT] not in self._starts:
            return False
        stem = self._stem(part)
        return stem in self._topics or stem in self._weak

    def _stem(self, word: str) -> str:
        """Return a word without its ending, also where the library leaves a plural or a vowel."""
        with self._one_at_a_time:
            stem = _VOWELS.sub(r"\1", str(self._stemmer.stemWord(word)))
        if stem[-1] in _SOFT:
            stem = stem[:-1] + _SOFT[stem[-1]]
        return stem.removesuffix("s") if len(stem) > _SHORT else stem


def together(texts: Iterable[Concepts]) -> Concepts:
    """Return what several texts are about."""
    weights: dict[Concept, float] = {}
    words: dict[Concept, str] = {}
    for text in texts:
        weights = {**text.weights, **weights}
        words = {**text.words, **words}
    return Concepts(weights, words)


@lru_cache(maxsize=4)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary."""
    return Lexicon(vocabulary)


def _plain(text: str) -> str:
    """Return a text in small letters without accents, its words one blank apart."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return " ".join(_WORD.findall(letters.replace("'", "")))
