public import Lexicon

/// The glossary files of a project, and how they become a lexicon.
///
/// A glossary is a set of CSV tables that a spreadsheet can edit: concepts (organisations, places, terms, name patterns),
/// demonyms and cue words. What a file holds is known from its header line, whatever its name.
public enum Glossary {
  /// Reads and checks glossary files.
  ///
  /// Never fails: what cannot be read is a fault. References between rows are checked over all files together.
  /// - Parameter paths: files, and folders, of which every `.csv` file is read, sorted by name.
  public static func load(_ paths: [String]) -> GlossaryContents { GlossaryLoader.load(paths) { _, _ in } }

  /// Everything that is wrong with glossary files, by file, line and position.
  public static func check(_ paths: [String]) -> [GlossaryFault] { load(paths).faults }

  /// Compiles glossary files into a lexicon file.
  ///
  /// If there is an error among the faults, nothing is written. The file appears under its name when it is complete.
  /// - Parameters:
  ///   - paths: files and folders, as for ``load(_:)``.
  ///   - path: the lexicon file to write.
  ///   - digest: gets every file as it was read, in order, and returns the digest to be stored in the lexicon.
  /// - Throws: ``LexiconError`` if the file cannot be written.
  public static func compile(
    paths: [String], to path: String, digest: (_ files: [(path: String, bytes: [UInt8])]) -> String
  ) throws(LexiconError) -> GlossaryContents {
    var files: [(path: String, bytes: [UInt8])] = []
    let contents = GlossaryLoader.load(paths) { files.append(($0, $1)) }
    if !contents.hasErrors { try contents.builder().write(to: path, digest: digest(files)) }
    return contents
  }

  /// Compiles glossary files into a lexicon file, with a digest that the caller has made.
  public static func compile(
    paths: [String], to path: String, digest: String
  ) throws(LexiconError) -> GlossaryContents {
    try compile(paths: paths, to: path) { _ in digest }
  }

  /// The files that ``load(_:)`` would read, in that order.
  public static func files(_ paths: [String]) -> [String] {
    var faults = FaultCollector()
    return GlossaryFiles.find(paths, &faults)
  }
}
