"""One clause with everything known about it, and what stands around it: in "and that?" what "that" was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rules.facts import Value
from rules.hearing.questions.cutting import Message, Sentence, sentence
from rules.hearing.questions.matching import SURE, Hit, Hits, hits, stands
from rules.hearing.questions.pointing import proposal
from rules.hearing.values import Asked


@dataclass(frozen=True)
class Scene:
    """What a clause refers back to: architectures and terms named or quoted before it, and the answers given."""

    said: Mapping[str, Value] = field(default_factory=dict)
    architectures: tuple[str, ...] = ()
    """The last named last."""
    terms: tuple[str, ...] = ()
    quoted: str = ""
    """The words of what is quoted."""
    sentences: tuple[str, ...] = ()
    """What is quoted and the sentences before, the last one last."""

    named_before: bool = False
    """Whether the sentence before names an architecture."""
    recent: tuple[str, ...] = ()
    """The architectures of the last sentence that names one."""

    @property
    def is_supposing(self) -> bool:
        """Whether the sentence before supposes something."""
        return hits(self.last).has("supposes")

    def follows(self, phrases: str | Sequence[str]) -> bool:
        """Whether a phrase, or one of several, stands in the sentence before."""
        return stands(phrases, self.last.stems)

    def quotes(self, phrases: str | Sequence[str]) -> bool:
        """Whether a phrase, or one of several, stands in what is quoted."""
        return stands(phrases, sentence(self.quoted).stems)

    @property
    def before(self) -> str:
        """The text of the sentence before, or what is quoted."""
        return self.sentences[-1] if self.sentences else ""

    @property
    def last(self) -> Sentence:
        """The same with its words."""
        return sentence(self.before)


_ANY = frozenset({"any", "a", "the", "further", "extra"})
_BARE = 5
"""A message of no more words asks, although no question mark ends it."""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence that may ask one thing."""

    sentence: Sentence
    hits: Hits
    scene: Scene
    is_alone: bool = False
    """Whether the whole message is this clause: a fragment then asks by itself."""
    is_part: bool = False
    """Whether something stands before it in its sentence."""

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its words."""
        return self.sentence.stems

    @property
    def is_marked(self) -> bool:
        """Whether a question mark ends it, or it is all that is said and short: "rag alone", "missing answers"."""
        return self.sentence.is_marked or self._is_bare

    @property
    def _is_bare(self) -> bool:
        """Whether it is all that is said, and short."""
        is_short = self.is_alone and len(self.stems) <= _BARE
        return is_short and not (self.hits.has("changed") or self.hits.has("courtesy"))

    def asks(self, intent: str, grade: str = SURE) -> tuple[Hit, ...]:
        """The phrases in it that ask for this."""
        return self.hits.of(grade, intent)

    def has(self, phrases: str | Sequence[str]) -> bool:
        """Whether a phrase in the tables' notation, or one of several, stands in it."""
        return stands(phrases, self.stems)

    @property
    def architectures(self) -> tuple[Hit, ...]:
        """The architectures that it names, in the order of the words."""
        return self.hits.of("architecture")

    @property
    def terms(self) -> tuple[Hit, ...]:
        """The words of the glossary in it."""
        return self.hits.of("term")


def clause_of(sentence: Sentence, scene: Scene, *, is_alone: bool, is_part: bool = False) -> Clause:
    """The clause with its phrases found."""
    return Clause(sentence, hits(sentence), scene, is_alone, is_part)


def follow(scene: Scene, sentence: Sentence) -> Scene:
    """The scene with what this sentence names put behind it."""
    found = hits(sentence)
    named = tuple(hit.name for hit in found.of("architecture") if not is_denied(sentence, hit.start))
    named = (*proposal(scene.said, sentence), *named)
    return Scene(
        scene.said,
        (*scene.architectures, *named),
        (*scene.terms, *(hit.name for hit in found.of("term"))),
        scene.quoted,
        (*scene.sentences, sentence.text),
        named_before=bool(named),
        recent=named or scene.recent,
    )


def is_denied(sentence: Sentence, at: int) -> bool:
    """Whether the architecture that begins here is left out: "without any trained model"."""
    before = sentence.stems[max(0, at - 1 - len(_ANY)) : at]
    return next((word for word in reversed(before) if word not in _ANY), "") in {"no", "without"}


def asked(intent: str, **slots: object) -> tuple[Asked, ...]:
    """One question, as a reader gives it back."""
    return (Asked(intent, slots),)


def scene_of(message: Message, said: Mapping[str, Value]) -> Scene:
    """The scene at the beginning of a message: what it quotes, and what is answered."""
    scene = Scene(said, quoted=message.quotation)
    for one in message.quoted:
        scene = follow(scene, one)
    return scene
