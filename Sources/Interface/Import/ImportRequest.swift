package import Domain

/// What is to be read of a file, and how.
package struct ImportRequest: Hashable, Sendable {
  /// As typed.
  package let path: String
  /// What was read of it before; nil reads the file.
  package var tables: [ImportedTable]?
  package var order: ImportOrder
  /// The party of the order was asked for, and is not just the one on screen.
  package var isPartyChosen = false
  /// The table lists controls and becomes a catalogue.
  package var isCatalogue = false

  package init(path: String, tables: [ImportedTable]? = nil, order: ImportOrder) {
    self.path = path
    self.tables = tables
    self.order = order
  }

  /// The file without its folder.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// What came of reading a file.
package enum ImportAnswer: Sendable {
  /// So many of so many rows are read.
  case progress(Int, Int)
  /// The request with the tables it led to, and what they would bring in.
  case read(ImportRequest, TableImport)
  /// The request, and the document that the file is, as it would come in.
  case document(ImportRequest, DocumentPreview)
  /// Why the file gives nothing.
  case failed(Words)
}

extension Model {
  /// Opens the window of an import and has the file read.
  mutating func openImport(_ path: String) -> [Effect] {
    let request = ImportRequest(path: path, order: ImportOrder(party: party))
    layers.append(ImportLayer(request))
    return [.readImport(request)]
  }

  /// Hands what came of reading to the window that waits for it; nobody waits where it was closed.
  mutating func take(_ answer: ImportAnswer) {
    guard let place = layers.lastIndex(where: { $0 is ImportLayer }),
      var layer = layers[place] as? ImportLayer
    else { return }
    if case .failed(let words) = answer {
      layers.remove(at: place)
      notice = Notice(say(words), .error)
      return
    }
    if case .document(let request, let preview) = answer {
      layers[place] = DocumentLayer(request, preview)
      return
    }
    layer.take(answer)
    layer.settle(self)
    layers[place] = layer
  }
}
