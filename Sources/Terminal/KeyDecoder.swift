package import Canvas

/// Bytes from the terminal → events: a value without clock or descriptor, so that every split can be tested.
///
/// What looks like the start of a sequence is held back; when nothing follows within `patience`, the caller says
/// `expire` and the keys that were meant come out. Unknown sequences are swallowed whole.
package struct KeyDecoder {
  private enum State {
    case text
    /// `doubled` when another Escape came right before (Alt with a key that is itself a sequence).
    case escape(doubled: Bool)
    case control(bytes: [UInt8], doubled: Bool)
    case single(bytes: [UInt8], doubled: Bool)
    /// `ESC [ [`, then one letter: function keys of the Linux console.
    case console
    /// An answer (OSC, DCS, APC, PM, SOS) that runs to its terminator; `opener` is the key it would be with Alt.
    case string(opener: UInt8, count: Int, escaped: Bool)
    /// Three bytes of the oldest mouse report, without which its coordinates would be typed as text.
    case mouse([UInt8])
    case paste(PasteText)
  }

  /// Longer ones are noise: the decoder goes back to reading text.
  private static let longestSequence = 64
  private static let longestString = 4096
  private static let longestAnswer = 256

  private var state = State.text
  private var assembler = ScalarAssembler()
  /// An Escape went before the character that is being put together.
  private var altered = false
  private var run = String.UnicodeScalarView()
  private var events: [TerminalEvent] = []
  private var replies: [Reply] = []
  /// What a string sequence says, as far as an answer of ours may be long.
  private var said: [UInt8] = []
  /// A cursor position was asked for.
  package var expectsPosition = false
  private let sequences: KeySequences
  private let escapeDelay: Duration

  /// `known` are the terminal database's own sequences, which win over the common ones.
  package init(known: [[UInt8]: Key] = [:], escapeDelay: Duration = .milliseconds(25)) {
    sequences = KeySequences(known: known)
    self.escapeDelay = escapeDelay
  }

  /// How long to wait for more bytes before `expire`; nil when nothing is held back.
  package var patience: Duration? {
    switch state {
    case .text: altered ? .milliseconds(250) : nil
    case .escape: escapeDelay
    case .control, .single, .console, .string, .mouse: .milliseconds(250)
    case .paste: .seconds(2)
    }
  }

  /// Decodes what arrived; events come out as soon as they are certain.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return drain()
  }

  /// Nothing followed: what was held back means itself, a paste without an end is handed on as it is.
  package mutating func expire() -> [TerminalEvent] {
    let held = state
    state = .text
    altered = false
    switch held {
    case .escape(let doubled): emitEscapes(doubled ? 2 : 1)
    case .control(let bytes, _) where bytes.isEmpty: emit(.alt("["))
    case .single(let bytes, _) where bytes.isEmpty: emit(.alt("O"))
    case .string(let opener, 0, _): emit(.alt(Character(Unicode.Scalar(opener))))
    case .paste(let paste): emit(paste)
    case .text, .control, .single, .console, .string, .mouse: break
    }
    return drain()
  }

  /// The terminal's answers among what was fed since the last call.
  package mutating func takeReplies() -> [Reply] {
    defer { replies.removeAll() }
    return replies
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .text: takeText(byte)
    case .escape(let doubled): takeEscaped(byte, doubled: doubled)
    case .control(let bytes, let doubled): takeControl(byte, after: bytes, doubled: doubled)
    case .single(let bytes, let doubled): takeSingle(byte, after: bytes, doubled: doubled)
    case .console: takeConsole(byte)
    case .string(let opener, let count, let escaped):
      takeString(byte, opener: opener, count: count, escaped: escaped)
    case .mouse(let bytes): takeMouse(byte, after: bytes)
    case .paste: takePaste(byte)
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    if byte == 0x1B {
      altered = false
      state = .escape(doubled: false)
    } else if let scalar = assembler.push(byte) {
      takeScalar(scalar)
    } else if byte < 0x80 || !assembler.isIncomplete {
      altered = false
    }
  }

  private mutating func takeScalar(_ scalar: Unicode.Scalar) {
    defer { altered = false }
    if scalar.value == 0x1A {
      emit(TerminalEvent.suspendRequested)
    } else if let key = KeySequences.key(control: scalar) {
      if altered { emitEscapes(1) }
      emit(key)
    } else if scalar.isControl {
      return
    } else if altered {
      emit(.alt(Character(scalar)))
    } else {
      run.append(scalar)
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, doubled: Bool) {
    switch byte {
    case UInt8(ascii: "["): state = .control(bytes: [], doubled: doubled)
    case UInt8(ascii: "O"): state = .single(bytes: [], doubled: doubled)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      if doubled { emitEscapes(1) }
      said.removeAll(keepingCapacity: true)
      state = .string(opener: byte, count: 0, escaped: false)
    case 0x1B:
      if doubled { emitEscapes(1) }
      state = .escape(doubled: true)
    default:
      if doubled { emitEscapes(1) }
      state = .text
      if let key = sequences.known[[0x1B, byte]] {
        emit(key)
      } else {
        altered = true
        takeText(byte)
      }
    }
  }

  private mutating func takeControl(_ byte: UInt8, after bytes: [UInt8], doubled: Bool) {
    switch byte {
    case UInt8(ascii: "[") where bytes.isEmpty:
      state = .console
    case UInt8(ascii: "$") where bytes.allSatisfy(KeySequences.isDigit) && !bytes.isEmpty:
      finishControl(bytes + [byte], doubled: doubled)
    case 0x20...0x3F:
      state = bytes.count < Self.longestSequence ? .control(bytes: bytes + [byte], doubled: doubled) : .text
    case UInt8(ascii: "M") where bytes.isEmpty:
      state = .mouse([])
    case 0x40...0x7E:
      finishControl(bytes + [byte], doubled: doubled)
    default:
      state = .text
      takeText(byte)
    }
  }

  private mutating func finishControl(_ bytes: [UInt8], doubled: Bool) {
    state = .text
    if bytes == Array("200~".utf8) {
      state = .paste(PasteText())
    } else if let reply = Reply(control: bytes, expectsPosition: expectsPosition) {
      replies.append(reply)
    } else if let event = sequences.event(control: bytes, alt: doubled) {
      emit(event)
    }
  }

  private mutating func takeSingle(_ byte: UInt8, after bytes: [UInt8], doubled: Bool) {
    switch byte {
    case 0x30...0x3B where bytes.count < Self.longestSequence:
      state = .single(bytes: bytes + [byte], doubled: doubled)
    case 0x20...0x7E:
      state = .text
      if let event = sequences.event(single: bytes + [byte], alt: doubled) { emit(event) }
    default:
      state = .text
      takeText(byte)
    }
  }

  private mutating func takeConsole(_ byte: UInt8) {
    state = .text
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "E"): emit(.function(Int(byte) - 0x40))
    case 0x20...0x7E: break
    default: takeText(byte)
    }
  }

  private mutating func takeString(_ byte: UInt8, opener: UInt8, count: Int, escaped: Bool) {
    let isEnd = byte == 0x07 || (escaped && byte == UInt8(ascii: "\\"))
    if isEnd || count >= Self.longestString {
      state = .text
      if isEnd, let reply = Reply(string: said, opener: opener) { replies.append(reply) }
    } else if escaped {
      state = .escape(doubled: false)
      takeEscaped(byte, doubled: false)
    } else {
      if byte != 0x1B, count < Self.longestAnswer { said.append(byte) }
      state = .string(opener: opener, count: count + 1, escaped: byte == 0x1B)
    }
  }

  private mutating func takeMouse(_ byte: UInt8, after bytes: [UInt8]) {
    let all = bytes + [byte]
    state = all.count == 3 ? .text : .mouse(all)
    guard all.count == 3, let event = KeySequences.mouse(legacy: all) else { return }
    emit(event)
  }

  private mutating func takePaste(_ byte: UInt8) {
    guard case .paste(var paste) = state else { return }
    // Taken out first, or every byte would copy the whole text.
    state = .text
    if paste.push(byte) {
      emit(paste)
    } else if paste.isFull {
      emit(paste)
      state = .paste(PasteText())
    } else {
      state = .paste(paste)
    }
  }

  private mutating func emit(_ paste: PasteText) {
    let text = paste.text
    if !text.isEmpty { emit(TerminalEvent.paste(text)) }
  }

  private mutating func emitEscapes(_ count: Int) {
    for _ in 0..<count { emit(.escape) }
  }

  private mutating func emit(_ key: Key) {
    emit(TerminalEvent.key(key))
  }

  private mutating func emit(_ event: TerminalEvent) {
    flushRun()
    events.append(event)
  }

  /// Scalars that arrived together become graphemes, so that a decomposed letter is one key.
  private mutating func flushRun() {
    guard !run.isEmpty else { return }
    for character in String(run) { events.append(.key(.character(character))) }
    run = String.UnicodeScalarView()
  }

  private mutating func drain() -> [TerminalEvent] {
    flushRun()
    defer { events.removeAll() }
    return events
  }
}
