internal import CICU

/// Facts about the ICU library in use.
public enum ICU {
  /// Version, such as `72.1`.
  public static var version: String { String(cString: cicu_version()) }
  /// Version of the Unicode standard that it implements, such as `15.0`.
  public static var unicodeVersion: String { String(cString: cicu_unicode_version()) }
}
