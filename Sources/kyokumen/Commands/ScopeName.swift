import ArgumentParser
import Domain

/// A scope as the command line calls it.
enum ScopeName: String, CaseIterable, ExpressibleByArgument {
  case single
  case cloud
  case cyberspace

  init(_ scope: Scope) {
    switch scope {
    case .singleOrganization: self = .single
    case .cloud: self = .cloud
    case .cyberspace: self = .cyberspace
    }
  }

  var scope: Scope {
    switch self {
    case .single: .singleOrganization
    case .cloud: .cloud
    case .cyberspace: .cyberspace
    }
  }
}
