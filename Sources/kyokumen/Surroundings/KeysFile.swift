import Domain
import Interface
import Themes
import Yams

/// A person's own keys: `keys.yaml` of the configuration folder, or any file written like it.
struct KeysFile {
  let path: String

  /// What the file makes of the usual keys; no file is no mistake.
  ///
  /// - Throws: `Failure` that tells all that is wrong with it, a line each.
  func keymap() throws -> Keymap {
    guard FileText.exists(path) else { return .usual }
    let reader = try read()
    guard let keymap = reader.keymap else { throw refusal(reader.faults) }
    return keymap
  }

  private func refusal(_ faults: [KeyFault]) -> Failure {
    let sentences = sentences(faults)
    return Failure(
      .data,
      "the keys file cannot be used; mend it, or move it away to have the usual keys:\n\(sentences.en)",
      "キーのファイルを使えません。直すか、標準のキーに戻すにはファイルを移してください:\n\(sentences.ja)")
  }

  /// Reads and compares it, whatever comes of it.
  ///
  /// - Throws: `Failure` when it cannot be read or is no list of actions with keys.
  func read() throws -> KeymapReader {
    guard FileText.exists(path) else {
      throw Failure(.noFile, "\(path): there is no such file", "\(path): ファイルがありません")
    }
    guard let text = FileText.read(path) else {
      throw Failure(.inputOutput, "\(path): cannot be read", "\(path): 読めません")
    }
    return KeymapReader(try orders(in: text))
  }

  private func orders(in text: String) throws -> [KeyOrder] {
    let root: Node?
    do {
      root = try compose(yaml: text)
    } catch let error as YamlError {
      let place = error.place(in: path).description
      throw Failure(
        .data, "\(place): not YAML: \(error.explanation); signs such as ! or # stand in quotes",
        "\(place): YAML として読めません: \(error.explanation)。! や # などの記号は引用符で囲みます")
    }
    guard let root, !(root.scalar?.string.isEmpty ?? false) else { return [] }
    guard let mapping = root.mapping else { throw shape(root) }
    return try mapping.map { key, value in
      guard let name = key.scalar?.string else { throw shape(key) }
      let wishes = try value.sequence.map { try $0.map(wish) } ?? [try wish(value)]
      return KeyOrder(name, at: place(of: key), wishes)
    }
  }

  private func wish(_ node: Node) throws -> KeyOrder.Wish {
    guard let text = node.scalar?.string, !text.isEmpty else { throw shape(node) }
    return KeyOrder.Wish(text, at: place(of: node))
  }

  private func place(of node: Node) -> KeyOrder.Place {
    KeyOrder.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private func shape(_ node: Node) -> Failure {
    let place = place(of: node)
    return Failure(
      .data,
      "\(path):\(place.line):\(place.column): write ACTION: KEY, or ACTION: [KEY, KEY]; [] takes all keys away",
      "\(path):\(place.line):\(place.column): 「操作: キー」又は「操作: [キー, キー]」と書いてください（[] で全て外す）")
  }

  /// All faults, a line each, with their places.
  func sentences(_ faults: [KeyFault]) -> Words {
    func lines(_ language: Language) -> String {
      faults.map { "\(path):\($0.place.line):\($0.place.column): \($0.words[language])" }
        .joined(separator: "\n")
    }
    return Words(lines(.english), lines(.japanese))
  }
}
