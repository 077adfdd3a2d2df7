import Canvas
import Domain
import Interface
import Terminal

extension Doctor {
  private static let wishes = "config.yaml"

  var colours: Symptom {
    let title = Words("colours", "色")
    let count = facts.colours ?? 0
    let found: Words
    switch facts.depth ?? .mono {
    case .truecolor: found = Words("24 bit", "24 ビット")
    case .indexed256: found = Words("256", "256 色")
    case .ansi16: found = Words("\(count)", "\(count) 色")
    case .mono: found = Words("none", "なし")
    }
    if variable("NO_COLOR") != nil {
      let words = Words("none, since NO_COLOR is set", "なし（NO_COLOR の設定による）")
      return Symptom("colours", title, .ok, words)
    }
    let isDirectHidden = ["truecolor", "24bit"].contains(variable("COLORTERM")) && facts.depth != .truecolor
    let name = variable("TMUX") == nil ? "xterm-direct" : "tmux-direct"
    return Symptom(
      "colours", title, facts.depth == .mono ? .note : .ok, found,
      isDirectHidden
        ? Words(
          "the terminal can do 24 bit, but its entry TERM does not say so; TERM=\(name) does (package ncurses-term)",
          "端末は 24 ビット色に対応していますが、TERM の項目にありません。TERM=\(name) で使えます（ncurses-term パッケージ）") : nil)
  }

  var ground: Symptom {
    let (isLight, source) = surroundings.themeChoice.isLight(facts.answers)
    let tone = isLight ? Words("light", "明るい") : Words("dark", "暗い")
    let colour = facts.answers.background.map { " " + $0.hex } ?? ""
    let from: Words
    switch source {
    case .wish: from = Words("by \(Self.wishes)", "\(Self.wishes) の指定")
    case .answer: from = Words("the terminal says", "端末の応答")
    case .variable: from = Words("by COLORFGBG", "COLORFGBG による")
    case .nowhere: from = Words("assumed", "推定")
    }
    let isGuess = source == .nowhere
    let isFollowed = facts.answers.canTellTurns == true && source == .answer
    let turns = isFollowed ? Words(" and when it changes", "、変化にも追随") : Words("", "")
    return Symptom(
      "background", Words("background", "背景"), isGuess ? .note : .ok,
      Words("\(tone.en)\(colour), \(from.en)\(turns.en)", "\(tone.ja)\(colour)（\(from.ja)\(turns.ja)）"),
      isGuess
        ? Words(
          "the terminal does not tell; on a light one write `terminal: { background: light }` in config.yaml",
          "端末の応答がありません。明るい背景なら config.yaml に `terminal: { background: light }` と書いてください")
        : nil)
  }

  var width: Symptom {
    let title = Words("ambiguous width", "曖昧な文字幅")
    let needsASCII = surroundings.themeChoice.needsASCII(facts.answers)
    let marks = needsASCII ? Words("ASCII marks", "記号は ASCII") : Words("the theme's marks", "記号はテーマのとおり")
    switch facts.answers.isAmbiguousWide {
    case true?:
      return Symptom(
        "width", title, .note, Words("2 cells, \(marks.en)", "2 桁（\(marks.ja)）"),
        Words(
          "set the terminal to draw ambiguous characters narrow to have lines and signs",
          "罫線や記号を使うには、端末の設定で曖昧な幅の文字を半角にしてください"))
    case false?: return Symptom("width", title, .ok, Words("1 cell, \(marks.en)", "1 桁（\(marks.ja)）"))
    case nil:
      return Symptom(
        "width", title, .note, Words("unknown, \(marks.en)", "不明（\(marks.ja)）"),
        Words(
          "where borders are ragged, write `terminal: { ambiguous: wide }` in config.yaml",
          "罫線がずれるなら config.yaml に `terminal: { ambiguous: wide }` と書いてください"))
    }
  }

  var synchronization: Symptom {
    let title = Words("frames", "画面の更新")
    if let wish = surroundings.themeChoice.wishes.isSynchronized {
      let words =
        wish
        ? Words("on, by config.yaml", "有効（config.yaml の指定）")
        : Words("off, by config.yaml", "無効（config.yaml の指定）")
      return Symptom("synchronized", title, .ok, words)
    }
    return facts.answers.canSynchronize == true
      ? Symptom("synchronized", title, .ok, Words("shown whole (synchronized output)", "一括（同期出力に対応）"))
      : Symptom(
        "synchronized", title, .ok,
        Words("shown line by line, no synchronized output here", "行ごと（この端末は同期出力に非対応）"))
  }

  var clipboard: Symptom {
    let title = Words("clipboard", "クリップボード")
    guard variable("TMUX") != nil else { return Symptom("clipboard", title, .ok, Words("OSC 52", "OSC 52")) }
    return Symptom(
      "clipboard", title, .ok, Words("OSC 52, through tmux", "OSC 52（tmux 経由）"),
      Words(
        "if \(key: "copy-row") copies nothing, write `set -g set-clipboard on` in tmux.conf",
        "\(key: "copy-row") で写せないときは tmux.conf に `set -g set-clipboard on` と書いてください"))
  }

  var escape: Symptom {
    let title = Words("Esc key", "Esc キー")
    let delay = Session.escapeDelay(environment)
    let isSlow = delay > 100
    return Symptom(
      "escape", title, isSlow ? .note : .ok, Words("waits \(delay) ms", "待ち時間 \(delay) ミリ秒"),
      isSlow
        ? Words("set ESCDELAY to 25 unless the line is slow", "回線が遅くなければ ESCDELAY を 25 にしてください")
        : variable("TMUX").map { _ in
          Words(
            "if Esc is slow, write `set -sg escape-time 10` in tmux.conf",
            "Esc の反応が遅いときは tmux.conf に `set -sg escape-time 10` と書いてください")
        })
  }
}
