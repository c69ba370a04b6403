/// The glossary files of a project, and how they become a lexicon.
public enum Glossary {}
