package import Yams

extension YamlError {
  /// Where the parser stopped, when it says so.
  package func place(in file: String) -> ThemePlace {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      ThemePlace(file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      Self.second(keys.first ?? "", in: context.text, after: context.mark.line)
        .map { ThemePlace(file: file, line: $0.line, column: $0.column) }
        ?? ThemePlace(file: file, line: context.mark.line, column: context.mark.column)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      ThemePlace(file: file)
    }
  }

  /// Where a key stands again below the line it stands in first, which is all the parser tells; nil within one line.
  private static func second(_ key: String, in text: String, after first: Int) -> (line: Int, column: Int)? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where place >= first {
      let words = line.drop { $0 == " " }
      let heads = [key, "\"\(key)\"", "'\(key)'"]
      guard
        heads.contains(where: {
          words.hasPrefix($0) && words.dropFirst($0.count).drop { $0 == " " }.first == ":"
        })
      else { continue }
      return (place + 1, line.count - words.count + 1)
    }
    return nil
  }

  /// What the parser says, without the excerpt of the text it adds.
  package var explanation: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
      .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      problem
    case .duplicatedKeysInMapping(let keys, _):
      "the same key twice: " + keys.joined(separator: ", ")
    case .no, .memory, .dataCouldNotBeDecoded:
      String(describing: self)
    }
  }
}
