/// One control of a catalogue: its number and titles. No text of any standard.
package struct CatalogueControl: Hashable, Sendable {
  package let number: String
  /// Titles as far as the catalogue has them; equal in both languages where only one is known.
  package let title: Words
  /// The heading it stands under: a theme, or a clause of the catalogue.
  package let group: String
  /// Roles it is for; empty when for everyone.
  package let roles: Set<PartyRole>
  /// What the document calls it that it was imported with; nil for controls that come with the program.
  package let sourceID: String?

  package init(
    number: String, title: Words, group: String, roles: Set<PartyRole> = [], sourceID: String? = nil
  ) {
    self.number = number
    self.title = title
    self.group = group
    self.roles = roles
    self.sourceID = sourceID
  }
}

/// A list of controls in a certain edition.
package struct ControlCatalogue: Equatable, Sendable {
  /// The stable key written to files: `iso-27001-2022-annex-a`.
  package let key: String
  package let title: Words
  package let controls: [CatalogueControl]
  /// Headings of the groups by their key, in order.
  package let groups: [(key: String, title: Words)]
  private let positions: [String: Int]

  package init(key: String, title: Words, controls: [CatalogueControl], groups: [(key: String, title: Words)])
  {
    self.key = key
    self.title = title
    self.controls = controls
    self.groups = groups
    positions = Dictionary(
      controls.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The control with that number; nil if the catalogue has none such.
  package func control(_ number: String) -> CatalogueControl? { positions[number].map { controls[$0] } }

  package static func == (one: ControlCatalogue, other: ControlCatalogue) -> Bool {
    one.key == other.key && one.title == other.title && one.controls == other.controls
      && one.groups.elementsEqual(other.groups, by: ==)
  }
}
