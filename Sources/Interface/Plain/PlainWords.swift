import Domain

/// The words that only the spoken screen needs.
enum PlainWords {
  static let error = Words("Error", "エラー")
  static let warning = Words("Attention", "注意")
  static let actions = Words("Actions here", "ここでできること")
  static let stop = Words(".", "。")
  static let here = Words("current", "現在行")
  static let marked = Words("marked", "印あり")
  static let noMore = Words("That was the last part.", "これが最後です。")
  static let atEnd = Words("This is the last line.", "最後の行です。")
  static let atBeginning = Words("This is the first line.", "最初の行です。")
  static let findings = Words("What stands in the way", "合意を妨げているもの")
  static let goThere = Words("A number goes to the record at fault.", "番号で該当の記録へ。")
  static let textLine = Words(
    "Type the text. An empty line goes on as it stands, a single dot leaves.",
    "文を入力してください。空行でそのまま決定、ピリオドだけの行でやめます。")
  static let entryLine = Words(
    "One record a line. An empty line or a single dot leaves, ? says more.",
    "1行に1件。空行かピリオドだけの行で終わり、? で説明。")
  static let longText = Words(
    "Several lines; a single dot ends them, a dash alone empties the field.",
    "複数行を入力できます。ピリオドだけの行で終わり、- だけで消去。")
  static let fieldLine = Words(
    "The new value; an empty line leaves it as it is, a dash empties it.",
    "新しい値を入力。空行でそのまま、- で消去。")
  static let formWays = Words(
    "A number opens a field, “3 text” fills it in, save keeps all, a single dot leaves.",
    "番号で欄を開き、「3 文」で記入。save（保存）で保存、ピリオドだけの行でやめます。")
  static let empty = Words("empty", "空欄")
  static let required = Words("needed for the gate", "合意条件に必要")
  static let understood = Words("Understood", "解釈")
  static let standsAs = Words("The line was not saved:", "この行は保存していません:")
  static let mend = Words(
    "Type it anew, or mend a piece: s/old/new/. A single dot throws it away.",
    "もう一度入力するか、s/旧/新/ で一部を直してください。ピリオドだけの行で破棄。")
  static let nothingToMend = Words("That is not in the line.", "その文字列は行にありません。")
  static let keysHere = Words("Keys, by their names", "使えるキー（名前で入力）")
  static let notUnderstood = Words("not understood; ? lists what can be done here.", "分かりません。? でできることの一覧。")
  static let noSuchNumber = Words("There is no such number here.", "その番号はありません。")
  static let which = Words("Which do you mean?", "どれですか？")
  static let everywhere = Words("Always", "いつでも")
  static let screens = Words("Screens", "画面")
  static let nothingToLeave = Words("Nothing is open that could be left.", "開いているものはありません。")
  static let nothingOpen = Words("Nothing stands in the way of this phase.", "この局面の合意を妨げるものはありません。")

  /// What works everywhere besides the actions.
  static let general: [Words] = [
    Words("a number: to that line, and what is on record of it", "番号: その行へ移り、内容を読む"),
    Words(
      "an action: its name, its id or its key; with a number, on that line: edit 3",
      "操作: 名前・ID・キー。番号を付けるとその行に対して: edit 3"),
    Words("an action with text: new TEXT, search TEXT, filter TEXT", "操作と文: new 文、search 文、filter 文"),
    Words("an empty line: the screen once more; more: its next part", "空行: 画面をもう一度。続き（more）: 次の部分"),
    Words(
      "next, previous: one line on or back; detail: all of the line",
      "次（next）・前（previous）: 一行移動。詳細（detail）: その行の全部"),
    Words(
      "gate: what stands in the way; where: how all phases stand", "条件（gate）: 合意を妨げるもの。現在地（where）: 全局面の状況"),
    Words(
      "screens: all screens; phase 4 or its name; party csp: another party",
      "画面（screens）: 全画面。局面4（phase 4）や画面名で移動。party csp: 組織を替える"),
    Words("an identifier such as R-3: to that record", "R-3 などのID: その記録へ"),
    Words(
      "back: one step back; quit, or Ctrl-D: leave, all is saved", "戻る（back）: 一段戻る。終了（quit、Ctrl-D）: 保存済で終わる"),
    Words("key NAME: any key by its name, as in key Ctrl-R", "key 名前: 任意のキー。例 key Ctrl-R"),
  ]

  /// Lines of a list, of so many.
  static func part(_ first: Int, _ last: Int, of count: Int) -> Words {
    Words(
      "Lines \(first) to \(last) of \(count); more reads on.", "\(count)行中 \(first)〜\(last)行。続き（more）で次へ。")
  }

  static func blockers(_ count: Int) -> Words {
    Words(count == 1 ? "1 blocker" : "\(count) blockers", "必須 \(count)件")
  }

  static func warnings(_ count: Int) -> Words {
    Words(count == 1 ? "1 warning" : "\(count) warnings", "注意 \(count)件")
  }

  static func count(_ count: Int) -> Words {
    Words(count == 1 ? "1 line" : "\(count) lines", "\(count)行")
  }

  static func level(_ depth: Int) -> Words { Words("level \(depth + 1)", "階層\(depth + 1)") }

  /// Names of keys as they are typed here; arrows have words.
  static func key(_ names: String, _ language: Language) -> String {
    var names = names
    for (sign, word) in [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")] {
      names = names.replacing(sign, with: word)
    }
    return names
  }

  /// The words that steer, as they are typed in either language.
  static let steering: [String: Steering] = {
    let table: [(Steering, [String])] = [
      (.again, ["again", "もう一度", "再読"]), (.more, ["more", "続き", "次の部分"]),
      (.back, ["back", "戻る"]), (.help, ["?", "help", "ヘルプ"]), (.whereNow, ["where", "現在地", "状況"]),
      (.detail, ["detail", "詳細"]), (.gate, ["gate", "条件", "合意条件"]), (.screens, ["screens", "画面"]),
      (.next, ["next", "次"]), (.previous, ["previous", "前"]), (.first, ["first", "先頭"]),
      (.last, ["last", "末尾"]), (.quit, ["quit", "exit", "終了"]),
    ]
    return Dictionary(table.flatMap { steering, words in words.map { ($0, steering) } }) { first, _ in first }
  }()

  /// What is done by a word and not by an action.
  enum Steering: Hashable, Sendable {
    case again, more, back, help, whereNow, detail, gate, screens, next, previous, first, last, quit
  }
}
