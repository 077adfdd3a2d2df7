package import Domain

/// Something a person should know of a document that came in all the same; the sentence is made where it is shown.
package enum ImportNote: Hashable, Sendable {
  /// A uuid that two things bear.
  case duplicateUUID(String, at: OSCALPlace)
  /// A uuid that nothing in the document bears.
  case dangling(String, at: OSCALPlace)
  /// Links to controls that the catalogue does not have, as in a selection from a greater one.
  case linksOutside(Int)
  /// A uuid that leads to another kind of thing than the key says.
  case wrongKind(String, isIn: String, at: OSCALPlace)
  /// A control whose number or id another one bears; the first counts.
  case duplicateControl(String, at: OSCALPlace)
  /// A number that two rows of a table bear; the first counts.
  case numberTwice(String, row: Int, first: Int)
  /// A row of a table with a number and no title.
  case untitledControl(String, row: Int)
  /// Controls that the catalogue itself calls withdrawn.
  case withdrawn(Int)
  /// A control that no catalogue at hand has.
  case unknownControl(String, at: OSCALPlace)
  /// A likelihood or impact that the criteria in force have no step for.
  case unreadRating(String, at: OSCALPlace)
  /// No criteria to rate under.
  case noCriteria
  /// A profile that selects controls of another document and lists none itself.
  case unresolvedProfile
  /// A document of which no records are made.
  case onlyKept(DocumentFormat)
  /// Records of ours of kinds that do not come in this way, by kind.
  case notTaken([RecordKind: Int])
  /// Links of records that came in to others that are not here.
  case lostLinks(Int)
  /// Acceptances of risks that had changed since they were given.
  case staleAcceptances(Int)
  /// Criteria of a library that came before.
  case criteriaKnown(String)
}
