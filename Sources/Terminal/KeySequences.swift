import Canvas

/// What the sequences after `ESC [` and `ESC O` mean: xterm, VTE, Linux console, rxvt, tmux, kitty, and the terminal
/// database's own.
struct KeySequences {
  /// Whole sequences, Escape included, as the terminal database gives them.
  let known: [[UInt8]: Key]

  /// 0 to 9 in ASCII.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The key of a control character; nil for Escape (which begins something) and for C1.
  static func key(control scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x00: .control("@")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    // A line feed is Enter that was typed before the terminal was ours.
    case 0x0D, 0x0A: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: nil
    }
  }

  /// The event of `ESC [` + `bytes` (parameters and final byte); nil when it means nothing here.
  func event(control bytes: [UInt8], alt: Bool) -> TerminalEvent? {
    if let key = known[[0x1B, 0x5B] + bytes] { return .key(Self.modified(key, alt ? 2 : 0)) }
    guard let final = bytes.last else { return nil }
    if bytes.first == UInt8(ascii: "<") { return Self.mouse(report: bytes) }
    if final == UInt8(ascii: "I"), bytes.count == 1 { return .focusGained }
    guard let numbers = Self.numbers(bytes.dropLast()) else { return nil }
    let modifiers = max(0, (numbers.dropFirst().first ?? 1) - 1) | (alt ? 2 : 0)
    return Self.key(final: final, numbers: numbers, modifiers: modifiers).map(Self.event)
  }

  /// The event of `ESC O` + `bytes`: cursor, function and keypad keys in application mode.
  func event(single bytes: [UInt8], alt: Bool) -> TerminalEvent? {
    if let key = known[[0x1B, 0x4F] + bytes] { return .key(Self.modified(key, alt ? 2 : 0)) }
    guard let final = bytes.last, let numbers = Self.numbers(bytes.dropLast()) else { return nil }
    let modifiers = max(0, (numbers.last ?? 1) - 1) | (alt ? 2 : 0)
    return Self.key(keypad: final, modifiers: modifiers).map(Self.event)
  }

  private static func event(_ key: Key) -> TerminalEvent {
    key == .control("z") ? .suspendRequested : .key(key)
  }

  /// `1;5` → [1, 5]; nil for private or malformed parameters. Sub-parameters after `:` are dropped.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int]? {
    guard !bytes.isEmpty else { return [] }
    var numbers: [Int] = []
    for part in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let whole = part.prefix { $0 != UInt8(ascii: ":") }
      guard whole.count < 8, whole.allSatisfy(isDigit) else { return nil }
      numbers.append(whole.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return numbers
  }

  private static func key(final: UInt8, numbers: [Int], modifiers: Int) -> Key? {
    switch final {
    case UInt8(ascii: "~"): tilde(numbers, modifiers: modifiers)
    // rxvt writes Shift, Control and both as another final byte.
    case UInt8(ascii: "$"): tilde(numbers, modifiers: modifiers | 1)
    case UInt8(ascii: "^"): tilde(numbers, modifiers: modifiers | 4)
    case UInt8(ascii: "@"): tilde(numbers, modifiers: modifiers | 5)
    case UInt8(ascii: "u"): numbers.first.flatMap { key(code: $0, modifiers: modifiers) }
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "R") where numbers.count != 2 || numbers[0] != 1: nil
    default: cursor(final, modifiers: modifiers)
    }
  }

  /// Cursor and first function keys, which have the same letter after `ESC [` and `ESC O`.
  private static func cursor(_ final: UInt8, modifiers: Int) -> Key? {
    switch final {
    case UInt8(ascii: "A"): modified(.up, modifiers)
    case UInt8(ascii: "B"): modified(.down, modifiers)
    case UInt8(ascii: "C"): modified(.right, modifiers)
    case UInt8(ascii: "D"): modified(.left, modifiers)
    case UInt8(ascii: "a"): .shiftUp
    case UInt8(ascii: "b"): .shiftDown
    case UInt8(ascii: "c"): .shiftRight
    case UInt8(ascii: "d"): .shiftLeft
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private static func tilde(_ numbers: [Int], modifiers: Int) -> Key? {
    switch numbers.first ?? 0 {
    case 1, 7: .home
    case 4, 8: .end
    case 2: .insert
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case let number where (11...15).contains(number): .function(number - 10)
    case let number where (17...21).contains(number): .function(number - 11)
    case let number where (23...26).contains(number): .function(number - 12)
    case 28, 29: .function((numbers.first ?? 0) - 13)
    case let number where (31...34).contains(number): .function(number - 14)
    // xterm's modifyOtherKeys: 27 ; modifiers ; code.
    case 27 where numbers.count == 3: key(code: numbers[2], modifiers: modifiers)
    default: nil
    }
  }

  private static func key(keypad final: UInt8, modifiers: Int) -> Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "a")...UInt8(ascii: "d"): cursor(final - 0x20, modifiers: 0)
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
    default: cursor(final, modifiers: modifiers)
    }
  }

  /// A key told by its code point (`CSI u` and modifyOtherKeys).
  private static func key(code: Int, modifiers: Int) -> Key? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    switch code {
    case 9: return modifiers & 1 == 1 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 57344...63743: return nil
    default: break
    }
    guard !scalar.isControl else { return nil }
    if modifiers & 4 != 0 { return control(scalar) }
    if modifiers & 2 != 0 { return .alt(Character(scalar)) }
    let isShifted = modifiers & 1 == 1 && (97...122).contains(code)
    return .character(isShifted ? Character(Unicode.Scalar(UInt8(code - 32))) : Character(scalar))
  }

  private static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x20: .control("@")
    case 0x40...0x5F, 0x61...0x7A: key(control: Unicode.Scalar(UInt8(scalar.value & 0x1F)))
    default: nil
    }
  }

  private static func modified(_ key: Key, _ modifiers: Int) -> Key {
    switch (key, modifiers & 3) {
    case (.up, 1): .shiftUp
    case (.down, 1): .shiftDown
    case (.left, 1): .shiftLeft
    case (.right, 1): .shiftRight
    case (.left, 2...): .altLeft
    case (.right, 2...): .altRight
    default: key
    }
  }
}

extension KeySequences {
  /// `< button ; column ; row M|m`, counted from 1.
  private static func mouse(report bytes: [UInt8]) -> TerminalEvent? {
    guard let final = bytes.last, let numbers = numbers(bytes.dropFirst().dropLast()), numbers.count == 3,
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    else { return nil }
    let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
    return mouse(button: numbers[0], isRelease: final == UInt8(ascii: "m"), at: point)
  }

  /// Button, column and row, each plus 32, counted from 1: from terminals without the decimal form.
  static func mouse(legacy bytes: [UInt8]) -> TerminalEvent? {
    let values = bytes.map { Int($0) - 32 }
    guard values.allSatisfy({ $0 >= 0 }), values[1] > 0, values[2] > 0 else { return nil }
    let isRelease = values[0] & 3 == 3 && values[0] < 64
    return mouse(
      button: values[0], isRelease: isRelease, at: Point(column: values[1] - 1, row: values[2] - 1))
  }

  private static func mouse(button: Int, isRelease: Bool, at point: Point) -> TerminalEvent? {
    // Bit 5 is motion, bits 2 to 4 are modifier keys.
    guard button & 32 == 0, point.column >= 0, point.row >= 0 else { return nil }
    switch button & ~28 {
    case 64: return .mouse(MouseEvent(.wheelUp, at: point))
    case 65: return .mouse(MouseEvent(.wheelDown, at: point))
    case 0, 3: return .mouse(MouseEvent(isRelease ? .release : .click, at: point))
    default: return nil
    }
  }
}
