// The measurements: workspaces of 1k, 10k and 100k risks, timed inside the program and, beside the C floor, in a
// pseudo-terminal. `swift run -c release Benchmark [sizes…]` prints the tables, `… Benchmark grid` that of the adoption
// grid alone; `… Benchmark instructions update` does work whose instructions are counted. Ratios are what to read: the
// seconds are this machine's.
import Foundation

let words = Array(CommandLine.arguments.dropFirst())
do {
  if words == ["grid"] {
    try Report.printGrid()
  } else if words.first == "instructions", let work = words.last.flatMap(Instructions.Work.init) {
    try Instructions.run(work)
  } else {
    let sizes = words.compactMap { Int($0) }
    try Report.run(sizes: sizes.isEmpty ? [1_000, 10_000, 100_000] : sizes)
  }
} catch {
  FileHandle.standardError.write(Data("Benchmark: \(error)\n".utf8))
  exit(1)
}
