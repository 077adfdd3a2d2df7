package import Domain

extension FieldProblem {
  /// What is wrong and what to type instead.
  package var words: Words {
    switch self {
    case .notANumber(let text):
      Words(
        "“\(text)” is not a number; write it like 12 or 0.5.", "「\(text)」は数値ではありません。12 や 0.5 のように書いてください。")
    case .notAnInteger(let text):
      Words("“\(text)” is not a whole number; write it like 12.", "「\(text)」は整数ではありません。12 のように書いてください。")
    case .notADay(let text):
      Words(
        "“\(text)” is not a date; write 2027-03-31, or 2027-03 for that month's end.",
        "「\(text)」は日付ではありません。2027-03-31、月末なら 2027-03 のように書いてください。")
    case .notAFlag(let text):
      Words("“\(text)” is neither yes nor no.", "「\(text)」は「はい」でも「いいえ」でもありません。")
    case .notATarget(let text):
      Words(
        "“\(text)” is not a target; write a number, 50% of the last period, or -30%.",
        "「\(text)」は目標値ではありません。数値、前期比の 50%、又は -30% のように書いてください。")
    case .unknownChoice(let text, let options):
      Words(
        "“\(text)” is not among the values; choose one of: \(Self.list(options, .english)).",
        "「\(text)」という値はありません。次から選んでください: \(Self.list(options, .japanese))")
    case .ambiguousChoice(let text, let options):
      Words(
        "“\(text)” may mean \(Self.list(options, .english)); type a letter more.",
        "「\(text)」では \(Self.list(options, .japanese)) のどれか分かりません。続きを入力してください。")
    case .offScale, .notALoss, .lossOffScale: scaleWords
    case .unknownRecord, .wrongKind, .ambiguousRecord, .personNeedsParty, .unknownParty: recordWords
    }
  }

  private var scaleWords: Words {
    switch self {
    case .offScale(let text, let steps) where steps.isEmpty:
      Words(
        "“\(text)” is not a step; write 1 to 7. There are no risk criteria yet.",
        "「\(text)」は段階ではありません。1〜7 で書いてください（リスク基準はまだありません）。")
    case .offScale(let text, let steps), .lossOffScale(let text, let steps):
      Words(
        "“\(text)” is not on the scale: \(Self.scale(steps, .english)).",
        "「\(text)」は尺度にありません。次から選んでください: \(Self.scale(steps, .japanese))")
    case .notALoss(let text, let properties):
      Words(
        "“\(text)” is not a loss; write a property and its level, as in \(Self.example(properties)).",
        "「\(text)」は喪失として読めません。\(Self.example(properties)) のように特性と段階を書いてください。")
    case .notANumber, .notAnInteger, .notADay, .notAFlag, .notATarget, .unknownChoice, .ambiguousChoice,
      .unknownRecord, .wrongKind, .ambiguousRecord, .personNeedsParty, .unknownParty:
      words
    }
  }

  private var recordWords: Words {
    switch self {
    case .unknownRecord(let text, let kinds):
      Words(
        "There is no \(Self.names(kinds, .english)) “\(text)”; Tab shows those there are.",
        "「\(text)」という\(Self.names(kinds, .japanese))はありません。Tab で候補を表示します。")
    case .wrongKind(let text, let kind, let kinds):
      Words(
        "\(text) is a \(kind.description.words.en.lowercased()); this must be \(Self.names(kinds, .english)).",
        "\(text) は\(kind.description.words.ja)です。ここには\(Self.names(kinds, .japanese))を書いてください。")
    case .ambiguousRecord(let text, let candidates):
      Words(
        "“\(text)” may mean \(candidates.joined(separator: ", ")); type the whole name or the label.",
        "「\(text)」では \(candidates.joined(separator: "、")) のどれか分かりません。全体か記号で書いてください。")
    case .personNeedsParty(let name):
      Words(
        "There is nobody called “\(name)” yet; say whose with \(name)@ and the party's key.",
        "「\(name)」という人はまだいません。\(name)@ に続けて組織の略号を書いてください。")
    case .unknownParty(let text, let known):
      Words(
        "There is no party “\(text)”; there are: \(known.joined(separator: ", ")).",
        "「\(text)」という組織はありません。組織: \(known.joined(separator: "、"))")
    case .notANumber, .notAnInteger, .notADay, .notAFlag, .notATarget, .unknownChoice, .ambiguousChoice,
      .offScale, .notALoss, .lossOffScale:
      words
    }
  }

  private static func list(_ words: [Words], _ language: Language) -> String {
    words.map { $0[language] }.joined(separator: FieldText.separator(language))
  }

  private static func scale(_ steps: [Words], _ language: Language) -> String {
    steps.enumerated().map { "\($0 + 1) \($1[language])" }.joined(separator: FieldText.separator(language))
  }

  private static func names(_ kinds: [RecordKind], _ language: Language) -> String {
    guard kinds.count <= 4 else { return Words("record", "記録")[language] }
    let names = kinds.map { $0.description.words[language] }
    return language == .english ? names.joined(separator: " or ").lowercased() : names.joined(separator: "又は")
  }

  private static func example(_ properties: [Property]) -> String {
    properties.prefix(3).enumerated().map { $1.key + String($0 + 1) }.joined()
  }
}
