package import Domain

extension EntryFault {
  /// What is wrong and what to type instead.
  package var words: Words {
    switch self {
    case .field(let field, let problem):
      Words("\(field.en): \(problem.words.en)", "\(field.ja): \(problem.words.ja)")
    case .party(let problem): problem.words
    case .nothingAfter(let token, let field):
      Words(
        "\(field.en): nothing stands after \(token); type a value or take it out.",
        "\(field.ja): \(token) の後に値がありません。値を書くか、取り除いてください。")
    case .twice(let field):
      Words("\(field.en) is given twice; leave one.", "\(field.ja)が二度書かれています。一つにしてください。")
    case .held(let field, let stands):
      Words(
        "\(field.en) is \(stands) here; take the mark out and name what else it is about in the sentence.",
        "この行では\(field.ja)は \(stands) です。記号を除き、ほかに関わるものは文中に書いてください。")
    case .noTitle(let field):
      Words("\(field.en) is missing; type it in plain words.", "\(field.ja)がありません。そのまま文で書いてください。")
    case .noParty(let kind):
      Words(
        "\(kind.description.words.en): whose is it? Add @ and the party's key.",
        "\(kind.description.words.ja)がどの組織のものか分かりません。@ と組織の略号を添えてください。")
    case .belongsToAll(let kind):
      Words(
        "\(kind.description.words.en) belongs to all it binds; leave @ out.",
        "\(kind.description.words.ja)は当事者共同の記録です。@ を取り除いてください。")
    case .whoseAnswer(let field):
      Words(
        "\(field.en) is each party's own; say for whom you act (--party, or \(key: "party") on the screen).",
        "\(field.ja)は組織ごとに記入する項目です。どの組織として記入するか選んでください（\(key: "party")）。")
    case .unknownControl, .noCatalogues, .alreadyThere: controlWords
    }
  }

  private var controlWords: Words {
    switch self {
    case .unknownControl(let number, let party):
      Words(
        "The catalogues of \(party) have no control \(number).",
        "\(party)のカタログに管理策 \(number) はありません。番号を確かめてください。")
    case .noCatalogues(let party):
      Words(
        "\(party) has no control catalogue yet; choose one in the party's form.",
        "\(party)には管理策カタログがまだありません。組織の記録で選んでください。")
    case .alreadyThere(let kind, let label):
      Words(
        "\(kind.description.words.en): there already is \(label); edit that one.",
        "\(kind.description.words.ja)は既に \(label) があります。そちらを編集してください。")
    case .field, .party, .nothingAfter, .twice, .held, .noTitle, .noParty, .belongsToAll, .whoseAnswer: words
    }
  }
}
