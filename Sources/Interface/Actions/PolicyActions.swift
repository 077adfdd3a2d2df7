import Canvas
import Domain

/// Approving, reviewing and retiring documents.
enum PolicyActions {
  static let all: [Action] = [
    Action(
      "approve", "approve", "承認", keys: [.character("A")], screens: [.policy], capability: .change,
      footer: 15, unless: noDocument
    ) { approve(&$0) },
    Action(
      "review-document", "reviewed, as it stands", "見直し済み（変更なし）", keys: [.character("R")], screens: [.policy],
      capability: .change, footer: 40, unless: noDocument
    ) { review(&$0) },
    Action(
      "retire", "retire / bring back", "廃止・草案に戻す", keys: [.character("D")], screens: [.policy],
      capability: .change, footer: 41, unless: noDocument
    ) { retire(&$0) },
  ]

  /// So long a document stands before it is reviewed again.
  private static let daysToReview = 365
  private static let linesShown = 8

  private static func documents(_ model: Model) -> [RecordID] {
    model.chosen.filter { model.assessment.kind(of: $0) == .policyDocument }
  }

  @Sendable private static func noDocument(_ model: Model) -> Words? {
    documents(model).isEmpty ? Words("Put the cursor on a document.", "文書を選んでください。") : nil
  }

  /// Says which phase holds the documents; false when nothing does.
  private static func isHeld(_ documents: [RecordID], _ model: inout Model) -> Bool {
    let slot = Slot(PolicyDocument.status.key)
    guard let sentence = documents.lazy.compactMap({ [model] in model.lockSentence($0, slot) }).first else {
      return false
    }
    model.notice = Notice(sentence, .warning)
    return true
  }

  private static func ask(_ question: Words, _ lines: [String], _ commands: [Command], _ model: inout Model) {
    let more = lines.count > linesShown ? ["+\(lines.count - linesShown)"] : []
    model.layers.append(
      ConfirmLayer(deciding: question, lines: lines.prefix(linesShown) + more, commands, model))
  }

  private static func name(_ document: RecordID, _ model: Model) -> String {
    let title = model.assessment.title(of: document) ?? ""
    return model.assessment.label(of: document) + " "
      + DisplayWidth.clip(title, to: 30, ellipsis: model.glyphs[.truncation])
  }

  // MARK: Approval

  /// Asks in whose name: the approver named on the document, else the party's top management.
  private static func approve(_ model: inout Model) -> [Effect] {
    let documents = documents(model).filter { !stands($0, model) }
    guard !documents.isEmpty else {
      let words = Words(
        "Approved, and not changed since. \(key: "review-document") notes a review without changes.",
        "承認済みで、承認後の変更はありません。変更のない見直しは \(key: "review-document") で記録します。")
      model.notice = Notice(model.say(words), .info)
      return []
    }
    guard !isHeld(documents, &model) else { return [] }
    var lines: [String] = []
    var commands: [Command] = []
    for document in documents {
      guard let approver = approver(of: document, model) else {
        let words = Words(
          "Nobody can approve yet: name the party's top management first (\(key: "overview"), then \(key: "edit")).",
          "承認者が決まりません。先に組織のトップマネジメントを定めてください（\(key: "overview") の画面で \(key: "edit")）。")
        model.notice = Notice(model.say(words), .warning)
        return []
      }
      let version = model.assessment[document, PolicyDocument.version].map { "  " + $0 } ?? ""
      let person = model.assessment.title(of: approver) ?? ""
      lines.append(name(document, model) + version + "   " + person)
      if let other = otherInForce(document, model) { lines.append(other) }
      commands += [
        .set(document, Slot(PolicyDocument.approver.key), .reference(approver)),
        .set(document, Slot(PolicyDocument.approvedOn.key), .day(model.context.today)),
        .set(document, Slot(PolicyDocument.status.key), .choice(DocumentStatus.approved.rawValue)),
      ]
      if needsReviewDay(document, model) { commands.append(nextReview(document, model)) }
    }
    ask(
      Words("Approve as they stand today, in the name of:", "本日付で、現在の内容を次の者の名で承認します:"), lines, commands,
      &model)
    return []
  }

  /// Approved, unchanged since, and not due for review.
  private static func stands(_ document: RecordID, _ model: Model) -> Bool {
    model.assessment[document, PolicyDocument.status] == .approved
      && !model.assessment.isRevised(document: document) && !needsReviewDay(document, model)
  }

  private static func approver(of document: RecordID, _ model: Model) -> RecordID? {
    let assessment = model.assessment
    let head = assessment.party(of: document).flatMap { assessment[$0, Party.topManagement] }
    let isTop = assessment[document, PolicyDocument.tier] == .basicPolicy
    return isTop ? head : assessment[document, PolicyDocument.approver] ?? head
  }

  /// A basic policy that stands in force besides the one to be approved.
  private static func otherInForce(_ document: RecordID, _ model: Model) -> String? {
    let assessment = model.assessment
    guard assessment[document, PolicyDocument.tier] == .basicPolicy,
      let party = assessment.party(of: document)
    else { return nil }
    let other = assessment.ids(.policyDocument, of: party).first {
      $0 != document && assessment[$0, PolicyDocument.tier] == .basicPolicy
        && assessment[$0, PolicyDocument.status] == .approved
    }
    return other.map { other in
      let label = assessment.label(of: other)
      return "  " + model.glyphs[.severityWarning] + " "
        + model.say(
          Words(
            "\(label) stays in force too: \(key: "retire") retires it",
            "\(label) も有効なまま残ります（\(key: "retire") で廃止）"))
    }
  }

  // MARK: Review

  private static func needsReviewDay(_ document: RecordID, _ model: Model) -> Bool {
    model.assessment[document, PolicyDocument.reviewDue].map { $0 < model.context.today } ?? true
  }

  private static func nextReview(_ document: RecordID, _ model: Model) -> Command {
    .set(document, Slot(PolicyDocument.reviewDue.key), .day(model.context.today.adding(daysToReview)))
  }

  /// Nothing needed changing: only the next review is set, which no agreed phase holds.
  private static func review(_ model: inout Model) -> [Effect] {
    let documents = documents(model)
    let day = model.context.today.adding(daysToReview).text
    ask(
      Words("Reviewed without changes; the next review is due on \(day):", "変更なしで見直し済みとします。次の見直し期限は \(day):"),
      documents.map { name($0, model) }, documents.map { nextReview($0, model) }, &model)
    return []
  }

  // MARK: Retirement

  private static func retire(_ model: inout Model) -> [Effect] {
    let documents = documents(model)
    guard !isHeld(documents, &model) else { return [] }
    let inUse = documents.filter { model.assessment[$0, PolicyDocument.status] != .retired }
    let status = inUse.isEmpty ? DocumentStatus.draft : .retired
    let meant = inUse.isEmpty ? documents : inUse
    let commands = meant.map {
      Command.set($0, Slot(PolicyDocument.status.key), .choice(status.rawValue))
    }
    let question =
      inUse.isEmpty
      ? Words("Bring back as a draft?", "草案に戻しますか？") : Words("Retire, as of now?", "廃止しますか？")
    let lines = meant.flatMap { document in
      [name(document, model)] + (inUse.isEmpty ? [] : consequences(of: document, model).map { "  " + $0 })
    }
    ask(question, lines, commands, &model)
    return []
  }

  /// What is left without it: documents below, commitments only it answers, objectives that serve it.
  private static func consequences(of document: RecordID, _ model: Model) -> [String] {
    let assessment = model.assessment
    let below = assessment.sources(of: document, via: PolicyDocument.parent)
    let alone = assessment[document, PolicyDocument.answers].filter { clause in
      !assessment.sources(of: clause, via: PolicyDocument.answers).contains {
        $0 != document && assessment.party(of: $0) == assessment.party(of: document)
          && assessment[$0, PolicyDocument.status] != .retired
      }
    }
    let objectives = assessment.sources(of: document, via: Objective.policy)
    let labels = { (ids: [RecordID]) in ids.map(assessment.label(of:)).joined(separator: " ") }
    var lines: [Words] = []
    if !below.isEmpty {
      lines.append(
        Words(
          "\(labels(below)) stay below it: \(key: "move-subtree") moves them",
          "\(labels(below)) が下に残ります（\(key: "move-subtree") で付け替え）"))
    }
    if !alone.isEmpty {
      lines.append(Words("no other answers \(labels(alone))", "\(labels(alone)) に応える文書がなくなります"))
    }
    if !objectives.isEmpty {
      lines.append(Words("\(labels(objectives)) serve it", "\(labels(objectives)) がこの文書に基づく目的です"))
    }
    return lines.map { model.glyphs[.severityWarning] + " " + model.say($0) }
  }
}
