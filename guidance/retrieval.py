"""Which page answers a question: weighted words (BM25F) and likeness to the questions a page says it answers."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, islice
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guidance.likeness import Nearest
from guidance.reading import in_one_spelling, meanings_of, read_line, stem, terms, words_of
from guidance.same_words import SAME
from guidance.trade_words import PHRASES
from guidance.word_sets import KINDS, OF_A_CASE, PEOPLE, STOP

REPAIRS_TRIED = 12
SHORTEST_REPAIRED = 5
LONG_WORD = 8
SATURATION = 1.2
LENGTH_SHARE = 0.5
LIKENESS_WEIGHT = 6.0
FEWEST_WORDS = 3
WORDS_COMPARED = 40
ENOUGH_IN_FULL = 9.0
ENOUGH_IN_FULL_OF_A_CASE = 6.0
NEAR_BY_RUNS_ALONE = 4.0
ENOUGH_SHARED = 0.5
SAME_QUESTION = 0.99
SAME_QUESTION_WORTH = 1.5
ENOUGH_LIKENESS = 0.45
ENOUGH_COVER = 0.5
ENOUGH_SCORE = 1.1
ENOUGH_OF_A_CASE = 0.3
ENOUGH_SCORE_OF_A_CASE = 0.75
CLOSE = 0.8
UNKNOWN_SHARE = 0.7
PAIR = 2
CLEARLY_NEARER = 1.6


@dataclass(frozen=True)
class Field:
    """One part of a page: its words count `weight` times; each text of `examples` stands alone too; `names` says the kind of order."""

    weight: float
    texts: tuple[str, ...]
    examples: bool = False
    names: bool = False


@dataclass(frozen=True)
class Hit:
    name: str
    score: float
    of_kind: bool
    good: bool
    own: bool = False
    alike: float = 0.0
    paired: bool = False


_DIGITS = frozenset("0123456789")
_KINDS = frozenset(map(stem, KINDS))
_OF_A_CASE = frozenset(map(stem, OF_A_CASE))


class Index:
    """Built once; asking changes nothing in it. Words that others asked with in vain are no slips of the pages' words."""

    def __init__(self, pages: Mapping[str, Sequence[Field]], words_asked_in_vain: Iterable[str] = ()) -> None:
        read = {name: [_ReadField(field) for field in fields] for name, fields in pages.items()}
        self._tf = _weighted_counts(read)
        known = Counter(word for counts in self._tf.values() for word in counts)
        self._idf = {word: math.log(1 + (len(pages) - n + 0.5) / (n + 0.5)) for word, n in known.items()}
        rarest = math.log(1 + (len(pages) - 0.5) / 1.5)
        self._idf_unknown = UNKNOWN_SHARE * rarest
        self._enough_score = ENOUGH_SCORE * rarest
        self._enough_of_a_case = ENOUGH_SCORE_OF_A_CASE * rarest
        self._spellings = _spellings(read.values())
        self._known = frozenset((*chain.from_iterable(self._spellings.values()), *words_asked_in_vain))
        self._kinds = {name: _KINDS & _named(fields) for name, fields in read.items()}
        said = [(name, line) for name, fields in read.items() for one in fields if one.field.examples for line in one.lines]
        self._examples: list[tuple[str, float]] = []
        self._saying: defaultdict[str, list[int]] = defaultdict(list)
        for number, (name, line) in enumerate(said):
            meant = dict.fromkeys(line.meanings)
            self._examples.append((name, sum(map(self._weight, meant))))
            for word in meant:
                self._saying[word].append(number)
        self._word_for_word: dict[tuple[str, ...], set[str]] = {}
        for name, line in said:
            self._word_for_word.setdefault(tuple(line.in_full), set()).add(name)
        self.examples = Nearest([(name, line.in_full) for name, line in said])

    def find(self, question: str, apart_from: Container[str] = ()) -> list[Hit]:
        """Every page that shares a word with the question, best first, without those named; `good` says it may be given as an answer."""
        tokens = self._repaired(words_of(question))
        asked = dict.fromkeys(meanings_of(tokens))
        in_full = in_one_spelling(tokens)[:WORDS_COMPARED]
        own = self._word_for_word.get(tuple(in_full), set())
        if not asked:
            return [Hit(name, 1.0, of_kind=True, good=True, own=True) for name in sorted(own) if name not in apart_from]
        of_a_case = not PEOPLE.isdisjoint(tokens) or not _OF_A_CASE.isdisjoint(asked)
        everything = sum(self._weight(word) for word in asked)
        likeness = self._likeness(asked, everything)
        hits = (
            self._hit(name, asked, everything, likeness.get(name, 0.0), of_a_case=of_a_case) for name in self._tf if name not in apart_from
        )
        alike = self.examples.of(in_full)
        enough = len(tokens) >= FEWEST_WORDS and (ENOUGH_IN_FULL_OF_A_CASE if of_a_case else ENOUGH_IN_FULL)
        found = [_with_runs(hit, alike.get(hit.name, 0.0), enough) for hit in hits]
        found = [
            replace(hit, own=True, good=True) if hit.name in own else hit
            for hit in found
            if hit.score > hit.alike or hit.alike >= NEAR_BY_RUNS_ALONE
        ]
        ranked = sorted(found, key=lambda hit: (not hit.own, not hit.of_kind, -hit.score, hit.name))
        best = ranked[0].score if ranked and ranked[0].good else math.inf
        close = [hit if not hit.good or hit.score >= CLOSE * best else replace(hit, good=False) for hit in ranked]
        return self._side_by_side([word for word in asked if word in _KINDS], close)

    def _side_by_side(self, kinds: Sequence[str], ranked: list[Hit]) -> list[Hit]:
        """Where two kinds of order are named that no page sets against each other, the best page of each."""
        if len(kinds) != PAIR or (ranked and (ranked[0].own or (ranked[0].good and self._kinds[ranked[0].name] == frozenset(kinds)))):
            return ranked
        of_each = [self._best_of(kind, kinds, ranked) for kind in kinds]
        first, second = of_each
        if first is None or second is None:
            return ranked
        most = max(hit.score for hit in ranked)
        pair = [replace(hit, score=most, of_kind=True, good=True, paired=True) for hit in (first, second)]
        return [*pair, *(hit for hit in ranked if hit not in of_each)]

    def _best_of(self, kind: str, kinds: Sequence[str], ranked: Sequence[Hit]) -> Hit | None:
        """The page of that kind alone, but for one that is clearly nearer and has others beside it."""
        alone = next((hit for hit in ranked if self._kinds[hit.name] == {kind}), None)
        beside = next((hit for hit in ranked if self._kinds[hit.name].intersection(kinds) == {kind}), None)
        return beside if alone is None or (beside is not None and beside.score > CLEARLY_NEARER * alone.score) else alone

    def in_full(self, question: str) -> list[str]:
        """The question's words in one spelling, slips repaired, the small words too."""
        return in_one_spelling(self._repaired(words_of(question)))[:WORDS_COMPARED]

    def worth(self, question: str) -> Callable[[str], float]:
        """How much of the question a text speaks of, by weight of words."""
        asked = tuple(dict.fromkeys(meanings_of(self._repaired(words_of(question)))))
        return lambda text: self._shared(asked, frozenset(terms(text)))

    def _shared(self, asked: Iterable[str], said: Container[str]) -> float:
        """Added up in the sequence of the question: in that of a set it would differ from process to process."""
        return sum(self._weight(word) for word in asked if word in said)

    def _hit(self, name: str, asked: Mapping[str, None], everything: float, likeness: float, *, of_a_case: bool) -> Hit:
        counts = self._tf[name]
        words = [word for word in asked if word in counts]
        shared = sum(self._weight(word) for word in words)
        same = likeness >= SAME_QUESTION and (len(asked) > 1 or not _DIGITS.isdisjoint(*asked))
        score = LIKENESS_WEIGHT * likeness + sum(self._idf[word] * counts[word] / (SATURATION + counts[word]) for word in words)
        score += SAME_QUESTION_WORTH * same
        of_kind = all(kind in self._kinds[name] for kind in asked if kind in _KINDS)
        cover = shared / everything
        covered = cover >= ENOUGH_COVER and score >= self._enough_score
        # What is out of scope by its kind was refused before; a question on people of a case needs less likeness to a page.
        fits = of_a_case and cover >= ENOUGH_OF_A_CASE and score >= self._enough_of_a_case
        # One word alone is a question only where it is a page's title, alias or question whole, or names a form or section.
        near = len(asked) > 1 and shared >= ENOUGH_SHARED and (likeness >= ENOUGH_LIKENESS or covered or fits)
        return Hit(name, score, of_kind, of_kind and (same or near))

    def _likeness(self, asked: Mapping[str, None], everything: float) -> dict[str, float]:
        """For each page the share that the question and its nearest example have in common, by weight of words."""
        shared: dict[int, float] = {}
        for word in asked:
            weight = self._weight(word)
            for number in self._saying.get(word, ()):
                shared[number] = shared.get(number, 0.0) + weight
        best: dict[str, float] = {}
        for number, common in shared.items():
            name, whole = self._examples[number]
            best[name] = max(best.get(name, 0.0), common / (everything + whole - common))
        return best

    def _weight(self, word: str) -> float:
        return self._idf.get(word, self._idf_unknown)

    def _repaired(self, tokens: Sequence[str]) -> list[str]:
        strange = (word for word in dict.fromkeys(tokens) if self._is_strange(word))
        nearest = {word: self._nearest(word) for word in islice(strange, REPAIRS_TRIED)}
        return [nearest.get(word, word) for word in tokens]

    def _is_strange(self, word: str) -> bool:
        return (
            len(word) >= SHORTEST_REPAIRED
            and word.isalpha()
            and word not in STOP
            and word not in self._known
            and stem(word) not in self._idf
        )

    def _nearest(self, word: str) -> str:
        """The known word that was probably meant: one slip in a short word, two in a long one, the first letter right."""
        slips = 1 if len(word) < LONG_WORD else 2
        found = process.extractOne(word, self._spellings.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips)
        return word if found is None else found[0]


def _with_runs(hit: Hit, alike: float, enough: float) -> Hit:
    score = hit.score + alike
    good = hit.good or (hit.of_kind and enough > 0 and score >= enough)
    return Hit(hit.name, score, of_kind=hit.of_kind, good=good, alike=alike)


class _ReadField:
    """A field's lines, read one by one, so that none is cut."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.lines = [read_line(line) for text in field.texts for line in text.splitlines()]

    def meanings(self) -> Iterable[str]:
        return chain.from_iterable(line.meanings for line in self.lines)


def _spellings(pages: Iterable[Sequence[_ReadField]]) -> dict[str, tuple[str, ...]]:
    """The words a slip may have meant, by first letter: those of the pages and of the trade."""
    said = {word for fields in pages for one in fields for line in one.lines for word in line.words}
    words = sorted(
        word for word in said.union(SAME, KINDS, *map(str.split, PHRASES)) - STOP if len(word) >= SHORTEST_REPAIRED - 1 and word.isalpha()
    )
    return {letter: tuple(group) for letter, group in groupby(words, key=itemgetter(0))}


def _named(fields: Sequence[_ReadField]) -> frozenset[str]:
    return frozenset(word for one in fields if one.field.names for word in one.meanings())


def _weighted_counts(pages: Mapping[str, Sequence[_ReadField]]) -> dict[str, dict[str, float]]:
    """How often each page says each word, by the weight of the field and against that field's usual length."""
    counted = {name: [Counter(one.meanings()) for one in fields] for name, fields in pages.items()}
    count = max(len(pages), 1)
    usual = [max(sum(words.total() for words in column) / count, 1.0) for column in zip(*counted.values(), strict=True)]
    return {name: _page_counts(fields, counted[name], usual) for name, fields in pages.items()}


def _page_counts(fields: Sequence[_ReadField], counted: Sequence[Counter[str]], usual: Sequence[float]) -> dict[str, float]:
    total: dict[str, float] = {}
    for one, said, length in zip(fields, counted, usual, strict=True):
        scale = one.field.weight / (1 - LENGTH_SHARE + LENGTH_SHARE * said.total() / length)
        for word, times in said.items():
            total[word] = total.get(word, 0.0) + scale * times
    return total
