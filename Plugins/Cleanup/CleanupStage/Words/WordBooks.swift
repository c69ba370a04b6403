import Synchronization

/// Hands out word books, each to one thread at a time, and takes them back with all they have learnt.
final class WordBooks: Sendable {
  /// Confined: a book is either in `idle`, behind the lock, or with the one caller of ``with(_:)`` that took it out.
  private struct Confined: @unchecked Sendable { let book: WordBook }

  private let lists: WordLists
  private let idle = Mutex<[Confined]>([])

  private init(_ lists: WordLists) { self.lists = lists }

  private static let byFolder = Mutex<[String: WordBooks]>([:])

  /// The books over the word lists in `folder`: one set for the whole process, since loading and learning cost time.
  /// - Throws: `SetupError` that says what to install if a list is missing.
  static func books(in folder: String) throws -> WordBooks {
    let new = WordBooks(try WordLists(in: folder))
    return byFolder.withLock { known in
      if let books = known[folder] { return books }
      known[folder] = new
      return new
    }
  }

  /// Calls `body` with a book that nobody else uses meanwhile.
  /// - Throws: what `body` throws, or why a word list could not be loaded.
  func with<Result>(_ body: (WordBook) throws -> Result) throws -> Result {
    let taken = idle.withLock { $0.popLast() } ?? Confined(book: WordBook(lists))
    let result = try body(taken.book)
    if let failure = taken.book.failure { throw failure }
    idle.withLock { $0.append(taken) }
    return result
  }
}
