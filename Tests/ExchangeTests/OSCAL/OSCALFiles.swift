import Catalogues
import Domain
import Exchange

/// The OSCAL documents of an assessment, as the tests have them written.
enum OSCALFiles {
  static let today = Day(number: 20_600)

  static func of(_ assessment: Assessment) -> [OSCALExport.File] {
    var files: [OSCALExport.File] = []
    let source = OSCALSource(
      assessment, shelf: Catalogues.shelf, lastModified: Moment(milliseconds: 1_700_000_000_123), today: today
    )
    OSCALExport(source).write { files.append($0) }
    return files
  }
}
