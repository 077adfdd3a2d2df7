import Domain

/// The words of a participant's own terminal.
enum JoinWords {
  static let title = Words("Estimate card", "見積りカード")
  static let result = Words("Result", "結果")
  static let waiting = Words(
    "Waiting for a round: the facilitator opens one with \(key: "estimate") on a risk.",
    "見積りの開始を待っています。進行役がリスクの上で \(key: "estimate") を押すと始まります。")
  static let next = Words("Waiting for the next round.", "次の回を待っています。")
  static let isCast = Words("Your estimate is in, sealed.", "見積りを封印して提出しました。")
  static let canChange = Words(
    "Yours is in; you may cast anew.", "提出済（開示まで出し直せます）")
  static let typeNow = Words("Type two digits, then Enter.", "2桁を入力し、Enter で提出します。")
  static let twoDigits = Words("Two digits first: likelihood, then consequence.", "起こりやすさ、結果の順に2桁を入力してください。")
  static let forWhom = Words("For which organisation do you take part?", "どの組織として参加しますか？")

  static let cardHints: [(String, Words)] = [
    ("1-9", Words("two digits", "2桁")), ("Enter", Words("cast", "提出")), ("Tab", Words("show / hide", "表示")),
    ("Backspace", Words("one back", "一つ戻す")), ("q", Words("quit", "終了")),
  ]
  static let chooseHints: [(String, Words)] = [
    ("Enter", Words("take part", "参加")), ("↑ ↓", Words("choose", "選択")), ("q", Words("quit", "終了")),
  ]
  static let waitHints: [(String, Words)] = [("q", Words("quit", "終了"))]
}
