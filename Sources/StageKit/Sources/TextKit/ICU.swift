internal import CICU

/// Facts about the ICU library in use.
public enum ICU {
  /// Version, such as `72.1`.
  public static var version: String { String(cString: cicu_version()) }
}
