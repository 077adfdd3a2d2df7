// Catalogues holds control lists, the clause list and edition correspondences as data (ids and titles
// only), and the worked cases of the talk, built through the commands a person uses.
package import Domain

/// The catalogues that come with the program.
package enum Catalogues {
  /// Read from the embedded files at first use, once.
  package static let shelf = CatalogueShelf(
    [annexA, edition2013, cloudControls, cybersecurityFramework],
    clauses: ClauseList(
      Table(PackageResources.iso_27001_2022_clauses_csv).rows.map {
        Clause(number: $0["id"], title: $0.title)
      }),
    editions: EditionCorrespondence(
      Table(PackageResources.map_2013_2022_csv).rows.map { ($0["id_2013"], $0["id_2022"]) }),
    cloudGuidance: cloudGuidance)

  private static let annexA = ControlCatalogue(
    key: CatalogueKey.annexA,
    title: Words("ISO/IEC 27001:2022 Annex A", "ISO/IEC 27001:2022 附属書A"),
    controls: Table(PackageResources.iso_27001_2022_annex_a_csv).rows.map {
      CatalogueControl(number: $0["id"], title: $0.title, group: $0["theme"])
    },
    groups: [
      ("organizational", Words("Organizational controls", "組織的管理策")),
      ("people", Words("People controls", "人的管理策")),
      ("physical", Words("Physical controls", "物理的管理策")),
      ("technological", Words("Technological controls", "技術的管理策")),
    ])

  private static let edition2013 = ControlCatalogue(
    key: CatalogueKey.edition2013,
    title: Words("ISO/IEC 27002:2013", "ISO/IEC 27002:2013"),
    controls: Table(PackageResources.iso_27002_2013_csv).rows.map {
      CatalogueControl(number: $0["id"], title: $0.title, group: mainClause($0["id"]))
    },
    groups: mainClauses)

  private static let cloudControls = ControlCatalogue(
    key: CatalogueKey.cloud,
    title: Words("ISO/IEC 27017:2015 cloud controls (CLD)", "ISO/IEC 27017:2015 クラウド固有の管理策（CLD）"),
    controls: cloudRows.filter { $0["id"].hasPrefix(cloudPrefix) }.map {
      CatalogueControl(
        number: $0["id"], title: $0.title, group: mainClause(String($0["id"].dropFirst(cloudPrefix.count))),
        roles: roles($0["applies_to"]))
    },
    groups: mainClauses)

  private static let cybersecurityFramework = ControlCatalogue(
    key: CatalogueKey.cybersecurityFramework,
    title: Words("NIST Cybersecurity Framework 2.0", "NIST サイバーセキュリティフレームワーク 2.0"),
    controls: frameworkRows.map {
      CatalogueControl(number: $0["id"], title: Words($0["text_en"], $0["text_en"]), group: $0["category"])
    },
    groups: frameworkRows.map { $0["category"] }.reduce(into: [String]()) {
      if $0.last != $1 { $0.append($1) }
    }.map { ($0, Words($0, $0)) })

  private static let frameworkRows = Table(PackageResources.nist_csf_2_0_csv).rows
  private static let cloudRows = Table(PackageResources.iso_27017_2015_csv).rows
  private static let cloudPrefix = "CLD."

  private static let mainClauses = Table(PackageResources.iso_27002_2013_groups_csv).rows
    .filter { !$0["id"].contains(".") }.map { (key: $0["id"], title: $0.title) }

  private static let cloudGuidance = Dictionary(
    cloudRows.filter { !$0["id"].hasPrefix(cloudPrefix) }.map { ($0["id"], roles($0["applies_to"])) },
    uniquingKeysWith: { first, _ in first })

  private static func mainClause(_ number: String) -> String {
    String(number.prefix { $0 != "." })
  }

  private static func roles(_ appliesTo: String) -> Set<PartyRole> {
    switch appliesTo {
    case "CSC": [.cloudServiceCustomer]
    case "CSP": [.cloudServiceProvider]
    default: [.cloudServiceCustomer, .cloudServiceProvider]
    }
  }
}

/// The stable keys of the catalogues, as they stand in `Party.catalogues` and in files.
package enum CatalogueKey {
  package static let annexA = "iso-27001-2022-annex-a"
  package static let edition2013 = "iso-27002-2013"
  package static let cloud = "iso-27017-2015"
  package static let cybersecurityFramework = "nist-csf-2.0"
}
