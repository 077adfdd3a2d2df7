import Domain

/// The words of blind estimates.
enum EstimateWords {
  static let likelihood = Words("Likelihood", "起こりやすさ")
  static let consequence = Words("Consequence", "結果")
  static let cast = Words("has cast", "提出済")
  static let waiting = Words("not yet", "未提出")
  static let noEstimate = Words("no estimate", "見積りなし")
  static let farOut = Words("far out", "外れ値")
  static let open = Words("open", "受付中")
  static let revealed = Words("revealed", "開示済")
  static let median = Words("median", "中央値")
  static let perCell = Words("How many chose each cell", "セルごとの人数")
  static let halfPair = Words(
    "one digit alone: a card has two, likelihood and consequence", "数字が1つだけです。カードは起こりやすさと結果の2桁です")
  static let unseen = Words("Typed unseen; the digits show as marks only.", "入力した数字は画面に表示されません。")
  static let nobodyFarOut = Words(
    "Nobody is 2 steps or more off the median.", "中央値から2段階以上離れた人はいません。")
  static let farOutRule = Words("2 steps or more off the median", "中央値から2段階以上")
  static let sealedNote = Words(
    "Sealed until the reveal: log, search and export only tell that it was cast. No secret from someone with sqlite3.",
    "開示まで封印。変更履歴・検索・書き出しにも提出の事実だけが残ります（sqlite3 でファイルを直接開く人には隠せません）。")
  static let cardsTitle = Words("Cards read out, in this order", "カードの読上げ（この順に入力）")
  static let noParticipants = Words(
    "Nobody is in the room yet: \(key: "estimate-participant") adds a participant; from their own terminals people come in by "
      + "kyokumen join FILE --as NAME.",
    "参加者がまだいません。\(key: "estimate-participant") で追加します。各自の端末からは kyokumen join ファイル --as 氏名 で参加できます。")
  static let noRound = Words(
    "No blind round yet. Put the cursor on a risk (\(key: "register") register, \(key: "matrix") matrix) and press \(key: "estimate").",
    "見積りはまだありません。リスク（\(key: "register") 登録簿、\(key: "matrix") マトリックス）にカーソルを置いて \(key: "estimate") を押してください。")
  static let nobodyCast = Words("Nobody has cast an estimate yet.", "まだ誰も見積りを出していません。")
  static let nothingToCast = Words("Type the cards first: two digits each.", "先にカードの数字を2桁ずつ入力してください。")
  static let whyNeeded = Words("Say why in a sentence.", "決定の理由を一文で書いてください。")
  static let revealFirst = Words(
    "Reveal the round first: \(key: "estimate-reveal").", "先に \(key: "estimate-reveal") で開示してください。")
  static let isRevealed = Words(
    "The round is revealed: nothing is cast any more. \(key: "estimate-again") opens the next round.",
    "開示済みのため提出できません。\(key: "estimate-again") で次の回を始められます。")
  static let stillOpen = Words(
    "This round is still open: reveal it first (\(key: "estimate-reveal")).",
    "この回はまだ開示されていません。先に \(key: "estimate-reveal") で開示してください。")
  static let isDecided = Words(
    "Decided already; \(key: "estimate-again") opens a new round.",
    "決定済みです。\(key: "estimate-again") で次の回を始められます。")
  static let noRiskHere = Words(
    "Put the cursor on a risk first; \(key: "estimate") then estimates it together.",
    "先にリスクの上にカーソルを置いてください。\(key: "estimate") で一緒に見積もれます。")

  static func offScale(_ axis: ScaleAxis, _ highest: Int) -> Words {
    let name = axis == .likelihood ? likelihood : consequence
    return Words("\(name.en.lowercased()) is 1 to \(highest)", "\(name.ja)は1〜\(highest)です")
  }

  static func noDigit(_ text: String) -> Words {
    Words("“\(text)” is no digit", "「\(text)」は数字ではありません")
  }

  static func tooMany(_ expected: Int) -> Words {
    Words(
      "more cards than people: \(expected) \(expected == 1 ? "is" : "are") expected",
      "カードが多すぎます。対象は\(expected)人です")
  }

  static func tooFew(_ names: [String]) -> Words {
    Words(
      "no card for \(names.joined(separator: ", ")); type - for who has none",
      "\(names.joined(separator: "、"))の分がありません。カードのない人は - を入力してください")
  }

  static func progress(_ cast: Int, _ of: Int) -> Words {
    Words("\(cast) of \(of) have cast", "\(of)人中 \(cast)人が提出済")
  }

  static func count(_ number: Int) -> Words {
    Words("\(number) \(number == 1 ? "estimate" : "estimates")", "見積り \(number)件")
  }
}
