package import Domain

/// The role in which somebody enters a new assessment; the raw value is the word of the command line.
package enum EntrantRole: String, CaseIterable, Sendable {
  case standalone
  case csc
  case csp
  case user
  case `operator`
  case coordinator

  /// The word of the command line for a role.
  package init(_ role: PartyRole) {
    switch role {
    case .standalone: self = .standalone
    case .cloudServiceCustomer: self = .csc
    case .cloudServiceProvider: self = .csp
    case .cyberspaceUser: self = .user
    case .cyberspaceOperator: self = .operator
    case .coordinator: self = .coordinator
    }
  }

  /// The main role the party gets.
  package var role: PartyRole {
    switch self {
    case .standalone: .standalone
    case .csc: .cloudServiceCustomer
    case .csp: .cloudServiceProvider
    case .user: .cyberspaceUser
    case .operator: .cyberspaceOperator
    case .coordinator: .coordinator
    }
  }

  /// The only scope in which the role occurs.
  package var scope: Scope {
    switch self {
    case .standalone: .singleOrganization
    case .csc, .csp: .cloud
    case .user, .operator, .coordinator: .cyberspace
    }
  }

  /// The key of the `number`th party (from 1) of this role; all who share a space count together.
  func key(_ number: Int) -> String { role.key(number) }
}

/// Somebody who takes part in a new assessment.
package struct Entrant: Hashable, Sendable {
  package let role: EntrantRole
  package let name: String

  package init(_ role: EntrantRole, _ name: String) {
    self.role = role
    self.name = name
  }
}

/// Who is customer and who provider of an agreement, by party key.
package struct AgreementPair: Hashable, Sendable {
  package let customer: String
  package let provider: String

  package init(customer: String, provider: String) {
    self.customer = customer
    self.provider = provider
  }

  /// Reads `csc>csp`; nil if it is not that.
  package init?(text: String) {
    let keys = text.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    guard keys.count == 2, keys.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(customer: keys[0], provider: keys[1])
  }
}

/// Why an assessment cannot be laid out as asked.
package enum NewWorkspaceError: Error, Hashable, Sendable {
  /// Nothing says what the assessment is called.
  case noTitle
  case noParties
  /// A cloud service is between a provider and a customer, who may be a provider too.
  case cloudNeeds(EntrantRole)
  case emptyName(EntrantRole)
  /// The role does not occur in the scope.
  case wrongRole(EntrantRole, Scope)
  /// A single organisation is one.
  case tooManyParties(Int)
  /// An agreement names a party that is not there.
  case unknownParty(String)
  /// An agreement of a party with itself.
  case agreementWithItself(String)
  /// Agreements between customers and providers belong to the cloud.
  case agreementOutsideCloud(Scope)
  case unknownCatalogue(String)
}
