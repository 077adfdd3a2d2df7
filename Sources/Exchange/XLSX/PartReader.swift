import Foundation
import FoundationXML

/// Reads one XML part of a workbook, element by element. Names come without their prefix.
class PartReader: NSObject, XMLParserDelegate {
  /// Text since the last element began or ended.
  private(set) var text = ""
  private var isForeign = false
  private var isStopped = false

  /// Reads a whole part.
  ///
  /// - Throws: `WorkbookFault.malformed` with the line.
  final func read(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    guard isWhole || isStopped, !isForeign else {
      throw .malformed(part: part, line: max(1, parser.lineNumber))
    }
  }

  /// An element begins.
  func began(_ name: String, _ attributes: [String: String]) {}

  /// An element ends; `text` is what stood in it.
  func ended(_ name: String) {}

  /// What follows is not needed.
  final func stop(_ parser: XMLParser) {
    isStopped = true
    parser.abortParsing()
  }

  /// Whether reading is to end here.
  var isDone: Bool { false }

  final func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    began(Self.bare(name), attributes)
    if isDone { stop(parser) }
  }

  final func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    ended(Self.bare(name))
    text = ""
    if isDone { stop(parser) }
  }

  final func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  final func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  // No workbook declares entities; whoever does wants something else.
  final func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName: String, value: String?) {
    refuse(parser)
  }

  final func parser(
    _ parser: XMLParser, foundExternalEntityDeclarationWithName: String, publicID: String?, systemID: String?
  ) {
    refuse(parser)
  }

  private func refuse(_ parser: XMLParser) {
    isForeign = true
    parser.abortParsing()
  }

  private static func bare(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
