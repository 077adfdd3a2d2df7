/// In which order an auditor walks.
package enum WalkWay: String, Choice {
  /// Clauses 4 to 10 of ISO/IEC 27001.
  case clauses
  /// The statement of applicability.
  case controls
  /// From the commitment to the evidence, along one record.
  case trace

  package var words: Words {
    switch self {
    case .clauses: Words("clause by clause", "箇条ごと")
    case .controls: Words("control by control", "管理策ごと")
    case .trace: Words("along one trace", "一つの根拠の線に沿って")
    }
  }
}

/// How the records to be looked at were chosen (ISO 19011:2018 A.6).
package enum SampleRule: String, Choice {
  /// Drawn from a seed: who draws again with it draws the same.
  case seed
  case judgement
  case changed

  package var words: Words {
    switch self {
    case .seed: Words("drawn from a seed", "シードによる無作為抽出")
    case .judgement: Words("by the auditor's judgement", "判断に基づくサンプリング")
    case .changed: Words("changed since the last audit", "前回監査以降の変更")
    }
  }
}

/// An auditor's way through the records: by whom, in which order, with which sample, to which conclusion.
package enum Walk {
  package static let title = Attribute.text("title", "Title", "名称")
  package static let auditor = Attribute.text("auditor", "Auditor", "監査員")
  package static let auditee = Attribute.reference("auditee", "Auditee", "被監査者", to: .party)
  package static let audit = Attribute.reference("audit", "Audit", "監査", to: .audit)
  package static let way = Attribute<WalkWay>.choice("way", "Way", "進め方")
  /// What a walk along a trace is about.
  package static let root = Attribute<RecordID>.field(
    "root", "Along", "起点", .reference(RecordKind.allCases))
  package static let rule = Attribute<SampleRule>.choice("rule", "Sample", "サンプルの採り方")
  package static let seed = Attribute.integer("seed", "Seed of the sample", "サンプルのシード")
  package static let size = Attribute.integer("size", "Records per stop", "一か所の件数")
  package static let since = Attribute.day("since", "Changed since", "変更の起算日")
  /// What was drawn, as it was when the walk began: clause or theme, population, labels.
  package static let sample = Attribute<[[String]]>.field(
    "sample", "Sample drawn", "抽出したサンプル",
    .table([Words("Of", "対象"), Words("Population", "母集団"), Words("Drawn", "抽出")]))
  /// The cycle that was walked through.
  package static let cycle = Attribute.integer("cycle", "Cycle", "期")
  package static let begunOn = Attribute.day("begunOn", "Begun on", "開始日")
  package static let endedOn = Attribute.day("endedOn", "Ended on", "終了日")
  package static let conclusion = Attribute.text("conclusion", "Audit conclusion", "監査結論", long: true)

  package static let description = KindDescription(
    .walk, "WK", "Auditor's walk", "監査の巡回", phase: nil, ownership: .joint,
    fields: [
      title.field, auditor.field, auditee.field, audit.field, way.field, root.field, rule.field, seed.field,
      size.field, since.field, sample.field, cycle.field, begunOn.field, endedOn.field, conclusion.field,
    ])
}

/// One place of a walk: what was shown there, asked and answered. What was found points here.
package enum WalkStop {
  package static let asked = Attribute.text("asked", "Asked", "質問", long: true)
  package static let answered = Attribute.text("answered", "Answered", "回答", long: true)
  package static let walk = Attribute.reference("walk", "Walk", "巡回", to: .walk)
  /// The number of the clause, or the theme of the control.
  package static let clause = Attribute.text("clause", "Clause", "箇条")
  package static let record = Attribute<RecordID>.field(
    "record", "Record", "対象", .reference(RecordKind.allCases))
  package static let chosen = Attribute<SampleRule>.choice("chosen", "Chosen", "採り方")
  package static let shownOn = Attribute.day("shownOn", "Shown on", "提示日")

  package static let description = KindDescription(
    .walkStop, "WS", "Stop", "巡回先", phase: nil, ownership: .joint,
    fields: [
      asked.field, answered.field, walk.field, clause.field, record.field, chosen.field, shownOn.field,
    ])
}
