import Canvas
import Domain

/// One column per party at the right end of a line, as many as fit; the party shown is always among them.
struct PartyColumns {
  let parties: [RecordID]
  /// The place of each party's column.
  let places: [Rect]
  /// What is left of the line before them.
  let rest: Rect
  /// Parties without a column.
  let hidden: Int

  init(_ line: Rect, _ model: Model, width: Int, keeping least: Int) {
    var all = model.assessment.ids(.party)
    let fit = max(1, (line.columns - least) / width)
    if let party = model.party, let index = all.firstIndex(of: party), index >= fit {
      all.remove(at: index)
      all.insert(party, at: 0)
    }
    parties = Array(all.prefix(fit))
    hidden = all.count - parties.count
    let (rest, block) = line.splitRight(parties.count * width)
    self.rest = rest
    places = parties.indices.map {
      Rect(column: block.column + $0 * width, row: block.row, columns: width, rows: 1)
    }
  }

  /// The head of each column: the party's short form; the party shown stands out.
  func drawHeads(_ model: Model, _ pen: inout Pen) {
    for (party, place) in zip(parties, places) {
      let isShown = party == model.party
      pen.put(
        (isShown ? pen.glyphs[.arrowDown] : " ") + model.shortName(of: party), at: place.origin,
        role: isShown ? .title : .header, width: place.columns - 1)
    }
    drawAbsent(model, &pen)
    guard hidden > 0 else { return }
    pen.putRight("+\(hidden)", at: rest.origin, width: rest.columns - 1, role: .textMuted)
  }

  /// A second line of heads where somebody answers by documents.
  static func headRows(_ model: Model) -> Int {
    model.assessment.ids(.party).contains { isAbsent($0, model) } ? 2 : 1
  }

  private static func isAbsent(_ party: RecordID, _ model: Model) -> Bool {
    model.assessment[party, Party.participation] == .documentary
  }

  private func drawAbsent(_ model: Model, _ pen: inout Pen) {
    for (party, place) in zip(parties, places) where Self.isAbsent(party, model) {
      pen.put(
        Words("by document", "文書による"), at: place.origin.moved(rows: 1), role: .textMuted,
        width: place.columns - 1)
    }
  }
}

extension Model {
  /// The role's letters where the party has such, else its name.
  func shortName(of party: RecordID) -> String {
    let key = assessment[party, Party.partyKey] ?? assessment.label(of: party)
    return assessment[party, Party.role]?.short == nil
      ? assessment[party, Party.name] ?? key : key.uppercased()
  }
}
