package import Domain

extension Sentence {
  /// Why an act was refused: what, where, and what to do.
  package static func refusal(_ refusal: Refusal, _ assessment: Assessment, _ language: Language) -> String {
    words(refusal, assessment)[language]
  }

  /// The same in both languages, keys as mentions.
  package static func words(_ refusal: Refusal, _ assessment: Assessment) -> Words {
    switch refusal {
    case .readOnly:
      Words("Nothing can be changed here: this view is read-only.", "読み取り専用のため、変更できません。")
    case .audited(let id): audited(id, assessment)
    case .keptByAudit(let id):
      Words(
        "\(name(id, assessment).en) stays: what was written down on an audit is not deleted. \(key: "undo") takes your last back.",
        "\(subject(id, assessment))は監査の記録のため削除できません。直前の操作は \(key: "undo") で元に戻せます。")
    case .noSuchRecord(let id):
      Words(
        "\(name(id, assessment).en) is not there: it may have been deleted. Undo (\(key: "undo")) brings a deletion back.",
        "\(subject(id, assessment))は見つかりません。削除された可能性があります。削除は \(key: "undo") で元に戻せます。")
    case .noSuchField(let kind, let name):
      Words(
        "\(kind.description.words.en) has no field “\(name)”. Check the name.",
        "\(kind.description.words.ja)に「\(name)」という項目はありません。項目名を確かめてください。")
    case .notAllowed(let field, let value): notAllowed(field, value, assessment)
    case .wrongTarget(let field, let id): wrongTarget(field, id, assessment)
    case .cycle(let id, let field):
      Words(
        "\(name(id, assessment).en) would stand above itself (\(field.words.en)). Choose another.",
        "\(subject(id, assessment))が自分自身の上位になります（\(field.words.ja)）。別のものを選んでください。")
    case .locked(let id, let field, let party, let phase, let state):
      locked(id, field, party, phase, state, assessment)
    case .pointedAt(let id, let by): pointedAt(id, by, assessment)
    case .partyNeeded(let kind):
      Words(
        "\(kind.description.words.en): whose is it? Choose a party with \(key: "party"), or add @ and its key.",
        "\(kind.description.words.ja)がどの組織のものか分かりません。\(key: "party") で組織を選ぶか、@ と略号を添えてください。")
    case .jointOnly(let kind):
      Words(
        "\(kind.description.words.en) belongs to all it binds, not to one party. Leave the party out.",
        "\(kind.description.words.ja)は当事者共同の記録です。組織の指定を外してください。")
    case .duplicate(let kind, let other):
      Words(
        "\(kind.description.words.en): there already is \(name(other, assessment).en). Edit that one.",
        "\(kind.description.words.ja)は既に \(subject(other, assessment))があります。そちらを編集してください。")
    case .changedSince, .nothingToUndo, .nothingToRedo, .notUndoable: notUndone(refusal, assessment)
    case .phase(let refusal): words(refusal, assessment)
    case .estimate(let refusal): words(refusal, assessment)
    }
  }

  private static func audited(_ id: RecordID?, _ assessment: Assessment) -> Words {
    let only = Words(
      "only findings (\(key: "raise-finding")) and the walk's own notes can be written.",
      "書けるのは所見（\(key: "raise-finding")）と巡回の記録だけです。")
    guard let id, assessment.exists(id) else {
      return Words("Auditor's walk: \(only.en)", "監査中は読み取り専用です。\(only.ja)")
    }
    return Words(
      "Auditor's walk: \(name(id, assessment).en) stays as it is; \(only.en)",
      "監査中のため \(subject(id, assessment))は変更できません。\(only.ja)")
  }

  private static func notAllowed(
    _ field: FieldDescription, _ value: Value, _ assessment: Assessment
  ) -> Words {
    let options = list(field.type.options.map(\.words), limit: 9)
    let (en, ja) = (
      FieldText.display(value, field, assessment, .english),
      FieldText.display(value, field, assessment, .japanese)
    )
    if !field.type.options.isEmpty {
      return Words(
        "\(field.words.en): “\(en)” is not among the values. Choose one of: \(options.en).",
        "\(field.words.ja)に「\(ja)」という値はありません。次から選んでください: \(options.ja)")
    }
    return Words(
      "\(field.words.en): “\(en)” cannot stand here. Type it as the field's hint shows.",
      "\(field.words.ja)に「\(ja)」は記入できません。項目の説明に合わせて書き直してください。")
  }

  private static func wrongTarget(
    _ field: FieldDescription, _ id: RecordID, _ assessment: Assessment
  ) -> Words {
    let kinds = list(field.type.targets.map(\.description.words))
    let kind = assessment.kind(of: id)?.description.words ?? Words("record", "記録")
    let target = name(id, assessment)
    return Words(
      "\(field.words.en) cannot point to \(target.en) (\(kind.en)). Choose: \(kinds.en).",
      "\(field.words.ja)に \(target.ja)（\(kind.ja)）は指定できません。指定できるもの: \(kinds.ja)")
  }

  private static func locked(
    _ id: RecordID, _ field: FieldDescription, _ party: RecordID, _ phase: Phase, _ state: PhaseState,
    _ assessment: Assessment
  ) -> Words {
    let (whose, which) = (self.party(party, assessment), self.phase(phase, assessment))
    let isJoint = assessment.kind(of: id) != nil && assessment.party(of: id) == nil
    let remedy =
      isJoint
      ? Words(
        "Amend it with \(key: "matters") then \(formKey: "m"), which shows first what follows.",
        "\(key: "matters") の \(formKey: "m")（変更）で、影響を確かめてから開けます。")
      : Words("\(key: "send-back") reopens it.", "\(key: "send-back") で再開できます。")
    guard assessment.kind(of: id) != nil else {
      let kind = RecordKind.declaring(field)?.description.words ?? Words("record", "記録")
      return Words(
        "\(kind.en) cannot be added: \(whose.en) has \(which.en) \(state.words.en). " + remedy.en,
        "\(whose.ja)の\(which.ja)が\(state.words.ja)のため、\(kind.ja)を追加できません。" + remedy.ja)
    }
    return Words(
      "\(name(id, assessment).en), \(field.words.en), cannot be changed: \(whose.en) has \(which.en) "
        + "\(state.words.en). " + remedy.en,
      "\(subject(id, assessment))の\(field.words.ja)は変更できません。\(whose.ja)の\(which.ja)が\(state.words.ja)です。"
        + remedy.ja)
  }

  private static func pointedAt(_ id: RecordID, _ by: [RecordID], _ assessment: Assessment) -> Words {
    let (what, names) = (name(id, assessment), list(by.map { name($0, assessment) }))
    return Words(
      "\(what.en) cannot be deleted: \(names.en) point here. Delete and unlink, or change those first.",
      "\(subject(id, assessment))は削除できません。\(names.ja) から参照されています。参照を外して削除するか、先にそちらを直してください。")
  }

  private static func notUndone(_ refusal: Refusal, _ assessment: Assessment) -> Words {
    switch refusal {
    case .changedSince(let id, let field):
      let what = name(id, assessment)
      return Words(
        "Not undone: \(what.en), \(field.words.en), was changed since. History (\(key: "history")) shows how.",
        "元に戻せません。\(what.ja) の\(field.words.ja)はその後変更されています。履歴（\(key: "history")）を見てください。")
    case .nothingToRedo:
      return Words("Nothing of yours is left to do again.", "やり直せる自分の操作はありません。")
    case .notUndoable(let event, let phase):
      return Words(
        "Phase \(phase.rawValue): “\(event.words.en)” is not undone. \(key: "send-back") sends back or reopens.",
        "局面\(phase.rawValue)の「\(event.words.ja)」は元に戻せません。\(key: "send-back") で差戻し又は再開してください。")
    case .nothingToUndo, .readOnly, .audited, .keptByAudit, .noSuchRecord, .noSuchField, .notAllowed,
      .wrongTarget, .cycle, .locked,
      .pointedAt, .partyNeeded, .jointOnly, .duplicate, .phase, .estimate:
      return Words("Nothing of yours is left to undo.", "元に戻せる自分の操作はありません。")
    }
  }
}
