"""Finding the terms of a list in text with pyahocorasick. USAGE: matching.py TERMS PICKLE FOLDER LANGUAGE

Exact matches only, in the middle of words as well: less than songngu does. A user who wants case and diacritics
ignored folds the text first, which costs extra and is not counted here.
"""
import os
import pickle
import sys

import ahocorasick
from common import Clock, report, size, texts

WHO = "pyahocorasick"
terms, pickled, folder, language = sys.argv[1:]

if not os.path.exists(pickled):
    automaton = ahocorasick.Automaton()
    with Clock() as clock, open(terms, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            automaton.add_word(line.rstrip("\n"), number)
        automaton.make_automaton()
    report("-", "build lexicon of 500000 terms", WHO, clock.seconds, "s")
    automaton.save(pickled, pickle.dumps)

with Clock() as clock:
    automaton = ahocorasick.load(pickled, pickle.loads)
report("-", "load 500,000 terms", WHO, clock.seconds, "s")

corpus = texts(folder)
for _ in range(3):
    with Clock() as clock:
        matches = sum(1 for text in corpus for _ in automaton.iter(text))
    report(language, "match 500,000 terms", WHO, size(corpus) / 1e6 / clock.seconds, "MB/s")
    report(language, "matches of 500,000 terms", WHO, matches, "matches")
