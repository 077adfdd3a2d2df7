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
    let reader: KeymapReader
    do {
      reader = try read()
    } catch let misreading as Misreading {
      throw refusal([misreading])
    }
    guard let keymap = reader.keymap else { throw refusal(reader.faults.map(Misreading.init)) }
    return keymap
  }

  private func refusal(_ faults: [Misreading]) -> Failure {
    let sentences = sentences(faults)
    return Failure(
      .data,
      "the keys file cannot be used; mend it, or move it away to have the usual keys:\n\(sentences.en)",
      "キーのファイルを使えません。直すか、標準のキーに戻すにはファイルを移してください:\n\(sentences.ja)")
  }

  /// Reads and compares it, whatever comes of it.
  ///
  /// - Throws: `Failure` when it cannot be read, `Misreading` when it is no list of actions with keys.
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
      root = try compose(yaml: text, .basic)
    } catch let error as YamlError {
      throw Misreading(error, in: path)
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

  private func shape(_ node: Node) -> Misreading {
    Misreading(
      place: place(of: node),
      words: Words(
        "write ACTION: KEY, or ACTION: [KEY, KEY]; [] takes all keys away",
        "「操作: キー」又は「操作: [キー, キー]」と書いてください（[] で全て外す）"))
  }

  /// A line each, with their places.
  private func sentences(_ faults: [Misreading]) -> Words {
    func lines(_ language: Language) -> String {
      faults.map { $0.line(of: path, language) }.joined(separator: "\n")
    }
    return Words(lines(.english), lines(.japanese))
  }
}

/// Something that is wrong with a keys file, or good to know of it, and where.
struct Misreading: Error {
  /// Nil for the file as a whole.
  let place: KeyOrder.Place?
  let words: Words
  /// The file can be used all the same.
  var isNote = false

  init(place: KeyOrder.Place?, words: Words) {
    self.place = place
    self.words = words
  }

  init(_ fault: KeyFault) { self.init(place: fault.place, words: fault.words) }

  init(_ shadow: KeyShadow) {
    self.init(place: shadow.place, words: shadow.words)
    isNote = true
  }

  fileprivate init(_ error: YamlError, in path: String) {
    let place = error.place(in: path)
    self.place = place.line.map { KeyOrder.Place(line: $0, column: place.column ?? 1) }
    if case .duplicatedKeysInMapping(let keys, _) = error {
      let key = keys.first ?? ""
      words = Words("“\(key)” stands here and above; leave one", "「\(key)」が上にもあります。一つにしてください")
    } else {
      words = Words(
        "not YAML: \(error.explanation); signs such as ! or # stand in quotes",
        "YAML として読めません: \(error.explanation)。! や # などの記号は引用符で囲みます")
    }
  }

  /// As compilers write it.
  func line(of path: String, _ language: Language) -> String {
    let at = place.map { "\($0.line):\($0.column):" } ?? ""
    return "\(path):\(at) " + (isNote ? Words("note: ", "参考: ")[language] : "") + words[language]
  }
}
