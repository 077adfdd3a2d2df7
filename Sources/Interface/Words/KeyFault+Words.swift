import Canvas
package import Domain

extension KeyFault {
  /// As the file has them; what is at one place by its sentence, so that it is the same each time.
  var order: (Int, Int, String) { (place.line, place.column, words.en) }

  /// What is wrong, and what to do; the place stands before it where the file is known.
  package var words: Words {
    switch problem {
    case .unknownAction(let name, let like):
      let near = like.joined(separator: ", ")
      return Words(
        "there is no action “\(name)”" + (near.isEmpty ? "" : "; like it: \(near)")
          + "; `kyokumen keys` lists all",
        "操作「\(name)」はありません。" + (near.isEmpty ? "" : "近い名前: \(near)。") + "一覧は `kyokumen keys`")
    case .unknownKey(let text):
      return Words(
        "no key is called “\(text)”: write one character, or Space, Tab, F5, PgUp, Ctrl-R, Alt-x",
        "「\(text)」というキーはありません。1文字、又は Space、Tab、F5、PgUp、Ctrl-R、Alt-x のように書いてください")
    case .fixedKey(let key):
      return Words(
        "\(key.name) always does the same, so that there is a way out: choose another key",
        "\(key.name) は常に同じ働きをするため割り当てられません。別のキーを選んでください")
    case .sameInTerminal(let text, let key):
      return Words(
        "terminals send the same for \(text) and \(key.name): choose another key",
        "端末では \(text) と \(key.name) を区別できません。別のキーを選んでください")
    case .saidTwice(let id, let line):
      return Words(
        "\(Self.name(id).en) has its keys from line \(line) already: write all keys there, as [a, b]",
        "\(Self.name(id).ja)のキーは\(line)行目で指定済みです。そこに [a, b] のようにまとめて書いてください")
    case .conflict(let key, let one, let other, let screens):
      return Self.conflict(key, one, other, screens)
    case .outOfReach(let id, let screens):
      let at = Self.place(screens)
      return Words(
        "\(Self.name(id).en) would have no key left\(at.en): what finds everything else keeps one",
        "\(at.ja)\(Self.name(id).ja)のキーがなくなります。他の操作を探す操作には必ずキーが要ります")
    }
  }

  private static func conflict(_ key: Key, _ one: Claim, _ other: Claim, _ screens: [ScreenID]?) -> Words {
    let at = place(screens)
    return Words(
      "\(key.name) would mean both \(claim(one).en) and \(claim(other).en)\(at.en): "
        + "give one of them another key",
      "\(key.name) が\(at.ja)\(claim(one).ja)と\(claim(other).ja)の両方に割り当てられています。どちらかを別のキーにしてください")
  }

  private static func claim(_ claim: Claim) -> Words {
    let (en, ja) =
      claim.line.map { (", line \($0)", "、\($0)行目") } ?? (", its usual key", "、標準のキー")
    return name(claim.action, Words(en, ja))
  }

  /// An action by its name in words and its name for files, with a remark.
  static func name(_ id: String, _ remark: Words = Words("", "")) -> Words {
    let words = ActionRegistry.action(named: id)?.words ?? Words(id, id)
    return Words("“\(words.en)” (\(id)\(remark.en))", "「\(words.ja)」（\(id)\(remark.ja)）")
  }

  static func place(_ screens: [ScreenID]?) -> Words {
    guard let screens else { return Words("", "") }
    let names = screens.map(\.rawValue).joined(separator: ", ")
    return Words(" on \(names)", "画面 \(names) で")
  }
}

extension KeyShadow {
  /// What is hidden where; no reproach.
  package var words: Words {
    let (mine, hidden, at) = (KeyFault.name(own), KeyFault.name(everywhere), KeyFault.place(screens))
    return Words(
      "\(key.name) is \(mine.en)\(at.en), and \(hidden.en) elsewhere",
      "\(key.name) は\(at.ja)\(mine.ja)、他の画面では\(hidden.ja)です")
  }
}
