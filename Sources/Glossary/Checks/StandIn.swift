// Until TextKit has these.
enum Vietnamese {
  static func repairingLookAlikes(_ word: String) -> String? { nil }
}
