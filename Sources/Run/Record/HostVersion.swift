/// The version of Songngu.
public enum HostVersion {
  public static let current = "0.1.0"
}
