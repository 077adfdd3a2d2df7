package import Domain
import Journal

/// A document from elsewhere, recognised: what it is and what it says of itself.
package struct OSCALDocument: Sendable {
  package let format: DocumentFormat
  package let title: String
  /// The document's own version; nil where it names none.
  package let version: String?
  /// The version of OSCAL it says it is written in; nil for a library.
  package let oscalVersion: String?
  /// What it calls itself: a uuid, or a library's urn; nil where it has no such name.
  package let externalID: String?
  /// The file's name, without its folder.
  package let source: String
  /// SHA-256 of the file.
  package let digest: String
  /// All of it.
  let value: OSCALValue
  /// What stands under the key that names its kind.
  let root: OSCALElement

  /// Recognises a document by its content.
  ///
  /// - Parameters:
  ///   - bytes: JSON or YAML.
  ///   - path: The file it came in.
  /// - Throws: `JSONFault` or `OSCALFault` for what is no such document.
  package init(_ bytes: [UInt8], path: String) throws {
    let value = try DocumentText.read(bytes)
    guard let (format, root) = Self.recognise(value) else { throw OSCALFault(.unknownDocument) }
    self.format = format
    self.root = root
    self.value = value
    source = path.split(separator: "/").last.map(String.init) ?? path
    digest = Digest(hashing: bytes).hex
    let says = format == .cisoAssistantLibrary ? root : try root.required("metadata")
    let name = format == .cisoAssistantLibrary ? try says.line("name") : try says.line("title")
    externalID = try root.line(format == .cisoAssistantLibrary ? "urn" : "uuid")
    // Before 1.2.0 a title could be empty.
    title = name ?? externalID ?? source
    version = try says.line("version")
    oscalVersion = try says.line("oscal-version")
  }

  /// When it last changed, as it says; nil where it does not.
  var lastModified: String? { get throws { try root.member("metadata")?.line("last-modified") } }

  /// The document once more from what was kept of it.
  init(kept text: String, path: String) throws { try self.init(Array(text.utf8), path: path) }

  private static let roots: [(key: String, format: DocumentFormat)] = [
    ("catalog", .oscalCatalog), ("profile", .oscalProfile),
    ("component-definition", .oscalComponentDefinition),
    ("system-security-plan", .oscalSystemSecurityPlan), ("assessment-plan", .oscalAssessmentPlan),
    ("assessment-results", .oscalAssessmentResults),
    ("plan-of-action-and-milestones", .oscalPlanOfAction), ("mapping-collection", .oscalMapping),
  ]

  /// The member that is the document, whatever stands beside it, such as the schema it follows; nil where there is
  /// none that OSCAL knows.
  static func body(of value: OSCALValue) -> (key: String, format: DocumentFormat, value: OSCALValue)? {
    guard let object = value.object else { return nil }
    return roots.lazy.compactMap { root in object[root.key].map { (root.key, root.format, $0) } }.first
  }

  private static func recognise(_ value: OSCALValue) -> (DocumentFormat, OSCALElement)? {
    if let body = body(of: value) {
      return (body.format, OSCALElement(value: body.value, place: .key(.top, body.key)))
    }
    guard let object = value.object, object["objects"]?.object != nil, object["urn"] != nil else {
      return nil
    }
    return (.cisoAssistantLibrary, OSCALElement(value: value, place: .top))
  }

  /// Whether bytes look like a document of this kind, told by the beginning of what stands in them.
  package static func isLikely(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let isLibrary = head.hasPrefix("urn: ") || head.contains("\nurn: ")
    return isLibrary
      || roots.contains { root in
        let isYAML = head.hasPrefix(root.key + ":") || head.contains("\n\(root.key):")
        return isYAML || head.contains("\"\(root.key)\"")
      }
  }
}
