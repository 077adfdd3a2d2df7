/// The bytes that put text on the clipboard of the terminal the person sits at, also over ssh (OSC 52).
struct Clipboard {
  /// Terminals cut the sequence at 100,000 bytes, which is this much before base64.
  static let capacity = 74_994

  /// Inside tmux the sequence goes out twice: once for tmux, once wrapped for the terminal around it,
  /// because either may be switched off.
  let insideTmux: Bool
  /// GNU screen hands on only what is wrapped.
  let insideScreen: Bool

  /// Nil when the text is longer than terminals accept.
  func sequence(for text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.capacity else { return nil }
    let plain = Array("\u{1B}]52;c;".utf8) + Self.base64(bytes) + [0x07]
    if insideTmux { return plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8) }
    if insideScreen { return Self.inPieces(plain) }
    return plain
  }

  /// GNU screen drops a wrapped string longer than 768 bytes, so it goes in pieces.
  private static func inPieces(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 700) {
      out += Array("\u{1B}P".utf8) + bytes[start..<min(start + 700, bytes.count)] + Array("\u{1B}\\".utf8)
    }
    return out
  }

  /// RFC 4648 with padding; here, since this target takes no more than curses.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 {
        out.append(position <= group.count ? letters[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }
}
