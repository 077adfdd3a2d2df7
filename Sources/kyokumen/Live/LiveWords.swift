import Domain

/// What the live program says of its surroundings.
enum LiveWords {
  static let localeSubstituted = Words(
    "The locale is not UTF-8 or not installed; C.UTF-8 is used (see kyokumen doctor).",
    "ロケールが UTF-8 でないか導入されていないため、C.UTF-8 を使います（kyokumen doctor を参照）。")
  static let draftRestored = Words(
    "What you typed last time and did not save is back.", "前回入力して保存していない内容を復元しました。")
  static let tooLongToCopy = Words(
    "Too long for the terminal's clipboard.", "長すぎて端末のクリップボードに入りません。")
  static let noEditor = Words(
    "An editor needs a terminal; type the text in the form (edit).", "エディタには端末が必要です。フォーム（edit）で入力してください。")
  static let mouseOn = Words("Mouse on: Shift selects text.", "マウスを有効にしました（文字の選択は Shift を押しながら）。")
  static let mouseOff = Words("Mouse off.", "マウスを無効にしました。")

  static func themeReadAgain(_ name: String) -> Words {
    Words("The theme \(name) was read again.", "テーマ \(name) を読み直しました。")
  }

  static func themeChosen(_ name: String) -> Words {
    Words(
      "The theme is \(name) until you leave; for always write theme: \(name) in config.yaml.",
      "テーマを \(name) にしました（終了まで）。常に使うには config.yaml に theme: \(name) と書いてください。")
  }

  static func draftHomeless(_ path: String) -> Words {
    Words(
      "Text of last time was not saved and cannot be put back in its place; it is kept in \(path).",
      "前回の未保存の入力を元の画面に戻せません。\(path) に残しています。")
  }

  static func notKept(_ reason: String, _ folder: String) -> Words {
    Words(
      "Unsaved text cannot be kept for the next time (\(reason): \(folder)); save it before you leave.",
      "保存していない入力を次回のために控えられません（\(SystemReason.japanese(reason))：\(folder)）。終了する前に保存してください。")
  }

  static func reportWritten(_ path: String, kilobytes: Int) -> Words {
    Words("Written to \(path) (\(kilobytes) kB).", "\(path) に書き出しました（\(kilobytes) kB）。")
  }

  static func writingReport(_ path: String) -> Words {
    Words("Writing \(path)", "\(path) を書き出しています")
  }

  static let reportStopped = Words("Stopped; nothing was written.", "中止しました。ファイルは書き出していません。")
  static let stillWriting = Words(
    "Another report is being written; wait until it is done.", "別の報告書を書き出しています。終わってからもう一度行ってください。")

  static func wholeWorkspace(_ path: String) -> Words {
    Words(
      "\(path) is a workspace of its own: kyokumen import NEW.kyokumen \(path) makes a file of it.",
      "\(path) は一つのワークスペースです。kyokumen import 新しいファイル.kyokumen \(path) でファイルにしてください。")
  }

  static func noteWritten(_ path: String) -> Words {
    Words("Noted in \(path), and nowhere else.", "\(path) にだけ書きました。")
  }

  static func savedAs(_ path: String) -> Words {
    Words("Saved as \(path).", "\(path) に保存しました。")
  }
}
