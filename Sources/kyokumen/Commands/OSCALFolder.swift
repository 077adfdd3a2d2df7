import Domain
import Exchange
import Journal
import Store

/// A workspace as OSCAL documents in a folder, each under the name by which the others refer to it.
struct OSCALFolder {
  let path: String
  /// Whether documents that are there may go.
  let isReplacing: Bool

  /// Writes the documents of one party, or of all.
  func write(_ file: WorkspaceFile, party: RecordID?, _ surroundings: Surroundings) throws {
    guard path != "-" else {
      throw Failure(
        .usage, "OSCAL is several documents and does not fit one stream: name a folder with --output",
        "OSCAL は複数の文書になるため標準出力に書けません。--output にフォルダを指定してください")
    }
    let context = surroundings.context(of: file.assessment)
    let source = OSCALSource(
      file.assessment, shelf: context.catalogues, lastModified: try file.lastModified(),
      today: context.today, party: party)
    let export = OSCALExport(source)
    let progress = Progress(surroundings.language, of: export.count, words: Progress.documents)
    defer { progress.end() }
    try DestinationFolder(path, replacing: isReplacing).write { put in
      try export.write { document in
        try put(document.name) { try $0(document.document.jsonBytes) }
        progress.advance()
      }
    }
  }
}

extension WorkspaceFile {
  /// When the assessment last changed; the beginning of time while it never did.
  func lastModified() throws -> Moment {
    try workspace.entries(limit: 1).first?.at ?? Moment(milliseconds: 0)
  }
}
