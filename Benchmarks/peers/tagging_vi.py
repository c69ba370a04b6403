"""Entities in Vietnamese text with underthesea. USAGE: tagging_vi.py FOLDER MEGABYTES

Its `ner` takes one sentence at a time, and cuts words and tags parts of speech on the way.
"""
import sys

import underthesea
from common import Clock, report, sample, size, texts

folder, megabytes = sys.argv[1], float(sys.argv[2])
sentences = [sentence for text in sample(texts(folder), megabytes) for sentence in underthesea.sent_tokenize(text)]
underthesea.ner(sentences[0])  # first use loads the models
with Clock() as clock:
    for sentence in sentences:
        underthesea.ner(sentence)
report("vi", "read and all stages", f"underthesea {underthesea.__version__}", size(sentences) / 1e6 / clock.seconds, "MB/s")
