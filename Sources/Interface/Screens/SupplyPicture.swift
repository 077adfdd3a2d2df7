import Canvas
import Domain

/// Lines of supply drawn from the customer down: `CSC Sample Trading ⟶ CSP Example Data Centre ⟶ …`.
struct SupplyPicture {
  let model: Model
  /// As found once per change.
  let chains: [[RecordID]]

  static let mostOnOverview = 2

  /// Lines the overview spares for those it shows: none where nobody's provider is another's customer.
  var rowsOnOverview: Int { chains.isEmpty ? 0 : chains.count + 1 }

  func drawOnOverview(_ pen: inout Pen, in area: Rect) { draw(chains, &pen, in: area) }

  func drawOnScreen(_ pen: inout Pen, in area: Rect) {
    guard !chains.isEmpty else {
      pen.put(
        Words("No service has both customer and provider yet.", "カスタマとプロバイダの定まったサービスがまだありません。"),
        at: area.origin, role: .textMuted, width: area.columns)
      return
    }
    draw(chains, &pen, in: area)
  }

  private func draw(_ chains: [[RecordID]], _ pen: inout Pen, in area: Rect) {
    for (offset, chain) in chains.enumerated() where offset < area.rows {
      let line = area.line(offset)
      let whole = runs(chain, named: model.name(of:))
      let fits = whole.reduce(0) { $0 + DisplayWidth.width(of: $1.0) } <= line.columns
      pen.put(fits ? whole : runs(chain, named: model.shortName(of:)), at: line.origin, width: line.columns)
    }
  }

  private func runs(_ chain: [RecordID], named name: (RecordID) -> String) -> [(String, Role)] {
    chain.enumerated().flatMap { index, party -> [(String, Role)] in
      let isAbsent = model.assessment[party, Party.participation] == .documentary
      let arrow: [(String, Role)] = index == 0 ? [] : [(" " + model.glyphs[.arrowRight] + " ", .textMuted)]
      let role: Role = party == model.party ? .title : isAbsent ? .textMuted : .textStrong
      let mark: [(String, Role)] =
        isAbsent ? [(model.say(Words(" (by document)", "（文書による）")), .textMuted)] : []
      return arrow + [(name(party), role)] + mark
    }
  }
}
