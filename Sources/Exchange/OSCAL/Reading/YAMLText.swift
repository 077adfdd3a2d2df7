import Yams

/// YAML as the value that the same document would be in JSON.
enum YAMLText {
  private static let deepest = 64
  /// Values that a document may unfold into: aliases make much of little.
  private static let most = 2_000_000

  static func read(_ text: String) throws -> OSCALValue {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw fault(error)
    }
    var count = 0
    return try node.map { try value($0, in: nil, depth: 0, &count) } ?? .null
  }

  private static func fault(_ error: YamlError) -> OSCALFault {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      OSCALFault(.yaml(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(_, let context):
      OSCALFault(.yaml(line: context.mark.line, column: context.mark.column))
    default: OSCALFault(.unknownDocument)
    }
  }

  private static func value(
    _ node: Node, in key: String?, depth: Int, _ count: inout Int
  ) throws -> OSCALValue {
    count += 1
    guard count <= most else { throw OSCALFault(.tooMuch) }
    guard depth < deepest else { throw OSCALFault(.tooDeep) }
    switch node {
    case .mapping(let mapping):
      return .object(
        OSCALObject(
          try mapping.map { key, member in
            let name = key.scalar?.string ?? ""
            return (name, try value(member, in: name, depth: depth + 1, &count))
          }))
    case .sequence(let elements):
      return .array(try elements.map { try value($0, in: key, depth: depth + 1, &count) })
    case .scalar(let scalar): return value(scalar, in: key)
    case .alias: throw OSCALFault(.tooMuch)
    }
  }

  /// Keys of OSCAL whose values are whole numbers; anywhere else `1.0` is a text that looks like one.
  private static let numeric: Set<String> = ["start", "end", "period", "position", "total", "sequence"]

  private static func value(_ scalar: Node.Scalar, in key: String?) -> OSCALValue {
    guard scalar.style == .plain else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .flag(true)
    case "false", "False", "FALSE": return .flag(false)
    case let text:
      let isNumber = key.map(numeric.contains) == true && Int(text).map { String($0) == text } == true
      return isNumber ? .number(text) : .text(text)
    }
  }
}
