// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same settings: warnings are errors, imports say what they lend.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, for reading 100,000 rows without a value per cell.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

/// A room of the house: its arrows are the table of `Tests/HouseTests`.
func room(
  _ name: String, path: String? = nil, _ dependencies: [Target.Dependency] = [],
  resources: [Resource] = [], exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
    swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

/// The themes in the program.
let themes = [
  "default-dark", "default-light", "terminal-16", "high-contrast-dark", "high-contrast-light", "deuteranopia",
  "tritanopia", "projector", "mono", "ascii",
]

let package = Package(
  name: "kyokumen",
  products: [
    .executable(name: "kyokumen", targets: ["kyokumen"]),
    // Loaded before the program by a test of its own.
    .library(name: "SlowDisk", type: .dynamic, targets: ["SlowDisk"]),
    // What `.ci/fuzz` links with libFuzzer.
    .library(name: "FuzzHarness", type: .static, targets: ["FuzzHarness"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CXLSX", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
    .target(name: "CDrafts"),
    room("Domain", [crypto]),
    room("Canvas"),
    room("Tabular"),
    room("Journal", ["Domain", crypto]),
    room("Catalogues", ["Domain", "Tabular"], resources: [.embedInCode("Data")]),
    room("Store", ["Domain", "Journal", "CDrafts", grdb, sqlite]),
    room("Interface", ["Domain", "Journal", "Canvas", "Tabular"]),
    room(
      "Exchange", ["Domain", "Journal", "Catalogues", "Tabular", "Interface", "CXLSX", "CZip", yams, crypto]),
    room("Reports", ["Domain", "Journal", "Catalogues", "Canvas", "Interface"]),
    room("Terminal", ["Canvas", "CTerminal"]),
    .executableTarget(name: "Floor", linkerSettings: [.linkedLibrary("ncursesw")]),
    room(
      "Themes", path: "Themes", ["Canvas", yams],
      resources: themes.map { .embedInCode($0 + ".yaml") }),
    .executableTarget(
      name: "kyokumen",
      dependencies: [
        "Domain", "Journal", "Store", "Canvas", "Catalogues", "Interface", "Exchange", "Reports", "Terminal",
        "Themes", "Tabular", arguments, yams,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "Benchmark",
      dependencies: ["Domain", "Journal", "Store", "Canvas", "Interface", "Floor", "kyokumen"],
      swiftSettings: house),
    tests("HouseTests", ["Interface"]),
    room("ProgramDriver", path: "Tests/ProgramDriver"),
    // Named so that the program under test is built first.
    tests("TranscriptTests", ["ProgramDriver", "kyokumen"], exclude: ["Transcripts"]),
    .target(name: "SlowDisk", path: "Tests/WalkTests/SlowDisk"),
    tests("WalkTests", ["ProgramDriver", "kyokumen"], exclude: ["Walks", "SlowDisk"]),
    tests("DomainTests", ["Domain", customDump]),
    tests(
      "InterfaceTests", ["Domain", "Canvas", "Catalogues", "Interface", "Themes"], exclude: ["Golden"]),
    .target(name: "PseudoTerminalDriver", path: "Tests/TerminalTests/Driver"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Canvas", "Terminal"], path: "Tests/TerminalTests/Probe",
      swiftSettings: house),
    tests(
      "TerminalTests", ["Canvas", "Terminal", "PseudoTerminalDriver", "TerminalProbe", "kyokumen"],
      exclude: ["Driver", "Probe"]),
    tests(
      "ExchangeTests",
      [
        "Domain", "Journal", "Store", "Exchange", "Catalogues", "Interface", "Tabular", "ProgramDriver",
        "kyokumen",
      ],
      exclude: ["OSCAL/Documents", "OSCAL/Schemas"]),
    tests(
      "ReportsTests", ["Domain", "Journal", "Canvas", "Catalogues", "Interface", "Reports"],
      exclude: ["Golden"]),
    room(
      "FuzzHarness", path: "Tests/FuzzTests/Harness",
      ["Domain", "Journal", "Canvas", "Catalogues", "Interface", "Exchange", "Store", "Terminal", "Themes"]),
    tests("FuzzTests", ["FuzzHarness"], exclude: ["Finds", "Harness"]),
    tests("JournalTests", ["Domain", "Journal"]),
    tests("CanvasTests", ["Canvas"]),
    tests("ThemesTests", ["Themes", "Canvas"]),
    tests("TabularTests", ["Tabular"]),
    tests("CataloguesTests", ["Catalogues", "Domain"]),
    .executableTarget(
      name: "StoreProbe", dependencies: ["Domain", "Journal", "Store"], path: "Tests/StoreTests/Probe",
      swiftSettings: house),
    tests("StoreTests", ["Domain", "Journal", "Store", "StoreProbe", grdb], exclude: ["Probe", "Earlier"]),
  ]
)
