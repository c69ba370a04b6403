"""Stages for Songngu in Python.

A stage is a function that gets the options of a run and gives back a function on documents::

    from songngu_module import Annotation, Document, Module, Options

    module = Module("capitals", "0.1.0")

    @module.annotator("capitals", "Marks words in capitals.", writes=["capitals"])
    def capitals(options: Options):
        def annotate(document: Document):
            for match in re.finditer(r"[A-Z]{2,}", document.text):
                yield Annotation("capitals", "word", match.span(), rule="capitals.word")
        return annotate

    module.run()

Load models in the outer function: it runs once for each process, the inner one once for each document.
Offsets count characters, as Python does.
"""

from ._document import Annotation, Concept, Document, Edit, Finding, Metadata, Range
from ._module import Module, Refused, Work
from ._options import Option, Options
from ._stage import Example, Rule, Stage

__all__ = [
    "Annotation",
    "Concept",
    "Document",
    "Edit",
    "Example",
    "Finding",
    "Metadata",
    "Module",
    "Option",
    "Options",
    "Range",
    "Refused",
    "Rule",
    "Stage",
    "Work",
]
