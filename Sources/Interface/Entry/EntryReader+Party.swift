import Domain

/// Whose the record will be: as said with `@`, else the party of the record that `^` points to, else as given.
extension EntryReader {
  mutating func settleParty(_ raw: [EntryScanner.Piece]) {
    guard description.ownership != .joint else { return }
    if let said = raw.first(where: { $0.token?.meaning == .party && !$0.value.isEmpty }) {
      let range = said.isQuoted ? said.value : extent(said, .party, true)
      do throws(FieldProblem) {
        party = try PartyReading.party(line.text(range), assessment)
      } catch {
        problem(.party(error), at: range.lowerBound)
      }
      return
    }
    if let parent = partyOfParent(raw) {
      party = parent
    } else if let kept = stickyParty ?? partyOfStickyParent {
      party = kept
      isPartyAsAbove = true
    } else {
      party = givenParty ?? partyOfDefaults ?? onlyParty
    }
    // A parent that is not there is the one thing to mend: whose the record is will follow from it.
    let namesParent = raw.contains { $0.token?.spelling == "^" && !$0.value.isEmpty }
    if party == nil, description.ownership == .party, !namesParent { problem(.noParty(kind), at: 0) }
  }

  private var partyOfStickyParent: RecordID? {
    for piece in sticky.pieces {
      guard case .field(let field) = piece.meaning, field.tokens.contains("^") else { continue }
      let links = LinkReading(kinds: field.type.targets, party: givenParty, assessment: assessment)
      if let party = links.exact(piece.text).flatMap({ assessment.party(of: $0) }) { return party }
    }
    return nil
  }

  private mutating func partyOfParent(_ raw: [EntryScanner.Piece]) -> RecordID? {
    for piece in raw where piece.token?.spelling == "^" && !piece.value.isEmpty {
      guard case .field(let field)? = piece.token?.meaning else { continue }
      let links = LinkReading(kinds: field.type.targets, party: givenParty, assessment: assessment)
      let range = piece.isQuoted ? piece.value : extent(piece, .field(field), true)
      let parent = try? links.record(line.text(range), newcomers: &reading.newcomers)
      guard let parent, let party = assessment.party(of: parent) else { continue }
      if party != givenParty { partySource = parent }
      return party
    }
    return nil
  }

  private var partyOfDefaults: RecordID? {
    description.fields.lazy.compactMap { field in
      guard case .reference(let id)? = values[Slot(field.key)] else { return nil }
      return assessment.party(of: id)
    }.first
  }

  private var onlyParty: RecordID? {
    guard description.ownership == .party, assessment.count(.party) == 1 else { return nil }
    return assessment.ids(.party).first
  }

  /// What `@` means in a record's line: its party, or one of those a joint record binds.
  mutating func takeParty(_ range: Range<Int>) {
    guard description.ownership == .joint else {
      let name = party.map { RecordName.party($0, assessment) }
      pieces.append(
        EntryReading.Piece(
          range: line.place(range), field: RecordKind.party.description.words,
          understood: name.map { Words($0, $0) }, problem: nil, meaning: .party))
      return
    }
    let bound = description.fields.first { $0.type == .references([.party]) }
    guard let bound else {
      problem(.belongsToAll(kind), at: range.lowerBound)
      return
    }
    take(range, bound, isQuoted: false)
  }
}
