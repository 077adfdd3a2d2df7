import Domain

/// Finds the record that a text means: by label, by number where only one kind is meant, by control number, by
/// name or title, or by a start that no other shares.
struct LinkReading {
  let kinds: [RecordKind]
  /// Whose record points there: its persons and controls come first, and new persons become its own.
  let party: RecordID?
  let assessment: Assessment
  /// Records that the same act brings.
  var arrivals = Arrivals()

  /// Titles of kinds with more records than this are not looked through at every key.
  private static let fewEnough = 1000

  /// - Parameters:
  ///   - text: As typed.
  ///   - isWhole: Nothing but the whole name will do, as for quoted text.
  ///   - newcomers: Takes a person who does not exist yet.
  /// - Returns: A record, or the stand-in of a person to be.
  /// - Throws: Why no record is meant.
  func record(
    _ text: String, isWhole: Bool = false, newcomers: inout Newcomers
  ) throws(FieldProblem) -> RecordID {
    if let known = exact(text) { return known }
    let shown = TypedText.line(text)
    if let other = assessment.record(labelled: TypedText.token(text)), let kind = assessment.kind(of: other) {
      throw .wrongKind(shown, kind, kinds: kinds)
    }
    if kinds == [.party] { return try PartyReading.party(text, assessment) }
    if !isWhole, let started = try started(text) { return started }
    guard kinds == [.person], !looksLikeLabel(text), !shown.isEmpty else {
      throw .unknownRecord(shown, kinds: kinds)
    }
    let (name, owner) = try nameAndParty(shown)
    guard let owner = owner ?? party else { throw .personNeedsParty(name) }
    return inRole(name, at: owner) ?? newcomers.person(name, of: owner)
  }

  /// The one who holds the role so called, such as the CISO, where only one may be meant.
  private func inRole(_ role: String, at party: RecordID) -> RecordID? {
    let holders = assessment.persons(called: role, for: party)
    return holders.count == 1 || holders.first == assessment[party, Party.ciso] ? holders.first : nil
  }

  /// The record that just this text names; nil if none of the kinds is called so.
  func exact(_ text: String) -> RecordID? {
    let token = TypedText.token(text)
    guard !token.isEmpty else { return nil }
    if let id = assessment.record(labelled: token), let kind = assessment.kind(of: id), kinds.contains(kind) {
      return id
    }
    if kinds.count == 1, let number = UInt32(token), let id = assessment.id(kinds[0], number: number) {
      return id
    }
    if let id = arrivals.labelled(token, kinds, assessment) { return id }
    if kinds.contains(.party), let id = PartyReading.exact(text, assessment) { return id }
    if kinds.contains(.controlStatement), let id = statement(token) { return id }
    let folded = TypedText.folded(text)
    return named(folded) ?? arrivals.titled(folded, kinds)
  }

  /// A line of a statement of applicability by its control's number: the own party's, else the only one there is.
  private func statement(_ number: String) -> RecordID? {
    guard number.contains(where: \.isNumber), assessment.count(.controlStatement) <= 10 * Self.fewEnough
    else {
      return nil
    }
    let wanted = number.lowercased()
    func fits(_ id: RecordID) -> Bool {
      guard let own = assessment[id, ControlStatement.control]?.lowercased() else { return false }
      return own == wanted || "a." + own == wanted
    }
    if let party { return assessment.ids(.controlStatement, of: party).first(where: fits) }
    let all = assessment.ids(.controlStatement).filter(fits)
    return all.count == 1 ? all[0] : nil
  }

  /// By whole name or title; persons of the own party before others.
  private func named(_ wanted: String) -> RecordID? {
    for kind in searched {
      if kind == .person {
        if let (name, owner) = try? nameAndParty(wanted), let owner {
          return assessment.ids(.person, of: owner).first { title($0) == name }
        }
        let own = candidates(.person).filter { title($0) == wanted }
        if let first = own.first { return own.count == 1 ? first : nil }
      } else if let id = candidates(kind).first(where: { title($0) == wanted }) {
        return id
      }
    }
    return nil
  }

  /// By the start of a name or title, a person by any of their names; nil if there is none.
  private func started(_ text: String) throws(FieldProblem) -> RecordID? {
    let wanted = TypedText.folded(text)
    guard !wanted.isEmpty else { return nil }
    var starting = searched.flatMap { candidates($0).filter { title($0).hasPrefix(wanted) } }
    // A person is also called by the name that stands last.
    if starting.isEmpty, searched.contains(.person) {
      starting = candidates(.person).filter { title($0).split(separator: " ").contains { $0 == wanted } }
    }
    guard starting.count > 1 else { return starting.first }
    throw .ambiguousRecord(
      TypedText.line(text),
      candidates: starting.prefix(4).map { assessment.label(of: $0) + " " + (assessment.title(of: $0) ?? "") }
    )
  }

  private var searched: [RecordKind] {
    kinds.count > 8 ? [] : kinds.filter { assessment.count($0) <= Self.fewEnough && $0 != .party }
  }

  /// A person of another party is only meant where that party is named.
  private func candidates(_ kind: RecordKind) -> [RecordID] {
    guard kind == .person, let party else { return assessment.ids(kind) }
    return assessment.ids(kind, of: party)
  }

  private func title(_ id: RecordID) -> String { TypedText.folded(assessment.title(of: id) ?? "") }

  /// `佐藤@csp`: a name and whose.
  private func nameAndParty(_ text: String) throws(FieldProblem) -> (name: String, party: RecordID?) {
    let parts = text.split(maxSplits: 1, whereSeparator: { $0 == "@" || $0 == "＠" })
    guard parts.count == 2 else { return (text, nil) }
    return (TypedText.trim(String(parts[0])), try PartyReading.party(String(parts[1]), assessment))
  }

  private func looksLikeLabel(_ text: String) -> Bool {
    let parts = TypedText.token(text).split(separator: "-", maxSplits: 1)
    return parts.count == 2 && UInt32(parts[1]) != nil && RecordKind(letter: parts[0]) != nil
      || TypedText.token(text).allSatisfy(\.isNumber)
  }
}
