import Canvas
import Domain
import Foundation
import Interface

/// Every action with its keys: as a keys file in which what is usual stands behind `#`, or as JSON.
struct KeysList {
  let keymap: Keymap
  let language: Language

  var text: String {
    let head = Words(
      "# ACTION: KEYS as they are; take the # away and change the keys, see kyokumen-keys(5).\n"
        + "# Keys inside forms, lists and questions are everybody's and are not listed.",
      "# 操作: キー（現在の割当て）。# を外してキーを書き換える。詳しくは kyokumen-keys(5)。\n"
        + "# フォーム、一覧、質問の中のキーは共通で、ここにはない。")
    let everywhere = ActionRegistry.actions.filter { $0.screens == nil }
    let parts =
      [block(Words("everywhere", "どの画面でも")[language], everywhere)]
      + Screens.all.map(\.id).compactMap { screen in
        let own = ActionRegistry.actions.filter { $0.screens?.first == screen }
        return own.isEmpty ? nil : block(screen.rawValue, own)
      }
    return head[language] + "\n\n" + parts.joined(separator: "\n")
  }

  private func block(_ title: String, _ actions: [Action]) -> String {
    "# " + title + "\n" + actions.map(line).joined()
  }

  private func line(_ action: Action) -> String {
    let keys = keymap.keys(of: action).map(Self.quoted)
    let value = keys.count == 1 ? keys[0] : "[" + keys.joined(separator: ", ") + "]"
    let entry = (keymap.isChanged(action) ? "" : "# ") + action.id + ": " + value
    let more = action.screens.map { $0.dropFirst().map(\.rawValue) } ?? []
    let also = more.isEmpty ? "" : " (" + more.joined(separator: ", ") + ")"
    return entry.padding(toLength: max(40, entry.count + 1), withPad: " ", startingAt: 0)
      + "# " + action.words[language] + also + "\n"
  }

  /// Letters and names stand as they are, whatever YAML could read otherwise in quotes.
  private static func quoted(_ key: Key) -> String {
    let name = key.name
    let isPlain =
      name.allSatisfy { $0.isLetter || $0 == "-" || $0.isNumber } && !name.allSatisfy(\.isNumber)
      && !["y", "Y", "n", "N", "-"].contains(name)
    if isPlain { return name }
    return name == "\"" || name == "\\" ? "'\(name)'" : "\"\(name)\""
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let items = ActionRegistry.actions.map { action in
      Item(
        action: action.id, keys: keymap.keys(of: action).map(\.name), usual: action.keys.map(\.name),
        screens: action.screens?.map(\.rawValue), en: action.words.en, ja: action.words.ja)
    }
    return String(decoding: try encoder.encode(items), as: UTF8.self) + "\n"
  }

  private struct Item: Encodable {
    let action: String
    let keys: [String]
    let usual: [String]
    let screens: [String]?
    let en: String
    let ja: String
  }
}
