import Canvas
import Domain

/// What the detail pane says of the control under the cursor, stated or not.
struct ControlDetail {
  let model: Model

  var lines: [DetailLine] {
    guard let row = model.state.current else { return [] }
    guard !ControlTag(row.tag).isHeading else { return heading }
    var lines = [DetailLine]()
    if let control = ControlsScreen.control(of: row, model) {
      lines.append(DetailLine("", control.number + " " + model.say(control.title), .textStrong))
      lines += guidance(control)
    }
    if let statement = row.record {
      lines += needs(statement) + evidence(statement)
      lines += Detail.lines(of: statement, model).dropFirst()
    } else {
      lines.append(DetailLine())
      lines.append(DetailLine("", model.say(Self.undecided)))
    }
    return lines + others(row)
  }

  private static let undecided = Words(
    """
    Not decided. Enter opens the line: \(key: "control-applicable") applicable, \
    \(key: "control-exclude") excluded (asks why), \(key: "control-reasons") reasons, \
    \(key: "control-responsibility") who runs it, \(key: "status-1")–\(key: "control-verified") status. \
    \(key: "mark-control") marks lines to decide together.
    """,
    "未決です。Enter で欄に入り、\(key: "control-applicable") 適用、\(key: "control-exclude") 除外（理由を入力）、\(key: "control-reasons") 理由、\(key: "control-responsibility") 責任、\(key: "status-1")–\(key: "control-verified") 状況。\(key: "mark-control") で印を付けるとまとめて決められます。"
  )

  /// The risks that ask for the control, each with its present level.
  private func needs(_ statement: RecordID) -> [DetailLine] {
    let risks = model.assessment[statement, ControlStatement.risks]
    return risks.enumerated().map { place, risk in
      let label = place == 0 ? model.say(Words("Needed by", "対応リスク")) : ""
      return DetailLine(
        label, model.assessment.label(of: risk) + " " + (model.assessment.title(of: risk) ?? ""), .link)
    }
  }

  /// The evidence, and whether each file is what it was.
  private func evidence(_ statement: RecordID) -> [DetailLine] {
    let all = model.assessment.sources(of: statement, via: Evidence.control)
    return all.enumerated().map { place, evidence in
      let look = EvidenceLook(evidence, model)
      let mark = look.state == .unkept ? "" : model.glyphs[look.glyph] + " "
      let words = look.state.isBroken ? "  " + model.say(look.words) : ""
      return DetailLine(
        place == 0 ? model.say(Words("Evidence", "証拠")) : "",
        mark + model.assessment.label(of: evidence) + " " + (model.assessment.title(of: evidence) ?? "")
          + words,
        look.state.isBroken ? look.role : .link)
    }
  }

  private var heading: [DetailLine] {
    let words = Words(
      "\(key: "mark-control") marks every control under this heading; Enter then decides them together.",
      "\(key: "mark-control") で見出しの下の管理策全てに印を付け、Enter でまとめて決められます。")
    return [DetailLine("", model.say(words), .textMuted)]
  }

  /// Numbers in the other edition of 27002, and whom 27017 gives guidance.
  private func guidance(_ control: CatalogueControl) -> [DetailLine] {
    let shelf = model.context.catalogues
    let newer = shelf.editions.newer(of: control.number)
    var lines: [DetailLine] = []
    if !newer.isEmpty { lines.append(DetailLine("27002:2022", newer.joined(separator: " "), .textMuted)) }
    let roles = shelf.cloudGuidance[control.number]?.compactMap(\.short).sorted() ?? []
    if !roles.isEmpty, control.number.split(separator: ".").count > 2 {
      let words = Words("guidance for ", "実施の手引: ")
      lines.append(DetailLine("27017", model.say(words) + roles.joined(separator: " "), .textMuted))
    }
    return lines
  }

  /// The other parties' word on the same control.
  private func others(_ row: Row) -> [DetailLine] {
    let line = ControlTag(row.tag).line
    guard model.state.groups.indices.contains(line) else { return [] }
    let others = model.state.groups[line].filter { $0 != row.record }
    guard !others.isEmpty else { return [] }
    return [DetailLine()]
      + others.compactMap { statement in
        guard let party = model.assessment.party(of: statement) else { return nil }
        let cell = ControlCell(statement: statement, party: party, model: model)
        let evidence = cell.evidence.map(model.assessment.label(of:)).joined(separator: " ")
        let text = model.glyphs[cell.state.look.0] + " " + model.say(cell.state.look.1) + "  " + evidence
        return DetailLine(model.shortName(of: party), text, cell.state.look.2)
      }
  }
}
