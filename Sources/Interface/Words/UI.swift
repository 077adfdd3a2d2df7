package import Domain

/// The program's own words on screen, both languages side by side.
package enum UI {
  package static let programName = Words("Kyokumen", "局面")
  package static let saved = Words("saved", "保存済")
  package static let demo = Words("demo", "デモ")
  package static let demoChanged = Words("demo, changed", "デモ（変更あり）")
  static func replaceFile(_ path: String) -> Words {
    Words("\(path) exists. Replace it?", "\(path) は既にあります。置き換えますか？")
  }

  package static let auditing = Words("AUDIT: READ-ONLY", "監査中・読み取り専用")
  package static let readOnly = Words("READ-ONLY", "読み取り専用")
  package static let nothingChanges = Words(
    "This is read-only: nothing can be changed here.", "読み取り専用のため変更できません。")
  package static let allParties = Words("all parties", "全組織")
  static let partyHint = Words("\(key: "party"): next party", "\(key: "party"): 次の組織")
  package static let detail = Words("Detail", "詳細")
  package static let gate = Words("Gate of phase", "合意条件 局面")
  package static let nextThings = Words("What to do next", "次にすること")
  package static let gateOpen = Words("Nothing stands in the way.", "妨げるものはありません。")
  package static let pointedAtBy = Words("Linked from", "参照元")
  package static let tooSmall = Words(
    "The terminal is too small: 40 × 10 at least, 80 × 24 to work.",
    "端末が小さすぎます。最低 40×10、作業には 80×24 が必要です。")
  package static let pressAgainToQuit = Words(
    "Press Ctrl-C again to quit.", "終了するにはもう一度 Ctrl-C を押してください。")
  package static let inputMethodIsOn = Words(
    "That key does nothing here; is the input method on? Press \(key: "help") for the keys.",
    "そのキーに操作はありません。日本語入力がオンではありませんか。\(key: "help") でキー一覧。")
  package static let changedElsewhere = Words("Changed from another terminal.", "別の端末で変更されました。")
  package static let trailEnds = Words("The trail ends here.", "これより先の閲覧履歴はありません。")
  package static let notOnThisScreen = Words(
    "The record is not on this screen.", "この画面にその記録はありません。")
  package static let nothingChosen = Words("Put the cursor on a record first.", "先に記録を選んでください。")
  static let recordGone = Words("This record was removed.", "この記録は削除されています。")
  package static let nothingIsMadeHere = Words("Nothing is made on this screen.", "この画面では作成できません。")
  package static let choosePartyFirst = Words(
    "Choose a party with \(key: "party") first.", "先に \(key: "party") で組織を選んでください。")
  package static let discardTyped = Words("Discard what was typed?", "入力した内容を破棄しますか？")
  static let asAbove = Words("as above", "同上")
  static let nothingToKeep = Words(
    "Nothing to keep: party, parent, owner, due and tags of a line stay for the next.",
    "残すものがありません。組織・上位・担当・期限・タグを書いた行で押すと、次の行でも同じになります。")
  package static let deleteRecord = Words("Delete?", "削除しますか？")
  package static let deleteAndUnlink = Words(
    "Other records point here. Delete and unlink them?",
    "他の記録から参照されています。参照を外して削除しますか？")
  package static let yes = Words("yes", "はい")
  package static let no = Words("no", "いいえ")
  package static let noMatch = Words("no match", "見つかりません")
  package static let saveDemo = Words(
    "Save the changed demo? File name (empty: throw away)", "変更したデモを保存しますか？ ファイル名（空欄: 破棄）")
  package static let newRecord = Words("New", "新規")
  package static let edit = Words("Edit", "編集")
  package static let records = Words("records", "件")
  package static let help = Words("Keys", "キー一覧")
  package static let helpHere = Words("On this screen", "この画面")
  package static let helpEverywhere = Words("Everywhere", "どの画面でも")
  package static let command = Words("Commands", "コマンド")
  package static let noCommand = Words("No command of that name.", "その名前のコマンドはありません。")
  package static let noThemes = Words("Nothing is drawn here: there are no themes.", "画面を描かないため、テーマはありません。")
  package static let typeToFilter = Words("type to narrow down", "入力して絞り込み")
  static let notADay = Words("Write a date as 2027-03-31.", "日付は 2027-03-31 のように書いてください。")
  static let findField = Words("Field:", "欄:")
  package static let requiredMark = Words("* needed for the gate", "* 合意条件に必要")
}
