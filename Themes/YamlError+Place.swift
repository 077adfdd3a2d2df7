package import Yams

extension YamlError {
  /// Where the parser stopped, when it says so.
  package func place(in file: String) -> ThemePlace {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      ThemePlace(file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      ThemePlace(file: file, line: context.mark.line, column: context.mark.column)
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      ThemePlace(file: file)
    }
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
