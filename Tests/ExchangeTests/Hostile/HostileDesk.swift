import Catalogues
import Domain
import Exchange
import Foundation
import Interface
import Journal
import Testing

/// A workspace into which a file is brought by one of the ways, as the commands do it.
struct HostileDesk {
  private(set) var assessment: Assessment
  private var context: Context
  private let party: RecordID

  /// What became of a file.
  enum Outcome {
    /// In words of the room that said no.
    case refused(String)
    case cameIn
  }

  init() throws {
    let desk = try ReadingDesk()
    (assessment, context, party) = (desk.assessment, desk.context, desk.party)
    context.party = party
  }

  /// - Throws: What no one puts into words.
  mutating func bring(_ bytes: [UInt8], by way: WayIn, named name: String = "risks") throws -> Outcome {
    do {
      switch way {
      case .workspace: try bringWorkspace(bytes)
      case .tables: return try bringTables(bytes, name)
      case .document: try bringDocument(bytes)
      }
      return .cameIn
    } catch let fault as JSONFault {
      return .refused("\(fault)")
    } catch let fault as OSCALFault {
      return .refused("\(fault)")
    } catch let fault as TableFault {
      return .refused("\(fault)")
    } catch let refusal as Refusal {
      return .refused("\(refusal)")
    }
  }

  private mutating func bringWorkspace(_ bytes: [UInt8]) throws {
    let document = try WorkspaceDocument(bytes)
    var read = Assessment()
    if document.hasJournal {
      try document.eachEntry { read.fold($0) }
    } else {
      for fact in try document.facts() { read.fold(fact) }
    }
    assessment = read
  }

  private mutating func bringTables(_ bytes: [UInt8], _ name: String) throws -> Outcome {
    let tables = try TableFile.tables(bytes, named: name)
    let read = TableImport(tables, ImportOrder(kind: .risk, party: party), assessment, context)
    if let fault = read.faults.first { return .refused(fault.place.en + ": " + fault.words.en) }
    guard !read.commands.isEmpty else { return .refused("nothing came of it") }
    _ = try assessment.perform(read.commands, in: context)
    return .cameIn
  }

  private mutating func bringDocument(_ bytes: [UInt8]) throws {
    let document = try OSCALDocument(bytes, path: "folder/file")
    let plan = try DocumentImport(document, for: party, into: assessment, shelf: context.catalogues)
    _ = try assessment.perform(plan.commands, in: context)
  }

  /// All that stands, as bytes: equal exactly when two states are.
  var state: [UInt8] {
    get throws { try WorkspaceExport(assessment, replica: 1).stateBytes() }
  }

  /// The first text that a terminal would obey; nil when there is none.
  var firstControl: String? {
    for id in RecordKind.allCases.flatMap(assessment.ids) {
      for (slot, value) in assessment.values(of: id) {
        let text = value.written
        // What a document said goes out again as it came.
        let isShown = slot.key.name != "original"
        let isObeyed = text.unicodeScalars.contains {
          // The last two part the cells and rows of a written table.
          ($0.properties.generalCategory == .control || isShown && (0x202A...0x202E).contains($0.value))
            && !["\n", "\t", "\u{1E}", "\u{1F}"].contains($0)
        }
        if isObeyed { return "\(slot.key.name): \(text.debugDescription)" }
      }
    }
    return nil
  }
}
