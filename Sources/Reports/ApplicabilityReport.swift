import Canvas
import Domain
import Interface

/// The statement of applicability (ISO/IEC 27001:2022, 6.1.3 d): which controls are necessary and why, whether they
/// are in place, and why others are left out; per party, with what is shared between them.
struct ApplicabilityReport {
  let source: ReportSource

  private var assessment: Assessment { source.assessment }

  var sections: [Document.Section] {
    let states = source.parties.compactMap { ApplicabilityTable($0, source) }
    guard !states.isEmpty else {
      let words = Words(
        "No party has chosen a control catalogue, and no control is declared.",
        "管理策カタログを選択した組織がなく、適用の宣言もありません。")
      return [source.section(Words("Statement of applicability", "適用宣言書"), [.paragraph(source.say(words))])]
    }
    return states.flatMap(\.sections) + [shared].compactMap(\.self)
  }

  // MARK: Shared controls

  /// What one party leaves to another or shares with it, from both sides.
  private var shared: Document.Section? {
    let all = assessment.sharedControls(source.context)
    guard !all.isEmpty else { return nil }
    let pairs = Set(all.map { [$0.customer, $0.provider] })
    let one = pairs.count == 1 ? all.first : nil
    let columns = [
      source.column(Words("Control", "管理策"), 22),
      Document.Table.Column(side(Words("Customer's side", "カスタマの側"), one?.customer), 22),
      Document.Table.Column(side(Words("Provider's side", "プロバイダの側"), one?.provider), 34),
      source.column(Words("Fits?", "整合"), 22),
    ]
    let rows = all.map { shared in
      Document.Table.Row([
        control(shared), customer(shared, isNamed: one == nil), provider(shared, isNamed: one == nil),
        verdict(shared),
      ])
    }
    return source.section(
      Words("Responsibilities shared between the parties", "組織間の分担"), isWide: true,
      [.table(Document.Table("", columns, rows: rows))])
  }

  /// Where only two parties share, the head of the column names them once.
  private func side(_ words: Words, _ party: RecordID?) -> String {
    let name = party.map { source.say(Words(" (", "（")) + source.party($0) + source.say(Words(")", "）")) }
    return source.say(words) + (name ?? "")
  }

  private func control(_ shared: SharedControl) -> Document.Table.Cell {
    guard let statement = shared.anchor else { return "" }
    let number = assessment[statement, ControlStatement.control] ?? ""
    let title = assessment[statement, ControlStatement.catalogue].flatMap {
      source.shelf[$0]?.control(number)
    }
    return Document.Table.Cell(lines: [number, title.map { source.say($0.title) } ?? ""])
  }

  private func customer(_ shared: SharedControl, isNamed: Bool) -> Document.Table.Cell {
    let how = shared.inherited.flatMap { assessment[$0, ControlStatement.responsibility] }
    let words: Words =
      switch how {
      case .other: Words("inherits it", "委ねる")
      case .shared: Words("does its part", "一部を自ら行う")
      case .own: Words("does it alone", "自組織のみで行う")
      case nil: Words("says nothing", "記述なし")
      }
    let state = shared.inherited.flatMap { source.text($0, ControlStatement.status) }
    return Document.Table.Cell(
      lines: [isNamed ? source.party(shared.customer) : "", source.joined([source.say(words), state])])
  }

  private func provider(_ shared: SharedControl, isNamed: Bool) -> Document.Table.Cell {
    guard let provider = shared.provider else {
      return Document.Table.Cell(source.say(Words("not named", "指定なし")))
    }
    let sides = [shared.provided, shared.inherited].compactMap(\.self)
    let provided = sides.lazy.compactMap { source.labelled($0, ControlStatement.provided) }.first
    let asked = sides.lazy.compactMap { source.labelled($0, ControlStatement.asked) }.first
    let state = shared.provided.flatMap { source.text($0, ControlStatement.status) }
    return Document.Table.Cell(
      lines: [
        isNamed ? source.party(provider) : "", state ?? source.say(Words("says nothing", "記述なし")),
        provided ?? "",
        asked ?? "",
      ])
  }

  private func verdict(_ shared: SharedControl) -> Document.Table.Cell {
    guard let gap = shared.gap else {
      return Document.Table.Cell(source.say(Words("fits", "整合している")), role: .controlVerified)
    }
    let mover = source.pair(Words("next", "次に動く組織"), source.shortName(shared.mover))
    return Document.Table.Cell(
      lines: [source.say(gap.words(in: source.assessment.scope)), mover],
      role: gap.isOpen ? .gateBlocker : .gateWarning)
  }
}
