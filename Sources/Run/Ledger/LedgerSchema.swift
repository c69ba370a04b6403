import GRDB

/// The tables of a ledger.
///
/// There are at most two runs in it: the last complete one, whose output stands under its final names, and one that is
/// being made. Positions count inputs from 0; position -1 stands for files that speak of the whole run.
enum LedgerSchema {
  /// Kept in the file as `user_version`.
  static let version = 1
  /// Kept in the file as `application_id`: “Song” in ASCII.
  static let application = 0x536F_6E67

  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE run (
          id INTEGER PRIMARY KEY,
          state TEXT NOT NULL,        -- running, moving, complete
          pipeline TEXT NOT NULL,     -- its name
          file TEXT NOT NULL,         -- the configuration file
          fingerprint TEXT NOT NULL,  -- of everything that decides what an input becomes
          yaml TEXT NOT NULL,         -- the pipeline, resolved
          started TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
          ended TEXT,
          microseconds INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE input (
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          path BLOB NOT NULL,
          size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,  -- NULL: the bytes decide
          digest BLOB NOT NULL,       -- SHA-256 of what was read; empty if nothing could be
          outcome TEXT NOT NULL,
          attempts INTEGER NOT NULL,
          microseconds INTEGER NOT NULL,
          places BLOB NOT NULL,       -- what is this input's in each stream, see StreamPlaces
          PRIMARY KEY (run, position)
        ) WITHOUT ROWID;
        CREATE INDEX input_by_path ON input (run, path);
        CREATE TABLE document (
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          number INTEGER NOT NULL,
          id TEXT NOT NULL,
          outcome TEXT NOT NULL,
          sourceBytes INTEGER NOT NULL,
          textBytes INTEGER NOT NULL,
          edits INTEGER NOT NULL,
          links INTEGER NOT NULL,
          entities TEXT NOT NULL,     -- JSON: how many of each type
          findings TEXT NOT NULL,     -- JSON: how many of each code
          error TEXT,                 -- the first finding of severity error
          PRIMARY KEY (run, position, number)
        ) WITHOUT ROWID;
        CREATE TABLE names (          -- apart from the documents, whose rows stay small
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          number INTEGER NOT NULL,
          names BLOB NOT NULL,        -- see DocumentNames
          PRIMARY KEY (run, position, number)
        );
        CREATE TABLE attempt (        -- of inputs in which something failed
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          number INTEGER NOT NULL,
          without TEXT NOT NULL,      -- stages left out, with commas between
          microseconds INTEGER NOT NULL,
          PRIMARY KEY (run, position, number)
        ) WITHOUT ROWID;
        CREATE TABLE fault (
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          number INTEGER NOT NULL,
          attempt INTEGER NOT NULL,
          kind TEXT NOT NULL,
          stage TEXT,
          detail TEXT NOT NULL,
          PRIMARY KEY (run, position, number)
        ) WITHOUT ROWID;
        CREATE TABLE file (
          run INTEGER NOT NULL,
          position INTEGER NOT NULL,
          path TEXT NOT NULL,         -- below the output folder
          size INTEGER NOT NULL,
          digest BLOB NOT NULL,
          modified INTEGER,           -- of files of the whole run
          PRIMARY KEY (run, position, path)
        ) WITHOUT ROWID;
        CREATE TABLE stream (
          run INTEGER NOT NULL,
          number INTEGER NOT NULL,
          length INTEGER NOT NULL,
          modified INTEGER,           -- once the run is complete
          PRIMARY KEY (run, number)
        ) WITHOUT ROWID;
        CREATE TABLE timing (
          run INTEGER NOT NULL,
          stage TEXT NOT NULL,
          place INTEGER NOT NULL,     -- in the order of the pipeline
          microseconds INTEGER NOT NULL,
          bytes INTEGER NOT NULL,
          PRIMARY KEY (run, stage)
        ) WITHOUT ROWID;
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        """)
  }

  /// The tables that hold rows of a run, besides the table of runs.
  static let tables = byInput + ["stream", "timing"]
  /// Those of them that have rows for each input.
  static let byInput = ["input", "document", "names", "attempt", "fault", "file"]
}
