import Catalogues
import Domain
import Exchange
import Terminal
import Themes

extension NewWorkspaceError {
  /// What does not fit and what would.
  var words: Words {
    switch self {
    case .noTitle:
      Words("--title: is empty; say what the assessment is called", "--title: 空です。アセスメントの表題を書いてください")
    case .cloudNeeds(let role):
      Words(
        "scope cloud needs a provider and its customer; add --party \(role.rawValue):NAME",
        "対象範囲 cloud には提供者とその顧客が必要です。--party \(role.rawValue):名称 を付けてください")
    case .noParties:
      Words("no party given; add --party ROLE:NAME", "組織が指定されていません。--party 役割:名称 を付けてください")
    case .emptyName(let role):
      Words(
        "--party \(role.rawValue): has no name; write \(role.rawValue):NAME",
        "--party \(role.rawValue): 名称がありません。\(role.rawValue):名称 と書いてください")
    case .wrongRole(let role, let scope):
      Words(
        "--party \(role.rawValue): does not occur in scope \(ScopeName(scope).rawValue); it takes \(Self.roles(scope))",
        "--party \(role.rawValue): 対象範囲 \(ScopeName(scope).rawValue) にはない役割です。使えるのは \(Self.roles(scope))")
    case .tooManyParties(let count):
      Words(
        "a single organisation is one, not \(count); choose --scope cloud or cyberspace",
        "単一組織に \(count) 組織は指定できません。--scope cloud 又は cyberspace を選んでください")
    case .unknownParty(let key):
      Words(
        "--agreement: there is no party \(key); keys are csc, csp, csp2 … in the order given",
        "--agreement: 組織 \(key) はありません。略号は指定順に csc、csp、csp2 … です")
    case .agreementWithItself(let key):
      Words(
        "--agreement: \(key) cannot agree with itself; name two parties",
        "--agreement: \(key) 同士の合意はできません。二つの組織を指定してください")
    case .agreementOutsideCloud(let scope):
      Words(
        "--agreement: belongs to scope cloud, not \(ScopeName(scope).rawValue); leave it out",
        "--agreement: 対象範囲 cloud だけの指定です（\(ScopeName(scope).rawValue) では不要）")
    case .unknownCatalogue(let key):
      Words(
        "--catalogue: there is no catalogue \(key); known: \(Self.catalogues)",
        "--catalogue: カタログ \(key) はありません。使えるもの: \(Self.catalogues)")
    }
  }

  private static func roles(_ scope: Scope) -> String {
    EntrantRole.allCases.filter { $0.scope == scope }.map(\.rawValue).joined(separator: ", ")
  }

  private static var catalogues: String {
    [CatalogueKey.annexA, CatalogueKey.edition2013, CatalogueKey.cloud, CatalogueKey.cybersecurityFramework]
      .joined(separator: ", ")
  }
}

extension SessionError {
  /// Why no interface is shown, and what serves instead.
  var words: Words {
    switch self {
    case .notATerminal:
      Words(
        "the interface needs a terminal on standard input and output; line by line it works anywhere: --plain",
        "画面表示には端末が必要です（標準入出力が端末ではありません）。--plain を付けると行単位でどこでも使えます")
    case .unknownTerminal(let name):
      Words(
        "the terminal type “\(name)” is not known here; set TERM, for instance to xterm-256color, or add --plain",
        "端末の種類「\(name)」が分かりません。TERM を xterm-256color などに設定するか、--plain を付けてください")
    case .dumbTerminal(let name):
      Words(
        "a terminal of type “\(name)” cannot place its cursor; line by line it works here too: --plain",
        "端末の種類「\(name)」ではカーソルを動かせません。--plain を付けると行単位で使えます")
    case .noUnicodeLocale:
      Words(
        "no UTF-8 locale is installed; set LANG to C.UTF-8 or install one",
        "UTF-8 のロケールがありません。LANG を C.UTF-8 にするか、ロケールを導入してください")
    }
  }
}

extension ThemeError {
  /// Where the theme is wrong first and how, and how to learn of the rest.
  var briefWords: Words {
    guard !others.isEmpty else { return words }
    let count = others.count
    return Words(
      "\(words.en) (\(count) more; `kyokumen theme check` tells all)",
      "\(words.ja)（他 \(count) 件。`kyokumen theme check` で全て示します）")
  }

  /// Where the theme is wrong and how.
  var words: Words {
    let (place, message) = (place.description, messageWords)
    return Words("\(place): \(message.en)", "\(place): \(message.ja)")
  }

  /// How it is wrong.
  var messageWords: Words {
    let whose = role.map { problem == .unknownRole($0) ? "" : " (\($0))" } ?? ""
    return Words(problem.words.en + whose, problem.words.ja + whose)
  }
}

extension ThemeError.Problem {
  fileprivate var words: Words {
    switch self {
    case .unreadable: Words("the theme file cannot be read", "テーマのファイルを読めません")
    case .tooLong: Words("this is too long for a theme", "テーマのファイルとしては長すぎます")
    case .notYAML(let text): Words("not YAML: \(text)", "YAML として読めません: \(text)")
    case .unknownKey(let key, let allowed): Self.unknown("key", "キー", key, allowed)
    case .unknownRole(let name): Self.unknown("role", "役割", name, [])
    case .unknownGlyph(let name): Self.unknown("glyph", "記号", name, [])
    case .unknownGlyphSet(let name, let allowed): Self.unknown("glyph set", "記号の組", name, allowed)
    case .unknownColour(let name): Self.unknown("colour", "色", name, [])
    case .unknownAttribute(let name, let allowed): Self.unknown("attribute", "属性", name, allowed)
    case .misplacedWord(let word): Words("“\(word)” cannot stand there", "「\(word)」はここに書けません")
    case .notOneCell(let glyph, let text):
      Words("\(glyph): “\(text)” is not one narrow character", "\(glyph): 「\(text)」は半角1文字ではありません")
    case .wrongShape(let wanted):
      switch wanted {
      case .mapping: Words("a mapping is wanted here", "ここにはキーと値の組が必要です")
      case .text: Words("a text is wanted here", "ここには文字列が必要です")
      case .yesOrNo: Words("true or false is wanted here", "ここには true か false が必要です")
      case .depth: Words("16, 256 or all is wanted here", "ここには 16、256、all のいずれかが必要です")
      case .paletteIndex: Words("a number from 16 to 255 is wanted here", "ここには 16〜255 の数が必要です")
      }
    case .missing(let key): Words("“\(key)” is missing", "「\(key)」がありません")
    case .unknownTheme(let name, let known): Self.unknown("theme", "テーマ", name, known)
    case .circularInheritance(let names):
      Words(
        "inherits itself: " + names.joined(separator: " > "), "継承が循環しています: " + names.joined(separator: " > "))
    }
  }

  private static func unknown(_ en: String, _ ja: String, _ name: String, _ known: [String]) -> Words {
    let list = known.joined(separator: ", ")
    return known.isEmpty
      ? Words("there is no \(en) “\(name)”", "\(ja)「\(name)」はありません")
      : Words("there is no \(en) “\(name)”; there are \(list)", "\(ja)「\(name)」はありません。使えるもの: \(list)")
  }
}

extension JSONFault {
  /// What is wrong with the document; the place stands before it where the file is known.
  var words: Words {
    let at = path.isEmpty ? "" : "\(path): "
    let (en, ja) = (why.words.en, why.words.ja)
    return Words(at + en, at + ja)
  }
}

extension JSONFault.Why {
  fileprivate var words: Words {
    switch self {
    case .syntax: Words("this is not JSON from here on", "ここから JSON として読めません")
    case .notAWorkspace: Words("is no workspace as JSON", "局面のデータ（JSON）ではありません")
    case .newerVersion(let version):
      Words(
        "was written by a newer Kyokumen (version \(version)); update the program",
        "新しい版の局面で書かれています（版 \(version)）。プログラムを更新してください")
    case .missing(let key): Words("“\(key)” is missing", "「\(key)」がありません")
    case .unknown(let name): Words("“\(name)” is not known", "「\(name)」は分かりません")
    case .wrongValue: Words("this value cannot stand here", "この値はここに書けません")
    case .duplicate(let name): Words("“\(name)” occurs twice", "「\(name)」が重複しています")
    case .danglingReference(let id): Words("leads to no record: \(id)", "参照先の記録がありません: \(id)")
    case .circle(let id): Words("stands above itself: \(id)", "上位をたどると自身に戻ります: \(id)")
    case .digest: Words("the digest of this entry does not fit", "この項目のダイジェストが一致しません")
    }
  }
}
