package import Domain

extension NewWorkspace {
  /// A party that joins an assessment under way, with the control catalogues that go with scope and role.
  ///
  /// - Parameters:
  ///   - entrant: Who comes, in which role.
  ///   - scope: Of the assessment.
  ///   - taken: The party keys there are, of those who left too.
  /// - Returns: The party to be.
  /// - Throws: What does not fit.
  package static func joining(
    _ entrant: Entrant, _ scope: Scope, taken: [String]
  ) throws(NewWorkspaceError) -> Draft {
    guard entrant.role.scope == scope else { throw .wrongRole(entrant.role, scope) }
    guard !entrant.name.isEmpty else { throw .emptyName(entrant.role) }
    guard scope != .singleOrganization || taken.isEmpty else { throw .tooManyParties(taken.count + 1) }
    var number = 1
    while taken.contains(entrant.role.key(number)) { number += 1 }
    var draft = Draft(.party, party: nil)
    draft.set(Party.name, entrant.name)
    draft.set(Party.partyKey, entrant.role.key(number))
    draft.set(Party.role, entrant.role.role)
    draft.set(Party.participation, .present)
    draft.set(Party.catalogues, catalogues(scope, entrant.role))
    return draft
  }
}
