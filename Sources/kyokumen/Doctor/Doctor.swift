import Canvas
import Domain
import Terminal
import Themes

/// Looks at the terminal, the environment and the program's folders, and says what to do.
struct Doctor {
  let surroundings: Surroundings
  let facts: TerminalFacts

  /// Everything looked at, in the order of reading.
  func symptoms() -> [Symptom] {
    var all = [terminal, locale]
    if facts.refusal == nil { all += [colours, ground, width, synchronization, clipboard, escape] }
    all += [theme] + ownThemes + [configuration, keys, state, editor]
    return all
  }

  var environment: [String: String] { surroundings.environment }

  /// A variable that is set and not empty.
  func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  private var multiplexer: String? {
    variable("TMUX") != nil ? "tmux" : variable("STY") != nil ? "screen" : nil
  }

  private var terminal: Symptom {
    let title = Words("terminal", "端末")
    let name = variable("TERM") ?? "-"
    if let refusal = facts.refusal {
      let isOutside = refusal == .notATerminal
      return Symptom(
        "terminal", title, isOutside ? .note : .problem, Words("TERM=\(name)", "TERM=\(name)"),
        isOutside ? Self.callInTerminal : refusal.words)
    }
    let said = facts.answers.name.map { " (\($0))" } ?? ""
    let size = facts.size.map { " \($0.columns)x\($0.rows)" } ?? ""
    let inside = multiplexer.map { Words(" in \($0)", " \($0) の中") } ?? Words("", "")
    let far = variable("SSH_CONNECTION") == nil ? Words("", "") : Words(" over ssh", " ssh 経由")
    let found = Words(
      name + said + size + inside.en + far.en, name + said + size + inside.ja + far.ja)
    let isSmall = facts.size.map { $0.columns < 80 || $0.rows < 24 } ?? false
    return Symptom(
      "terminal", title, isSmall ? .note : .ok, found,
      isSmall ? Words("make the window 80x24 or larger", "画面を 80x24 以上にしてください") : nil)
  }

  private static let callInTerminal = Words(
    "standard input or output is no terminal; call it in one to have it asked about colours and widths",
    "標準入出力が端末ではありません。色や文字幅を調べるには端末で実行してください")

  private var locale: Symptom {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first ?? "C"
    let language = Words("words in English", "表示は日本語")
    return Symptom(
      "locale", Words("locale", "ロケール"), facts.isLocaleSubstituted ? .note : .ok,
      Words("\(name), \(language.en)", "\(name)、\(language.ja)"),
      facts.isLocaleSubstituted ? Self.localeAdvice(name) : nil)
  }

  /// A name that says UTF-8 and does not serve is that of a locale which is not installed.
  static func localeAdvice(_ name: String) -> Words {
    let isUTF8 = name.lowercased().replacing("-", with: "").contains("utf8")
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-@".contains($0)) }
    guard isUTF8, isPlain else {
      return Words(
        "it is not UTF-8, C.UTF-8 is used instead; set LANG to a UTF-8 locale such as C.UTF-8",
        "UTF-8 ではないため C.UTF-8 を使います。LANG を ja_JP.UTF-8 などに設定してください")
    }
    let command =
      "sudo apt-get install locales && echo '\(name) UTF-8' | sudo tee -a /etc/locale.gen && sudo locale-gen"
    return Words(
      "it is not installed, C.UTF-8 is used instead; on Debian: \(command)",
      "このロケールは導入されていないため、C.UTF-8 を使います。Debian では次のコマンドで導入できます: \(command)")
  }

  private var theme: Symptom {
    let title = Words("theme", "テーマ")
    let choice = surroundings.themeChoice
    let depth = facts.depth ?? .truecolor
    let (name, why) = choice.name(depth: depth, answers: facts.answers)
    do {
      _ = try choice.theme(depth: depth, answers: facts.answers)
    } catch {
      return Symptom("theme", title, .problem, Words(name, name), Failure(error).words)
    }
    let reason = why.words
    return Symptom("theme", title, .ok, Words("\(name): \(reason.en)", "\(name)（\(reason.ja)）"))
  }

  private var ownThemes: [Symptom] {
    let library = surroundings.themeChoice.library
    return library.names.compactMap { name in
      guard let path = library.path(of: name) else { return nil }
      let title = Words("own theme", "自作テーマ")
      do {
        _ = try library.theme(named: name)
        return Symptom("theme." + name, title, .ok, Words(path, path))
      } catch {
        return Symptom("theme." + name, title, .problem, Words(path, path), Failure(error).words)
      }
    }
  }
}

extension ThemeChoice.Reason {
  /// Why a theme is shown.
  fileprivate var words: Words {
    switch self {
    case .asked: Words("you asked for it", "指定による")
    case .noColour: Words("there are no colours", "色がないため")
    case .lightGround: Words("the ground is light", "背景が明るいため")
    case .usual: Words("the usual one", "標準")
    }
  }
}
