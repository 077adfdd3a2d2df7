import Domain
import Exchange
import Interface

extension Failure {
  /// A refusal as a failure of the command; of a file that was read, its name before it.
  init(_ status: ExitStatus, refusal: Refusal, _ assessment: Assessment, in path: String? = nil) {
    self.init(status, Sentence.words(refusal, assessment), in: path)
  }

  /// JSON that cannot be read, with the file, the line and the column.
  init(_ fault: JSONFault, in path: String) {
    self.init(.data, fault.words, in: "\(path):\(fault.line):\(fault.column)")
  }

  /// A file that gives no tables, with its name.
  init(_ fault: TableFault, in path: String) { self.init(.data, fault.words, in: path) }

  /// A sentence behind the place it is about.
  init(_ status: ExitStatus, _ words: Words, in place: String?) {
    let head = place.map { $0 + ": " } ?? ""
    self.init(status, head + words.en, head + words.ja)
  }
}
