"""Names in Vietnamese text, found by underthesea."""

from typing import Iterator, List, Tuple

from songngu_module import Annotation, Document, Module, Option, Options, Refused, Work

TYPES = {"ORG": "organisation", "PER": "person", "LOC": "place"}

module = Module("vietnamese-names", "0.1.0")


@module.annotator(
    "underthesea-entities",
    "Marks names in Vietnamese text, as underthesea finds them.",
    reads=["language", "sentence"],
    writes=["entity"],
    options=[Option.choices("types", "What to mark.", sorted(TYPES.values()), sorted(TYPES.values()))],
)
def underthesea_entities(options: Options) -> Work:
    try:
        from underthesea import ner
    except ImportError as error:
        raise Refused(f"{error}. Install it: pip install -r requirements.txt") from error
    wanted = set(options["types"])
    ner("Hà Nội")  # the first use loads the model

    def annotate(document: Document) -> Iterator[Annotation]:
        stretches = [mark.range for mark in document.annotations_in("language") if mark.type.startswith("vi")]
        for sentence in document.annotations_in("sentence"):
            start, end = sentence.range
            # Stretches are in order and do not overlap.
            while stretches and stretches[0][1] <= start:
                stretches.pop(0)
            if not stretches or stretches[0][0] >= end:
                continue
            for kind, span in names(ner(document.text[start:end]), document.text, start, end):
                if kind in wanted:
                    yield Annotation("entity", kind, span, rule=f"underthesea.{kind}")

    return annotate


def names(
    tokens: List[Tuple[str, str, str, str]], text: str, start: int, end: int
) -> Iterator[Tuple[str, Tuple[int, int]]]:
    """The names in the words of a sentence, with their places; a word that cannot be found again is passed over."""
    kind, first, last = "", 0, 0
    for word, _, _, tag in tokens:
        place = text.find(word, start, end)
        if place < 0:
            continue
        if kind and tag != f"I-{kind}":
            yield TYPES[kind], (first, last)
            kind = ""
        if tag[:2] in ("B-", "I-") and tag[2:] in TYPES and not kind:
            kind, first = tag[2:], place
        start = last = place + len(word)
    if kind:
        yield TYPES[kind], (first, last)


if __name__ == "__main__":
    module.run()
