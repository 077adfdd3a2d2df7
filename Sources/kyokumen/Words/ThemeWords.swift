import Canvas
import Domain
import Themes

/// What is said of themes.
enum ThemeWords {
  static let sound = Words(
    "sound: every word can be read, every risk level told apart", "問題ありません。全ての文字が読め、リスクレベルを区別できます")

  static let usable = Words(
    "can be used; what the terminal's own sixteen colours look like, nobody can measure",
    "使えます。端末に設定した 16 色の見え方は測定できません")

  /// What a shipped theme is for; empty for others.
  static func about(_ name: String) -> Words {
    switch name {
    case "default-dark": Words("for dark terminals; the usual one", "暗い背景の端末用（標準）")
    case "default-light": Words("for light terminals; taken by itself there", "明るい背景の端末用（自動で選ばれる）")
    case "terminal-16": Words("only the terminal's own sixteen colours", "端末に設定した 16 色だけを使う")
    case "high-contrast-dark": Words("white on black, words at 7:1", "黒地に白、文字のコントラスト 7:1 以上")
    case "high-contrast-light": Words("black on white, words at 7:1", "白地に黒、文字のコントラスト 7:1 以上")
    case "deuteranopia": Words("blue and yellow, for red-green blindness", "青と黄で区別（赤緑の色覚特性に配慮）")
    case "tritanopia": Words("teal and red, for blue-yellow blindness", "青緑と赤で区別（青黄の色覚特性に配慮）")
    case "projector": Words("black on white, for a room and a beamer", "白地に黒、プロジェクタ用")
    case "mono": Words("no colour; taken by itself under NO_COLOR", "色なし（NO_COLOR で自動で選ばれる）")
    case "ascii": Words("sixteen colours and ASCII marks", "16 色と ASCII の記号だけ")
    default: Words("", "")
    }
  }
}

extension ThemeReport.Finding {
  /// What should be mended, with the measure, and where it is so only in 256 colours.
  var words: Words {
    let words = problem.words
    guard depth == .indexed256 else { return words }
    return Words(words.en + " (in 256 colours)", words.ja + "（256 色の端末で）")
  }
}

extension ThemeReport.Finding.Problem {
  /// What should be mended, with the measure.
  var words: Words {
    switch self {
    case .faint(let faint):
      let (role, ground) = (faint.role.name, faint.ground.name)
      let (is_, needed) = (Self.ratio(faint.ratio), Self.ratio(ThemeJudge.enoughContrast))
      return Words(
        "\(role) on \(ground) has a contrast of \(is_); \(needed) is needed",
        "\(ground) の上の \(role) のコントラストは \(is_) です。\(needed) 以上が必要です")
    case .alike(let alike):
      let (lower, higher) = (alike.lower.name, alike.higher.name)
      let (is_, needed) = (Self.tenths(alike.difference), Self.tenths(ThemeJudge.enoughDifference))
      let whose = alike.vision.words
      return Words(
        "\(lower) and \(higher) differ by \(is_) \(whose.en); \(needed) is needed",
        "\(lower) と \(higher) の色差は\(whose.ja) \(is_) です。\(needed) 以上が必要です")
    case .unusedColour(let name):
      return Words("the colour “\(name)” is not used", "色「\(name)」は使われていません")
    }
  }

  private static func ratio(_ value: Double) -> String { tenths(value) + ":1" }

  /// Cut, not rounded: 4.49 must not read as enough.
  private static func tenths(_ value: Double) -> String {
    let whole = Int(value * 10)
    return "\(whole / 10).\(whole % 10)"
  }
}

extension ColourVision {
  /// To whose eyes.
  fileprivate var words: Words {
    switch self {
    case .usual: Words("to most eyes", "一般の色覚で")
    case .protanopia: Words("under protanopia", "1型色覚で")
    case .deuteranopia: Words("under deuteranopia", "2型色覚で")
    case .tritanopia: Words("under tritanopia", "3型色覚で")
    }
  }
}
