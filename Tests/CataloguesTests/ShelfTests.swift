import Catalogues
import Domain
import Testing

@Suite("The catalogue shelf")
struct ShelfTests {
  private let shelf = Catalogues.shelf

  @Test(
    "every catalogue has all its controls, each once, in a known group, with titles",
    arguments: [
      ("iso-27001-2022-annex-a", 93, 4), ("iso-27002-2013", 114, 14), ("iso-27017-2015", 7, 14),
      ("nist-csf-2.0", 106, 22),
    ])
  func complete(_ key: String, _ count: Int, _ groups: Int) throws {
    let catalogue = try #require(shelf[key])
    #expect(catalogue.controls.count == count)
    #expect(Set(catalogue.controls.map(\.number)).count == count)
    #expect(catalogue.groups.count == groups)
    let known = Set(catalogue.groups.map(\.key))
    for control in catalogue.controls {
      #expect(!control.title.en.isEmpty && !control.title.ja.isEmpty, "\(control.number)")
      #expect(known.contains(control.group), "\(control.number)")
    }
  }

  @Test("annex A is 37, 8, 14 and 34 controls")
  func themes() {
    let counts = shelf["iso-27001-2022-annex-a"]?.controls.reduce(into: [:]) { $0[$1.group, default: 0] += 1 }
    #expect(counts == ["organizational": 37, "people": 8, "physical": 14, "technological": 34])
  }

  @Test("only CLD rows of 27017 are controls, for their roles; plain numbers are guidance")
  func cloud() throws {
    let cloud = try #require(shelf["iso-27017-2015"])
    #expect(cloud.control("CLD.9.5.1")?.roles == [.cloudServiceProvider])
    #expect(cloud.control("CLD.6.3.1")?.roles == [.cloudServiceProvider, .cloudServiceCustomer])
    #expect(cloud.control("12.3.1") == nil)
    #expect(shelf.cloudGuidance.count == 37)
    #expect(shelf.cloudGuidance["12.3.1"] == [.cloudServiceProvider, .cloudServiceCustomer])
    #expect(shelf.cloudGuidance["10.1.2"] == [.cloudServiceCustomer])
    let customers = cloud.controls.filter { CatalogueShelf.isFor([.cloudServiceCustomer], $0) }
    #expect(customers.count == 5)
  }

  @Test("the editions correspond, both ways")
  func editions() {
    #expect(shelf.editions.pairs.count == 115)
    #expect(shelf.editions.newer(of: "12.3.1") == ["8.13"])
    #expect(shelf.editions.newer(of: "18.2.3").sorted() == ["5.36", "8.8"])
    #expect(shelf.editions.older(of: "5.23").isEmpty)
    let older = Set(shelf["iso-27002-2013"]?.controls.map(\.number) ?? [])
    let newer = Set(shelf["iso-27001-2022-annex-a"]?.controls.map(\.number) ?? [])
    #expect(shelf.editions.pairs.allSatisfy { older.contains($0.older) && newer.contains($0.newer) })
    #expect(Set(shelf.editions.pairs.map(\.older)) == older)
  }

  @Test("clauses 4 to 10 with their parts")
  func clauses() {
    #expect(shelf.clauses.clauses.count == 41)
    #expect(shelf.clauses["6.1.3"]?.title.ja == "情報セキュリティリスク対応")
    #expect(shelf.clauses["6.1.3"]?.depth == 3)
    #expect(shelf.clauses.leaves.contains { $0.number == "10.2" })
    #expect(!shelf.clauses.leaves.contains { $0.number == "9.2" })
  }
}
