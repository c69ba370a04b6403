extension OutputBuffer {
  /// Appends a finite number as briefly as it can be read back.
  public mutating func append(number value: Double) {
    if appendThousandths(value, isExact: { $0 / 1000 == value }) { return }
    append(string: value.description)
  }

  /// Appends a finite number that was kept in single precision, as briefly as it can be read back as such.
  public mutating func append(number value: Float) {
    if appendThousandths(Double(value), isExact: { Float($0) / 1000 == value }) { return }
    append(string: value.description)
  }

  /// Whole numbers and those with up to three decimals, which is nearly all there are.
  private mutating func appendThousandths(_ value: Double, isExact: (Double) -> Bool) -> Bool {
    guard value.magnitude < 1e12 else { return false }
    let scaled = (value * 1000).rounded()
    guard isExact(scaled) else { return false }
    let thousandths = Int(scaled)
    if thousandths < 0 { append(0x2D) }
    append(decimal: abs(thousandths) / 1000)
    var rest = abs(thousandths) % 1000
    guard rest != 0 else { return true }
    append(0x2E)
    var divisor = 100
    while rest > 0 {
      append(0x30 + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
    return true
  }
}
