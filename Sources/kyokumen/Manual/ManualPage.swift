import ArgumentParser
import Domain
import Interface

/// The pages of the manual.
enum ManualPage: String, CaseIterable, ExpressibleByArgument {
  case kyokumen
  case theme = "kyokumen-theme"
  case keys = "kyokumen-keys"

  /// Its section of the manual: 1 for commands, 5 for files.
  var section: Int { self == .kyokumen ? 1 : 5 }

  /// Its file below a folder of manuals.
  func place(_ language: Language) -> String {
    (language == .japanese ? "ja/" : "") + "man\(section)/\(rawValue).\(section)"
  }

  func text(_ keymap: Keymap, _ language: Language) throws -> String {
    switch self {
    case .kyokumen: try ProgramPage(keymap: keymap, language: language).text()
    case .theme: ThemePage(language: language).text()
    case .keys: KeysPage(keymap: keymap, language: language).text()
    }
  }

  static let name = Words("Name", "名前")
  static let description = Words("Description", "説明")
  static let files = Words("Files", "ファイル")
  static let seeAlso = Words("See also", "関連項目")
  static let manual = Words("Kyokumen manual", "局面の手引")
}
