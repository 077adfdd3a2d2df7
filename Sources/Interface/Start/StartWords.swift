import Domain

/// The words of the start screen.
enum StartWords {
  static let subtitle = Words(
    "information-security management assessments, phase by phase", "情報セキュリティマネジメントのアセスメントを、局面ごとに")
  static let recent = Words("Recent files", "最近使ったファイル")
  static let begin = Words("Begin", "はじめる")
  static let demos = Words("Worked cases (scratch copies)", "例題（使い捨ての写し）")
  static let openFile = Words("Open a file…", "ファイルを開く…")
  static let new = Words("New workspace…", "新規作成…")
  static let plainWays = Words(
    "Type a number, or quit.", "番号を入力してください。終了は quit。")
  static let plainFormWays = Words(
    "Type a number; a single dot leaves.", "番号を入力。ピリオドだけの行でやめます。")
  static let plainLeaving = Words("A single dot leaves.", "ピリオドだけの行でやめます。")
  static let fillIn = Words("Fill this in.", "記入してください。")
  static let severalHint = Words("several: separate with commas", "複数は読点で区切る")
  static let hints: [(String, Words)] = [
    ("Enter", Words("open", "開く")), ("n", Words("new", "新規")), ("o", Words("open a file", "ファイル")),
    ("q", Words("quit", "終了")),
  ]
  static let turning = "← →"
  static let formHints: [(String, Words)] = [
    ("Enter", Words("next / go on", "次へ・決定")), (turning, Words("choose", "選択")),
    ("Ctrl-S", Words("go on", "決定")), ("Esc", Words("cancel", "取消")),
  ]

  static func label(_ question: StartForm.Question) -> Words {
    switch question {
    case .scope: Words("What is assessed", "対象範囲の種類")
    case .title: Words("Title", "名称")
    case .names(let role): role.words
    case .path: Words("File", "ファイル名")
    }
  }
}
