package import Domain
package import Journal

/// What of the journal a history shows: by whom, whose, in which phase, on which days.
package struct HistoryFilter: Hashable, Sendable {
  /// As typed; empty when everything is shown.
  package private(set) var text = ""
  /// Parts of the name of who acted, folded; all must be in it.
  private var names: [String] = []
  private var party: RecordID?
  private var phase: Phase?
  private var from: Day?
  private var to: Day?

  package init() {}

  /// Reads a line such as `佐藤 @csp phase:4 2026-11-20..2026-11-30`.
  ///
  /// - Throws: `Fault` for the piece that says nothing.
  init(_ text: String, _ assessment: Assessment, today: Day) throws(Fault) {
    self.text = text.trimmed
    for piece in Self.halfWidth(text).split(whereSeparator: \.isWhitespace).map(String.init) {
      try read(piece, assessment, today)
    }
  }

  /// A piece that says nothing, and what it was taken for.
  enum Fault: Error {
    case party(String)
    case phase(String)
    case day(String)

    var words: Words {
      switch self {
      case .party(let text):
        Words(
          "There is no party \(text). Write @ and its key, such as @csp.",
          "組織 \(text) はありません。@csp のようにキーで指定します。")
      case .phase(let text):
        Words("\(text) is no phase: phase:1 to phase:6.", "\(text) は局面ではありません。局面:1〜局面:6 です。")
      case .day(let text):
        Words(
          "\(text) is no day: 2026-11-20, or 2026-11-20..2026-11-30.",
          "\(text) は日付として読めません。2026-11-20 又は 2026-11-20..2026-11-30 と書きます。")
      }
    }
  }

  private mutating func read(_ piece: String, _ assessment: Assessment, _ today: Day) throws(Fault) {
    if piece.hasPrefix("@") {
      let name = String(piece.dropFirst())
      let named = assessment.ids(.party).first {
        assessment[$0, Party.partyKey] == name || assessment[$0, Party.name]?.hasPrefix(name) == true
      }
      guard let named, !name.isEmpty else { throw .party(piece) }
      party = named
    } else if let number = ["phase:", "局面:", "局面"].lazy.compactMap({ Self.rest(of: piece, after: $0) }).first
    {
      guard let known = Int(number).flatMap(Phase.init(rawValue:)) else { throw .phase(piece) }
      phase = known
    } else if piece.first.map({ $0.isASCII && $0.isNumber }) == true || piece.hasPrefix("..") {
      // Names such as 三浦 begin with a number too.
      try read(days: piece)
    } else if piece == "today" || piece == "今日" {
      (from, to) = (today, today)
    } else {
      let name = ["by:", "誰:"].lazy.compactMap { Self.rest(of: piece, after: $0) }.first ?? piece
      names.append(name.lowercased())
    }
  }

  private mutating func read(days piece: String) throws(Fault) {
    guard let dots = piece.firstRange(of: "..") else {
      guard let day = Day(text: piece) else { throw .day(piece) }
      (from, to) = (day, day)
      return
    }
    let (first, last) = (piece[..<dots.lowerBound], piece[dots.upperBound...])
    (from, to) = (Day(text: first), Day(text: last))
    guard first.isEmpty || from != nil, last.isEmpty || to != nil else { throw .day(piece) }
  }

  private static func rest(of piece: String, after prefix: String) -> String? {
    piece.hasPrefix(prefix) ? String(piece.dropFirst(prefix.count)) : nil
  }

  /// Full-width signs and digits as an input method leaves them.
  private static func halfWidth(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        let isFull = (0xFF01...0xFF5E).contains(scalar.value)
        return Character(isFull ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
      })
  }

  // MARK: Judging

  package var isEmpty: Bool { text.isEmpty }

  /// Whether an entry is shown.
  ///
  /// - Parameters:
  ///   - entry: Of the journal.
  ///   - assessment: The present one, which says whose the record is.
  ///   - day: The calendar day of the entry where the person is.
  /// - Returns: False when a part of the filter says otherwise.
  package func admits(_ entry: Entry, _ assessment: Assessment, day: @autoclosure () -> Day) -> Bool {
    let actor = entry.actor.lowercased()
    guard names.allSatisfy(actor.contains) else { return false }
    if let party, entry.party != party, entry.record != party, entry.slotParty != party,
      entry.record.flatMap(assessment.party(of:)) != party
    {
      return false
    }
    if let phase, Self.phase(of: entry, assessment) != phase { return false }
    guard from != nil || to != nil else { return true }
    let day = day()
    return from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
  }

  private static func phase(of entry: Entry, _ assessment: Assessment) -> Phase? {
    if entry.kind == .phase { return entry.field.flatMap { Int($0) }.flatMap(Phase.init(rawValue:)) }
    guard let description = entry.record.flatMap(assessment.kind(of:))?.description else { return nil }
    let field = entry.field.flatMap { description.field(FieldKey($0)) }
    return field.flatMap(description.lockingPhase(of:)) ?? description.phase
  }
}
