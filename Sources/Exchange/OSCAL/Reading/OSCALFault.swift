/// What is wrong with a document that was to come in, and where; the sentence is made where it is shown.
package struct OSCALFault: Error, Hashable, Sendable {
  /// What a place should hold.
  package enum Kind: Hashable, Sendable {
    case object, array, text, integer
  }

  /// What is wrong.
  package enum Why: Hashable, Sendable {
    /// None of the forms that can come in: neither an OSCAL document nor a library.
    case unknownDocument
    /// More bytes than a workspace keeps of a document.
    case tooLarge(limit: Int)
    /// Not UTF-8.
    case encoding
    /// Not YAML from a line on.
    case yaml(line: Int, column: Int)
    /// Lists or objects within each other, more than any document has.
    case tooDeep
    /// Aliases that unfold into more than a document can be.
    case tooMuch
    case missing(String)
    case empty
    case wrongType(expected: Kind)
    /// A matrix whose grid does not fit its scales, or whose scales are too short or too long.
    case matrix
    /// A library with neither framework nor risk matrix.
    case emptyLibrary
    /// A catalogue without a control.
    case emptyCatalogue
  }

  package let why: Why
  /// Where in the document; at the top for what is wrong with it as a whole.
  package let place: OSCALPlace

  package init(_ why: Why, at place: OSCALPlace = .top) {
    self.why = why
    self.place = place
  }
}
