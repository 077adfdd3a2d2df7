/// The rooms of the house and the arrows between them, as the architecture draws them.
enum Rooms {
  /// One room: where it is and what it may import.
  struct Room: Sendable, CustomStringConvertible {
    let name: String
    let folder: String
    /// Rooms and packages; system modules are listed apart.
    let imports: Set<String>
    let system: Set<String>

    var description: String { name }

    init(_ name: String, _ imports: Set<String>, system: Set<String>, folder: String? = nil) {
      self.name = name
      self.folder = folder ?? "Sources/" + name
      self.imports = imports
      self.system = system
    }
  }

  /// What comes with the toolchain and the system.
  private static let anySystem: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
  ]

  private static let all: Set<String> = [
    "Domain", "Canvas", "Tabular", "Journal", "Catalogues", "Store", "Interface", "Exchange", "Reports",
    "Terminal",
    "Themes",
  ]

  static let table: [Room] = [
    Room("Domain", ["Crypto"], system: ["FoundationEssentials", "Synchronization"]),
    Room("Canvas", [], system: ["Foundation"]),
    Room("Tabular", [], system: []),
    Room("Journal", ["Domain", "Crypto"], system: ["Foundation", "FoundationEssentials"]),
    Room("Catalogues", ["Domain", "Tabular"], system: []),
    Room("Store", ["Domain", "Journal", "CDrafts", "GRDB", "GRDBSQLite"], system: ["Glibc"]),
    Room(
      "Interface", ["Domain", "Journal", "Canvas", "Tabular"], system: ["Foundation", "FoundationEssentials"]),
    Room(
      "Exchange",
      ["Domain", "Journal", "Catalogues", "Tabular", "Interface", "Crypto", "Yams", "CXLSX", "CZip"],
      system: ["Foundation", "FoundationXML"]),
    Room("Reports", ["Domain", "Journal", "Catalogues", "Canvas", "Interface"], system: []),
    Room("Terminal", ["Canvas", "CTerminal"], system: ["Glibc", "Synchronization"]),
    Room("Themes", ["Canvas", "Yams"], system: ["Foundation", "Synchronization"], folder: "Themes"),
    Room("kyokumen", all.union(["ArgumentParser", "Yams"]), system: anySystem),
    Room("Benchmark", all, system: anySystem),
    Room("Floor", [], system: []),
    Room("CDrafts", [], system: []),
    Room("CTerminal", [], system: []),
    Room("CXLSX", [], system: []),
    Room("CZip", [], system: []),
  ]
}
