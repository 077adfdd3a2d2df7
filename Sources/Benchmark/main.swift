// The measurements: workspaces of 1k, 10k and 100k risks, timed inside the program and, beside the C floor, in a
// pseudo-terminal. `swift run -c release Benchmark [sizes…]` prints the tables, `… Benchmark grid` that of the adoption
// grid alone. Ratios are what to read: the
// seconds are this machine's.
import Foundation

let isGridOnly = CommandLine.arguments.dropFirst() == ["grid"]
let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
do {
  if isGridOnly {
    try Report.printGrid()
  } else {
    try Report.run(sizes: sizes.isEmpty ? [1_000, 10_000, 100_000] : sizes)
  }
} catch {
  FileHandle.standardError.write(Data("Benchmark: \(error)\n".utf8))
  exit(1)
}
