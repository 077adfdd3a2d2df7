/// How many colours a terminal can be asked for, from most to none.
package enum ColorDepth: String, CaseIterable, Hashable, Sendable {
  case truecolor
  case indexed256
  case ansi16
  case mono
}
