import Canvas
import Domain

/// One key each for what else is said of a control: who runs it, its owner, its due date, the risks it treats, its
/// evidence; in cell mode, on the line or on all marked ones.
enum ControlFieldActions {
  static let all: [Action] = [
    ControlActions.cell("responsibility", "who runs it", "責任（自・他・共有）", "s", footer: 35) {
      askResponsibility(&$0)
    },
    ControlActions.cell("owner", "owner", "責任者", "w", footer: 40) { ask(ControlStatement.owner.field, &$0) },
    ControlActions.cell("due", "due", "期限", "d", footer: 42) { ask(ControlStatement.due.field, &$0) },
    ControlActions.cell("risks", "risks it treats", "対応するリスク", "R", footer: 44) { askRisks(&$0) },
    Action(
      "control-evidence", "evidence", "証拠", keys: [.character("E")], screens: ControlActions.here, footer: 46,
      inCell: true
    ) { showEvidence(&$0) },
    Action(
      "evidence-of-control", "evidence", "証拠", keys: [.character("E")], screens: ControlActions.here,
      footer: 22
    ) { showEvidence(&$0) },
    Action(
      "look-at-evidence", "look at all evidence files again", "証拠ファイルを全て再照合", keys: []
    ) { model in
      let places = model.assessment.keptPlaces
      let words =
        places.isEmpty
        ? Words("No evidence has the digest of a file yet.", "照合できる証拠ファイルはまだありません。")
        : Words("\(places.count) files are looked at again.", "\(places.count) 件のファイルを再照合します。")
      model.notice = Notice(model.say(words), .info)
      model.tellsOfEvidence = !places.isEmpty
      return places.isEmpty ? [] : [.readEvidence(places)]
    },
  ]

  // MARK: Who runs it

  private static func askResponsibility(_ model: inout Model) -> [Effect] {
    guard let front = ControlsScreen.front(model, model.state) else { return [] }
    let others = model.assessment.ids(.party).filter {
      $0 != front && !model.assessment.has($0, Party.leftOn)
    }
    let answers: [(ControlResponsibility, RecordID?)] =
      [(.own, nil)] + others.flatMap { [(.other, $0), (.shared, $0)] }
    let options = answers.map { kind, other in
      let name = other.map(model.shortName(of:)) ?? ""
      return switch kind {
      case .own: Words("own", "自組織")
      case .other: Words("left to \(name)", "\(name) に委ねる（他組織）")
      case .shared: Words("shared with \(name)", "\(name) と共有")
      }
    }
    model.layers.append(
      OptionLayer(title: ControlStatement.responsibility.field.words, options: options) { model, place in
        let (kind, other) = answers[place]
        return ControlActions.write(model) { statement in
          let named: [Slot: Value?] =
            other.map { [Slot(ControlStatement.counterpart.key): .reference($0)] }
            ?? ControlActions.clearing(ControlStatement.counterpart, statement, model)
          return named.merging([Slot(ControlStatement.responsibility.key): .choice(kind.rawValue)]) {
            first, _ in
            first
          }
        }
      })
    return []
  }

  // MARK: Owner and due date

  private static func ask(_ field: FieldDescription, _ model: inout Model) -> [Effect] {
    let targets = ControlActions.targets(model)
    let value = targets.first?.record.flatMap { model.assessment.value($0, field.key) }
    let text = FieldText.edit(value, field, model.assessment, model.language)
    let many =
      targets.count > 1 ? Words(" (\(targets.count) controls)", "（\(targets.count) 件）") : Words("", "")
    model.layers.append(
      PromptLayer(
        Words(field.words.en + many.en, field.words.ja + many.ja), .controlField(field.key), text: text))
    return []
  }

  /// What the text means goes to every line meant; a person nobody knows is made along the way.
  ///
  /// - Parameters:
  ///   - key: The statement's field.
  ///   - text: As typed; empty to empty the field.
  ///   - model: Where the lines are.
  /// - Returns: The order, or why the text is no value of the field.
  static func fill(_ key: FieldKey, with text: String, _ model: Model) -> Result<[Effect], FieldProblem> {
    guard let field = RecordKind.controlStatement.description.field(key) else { return .success([]) }
    // Beyond the numbers of the drafts of lines that have no statement yet.
    var pending = model.state.rows.count + 1
    let parsed = FieldText.parse(
      text, field: field, kind: .controlStatement, party: ControlsScreen.front(model, model.state),
      assessment: model.assessment, language: model.language, today: model.context.today, pending: &pending)
    return parsed.map { parsed in
      ControlActions.write(model, after: parsed.commands) { _ in [Slot(key): parsed.value] }
    }
  }

  // MARK: Risks

  /// Those already treated first, then those whose treatment asks for a control.
  private static func askRisks(_ model: inout Model) -> [Effect] {
    guard let front = ControlsScreen.front(model, model.state) else { return [] }
    let assessment = model.assessment
    let statements = ControlActions.targets(model).map(\.record)
    let sets = statements.map { statement in
      Set(statement.map { assessment[$0, ControlStatement.risks] } ?? [])
    }
    let treated = sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
    let all = assessment.ids(.risk, of: front)
    guard !all.isEmpty else {
      let words = Words(
        "This party has no risk yet: \(key: "phase-4"), then \(key: "new").",
        "この組織のリスクがまだありません。\(key: "phase-4")、\(key: "new") で入力します。")
      model.notice = Notice(model.say(words), .info)
      return []
    }
    let wanting = Set(assessment.uncontrolledRisks(of: front))
    let rest = all.filter { !treated.contains($0) }
    let ordered =
      all.filter(treated.contains) + rest.filter(wanting.contains) + rest.filter { !wanting.contains($0) }
    model.layers.append(
      RecordChoiceLayer(
        title: Words("Risks it treats (again: takes it out)", "対応するリスク（もう一度選ぶと外す）"), records: ordered,
        chosen: treated
      ) { model, risk in
        ControlActions.write(model) { statement in
          let now = statement.map { model.assessment[$0, ControlStatement.risks] } ?? []
          let after =
            treated.contains(risk) ? now.filter { $0 != risk } : now.contains(risk) ? now : now + [risk]
          return [Slot(ControlStatement.risks.key): after.isEmpty ? nil as Value? : .references(after)]
        }
      })
    return []
  }

  // MARK: Evidence

  private static func showEvidence(_ model: inout Model) -> [Effect] {
    guard let statement = model.current else {
      model.notice = Notice(
        model.say(
          Words(
            "Decide the control first: Enter, then \(key: "control-applicable") or \(key: "control-exclude").",
            "先に Enter、\(key: "control-applicable") か \(key: "control-exclude") で適用・除外を決めてください。")), .info)
      return []
    }
    let evidence = model.assessment.sources(of: statement, via: Evidence.control)
    guard !evidence.isEmpty || model.context.readOnly else {
      model.layers.append(EntryLayer(EvidenceLayer.birth(for: statement, model), model))
      return []
    }
    model.layers.append(EvidenceLayer(of: statement))
    let kept = evidence.filter { model.assessment.has($0, Evidence.digest) }
    let places = kept.compactMap { model.assessment[$0, Evidence.place] }
    return places.isEmpty ? [] : [.readEvidence(places)]
  }
}
