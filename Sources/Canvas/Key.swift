/// One press as the person made it, whatever bytes the terminal sent.
package enum Key: Hashable, Sendable {
  /// A character that was typed, Space included; never a control character.
  case character(Character)
  case enter
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 is 1.
  case function(Int)
  /// Held with Ctrl; the character is a lowercase letter or one of `@ [ \ ] ^ _`.
  case control(Character)
  /// Held with Alt, or preceded by Escape in the same read.
  case alt(Character)
  case altLeft
  case altRight
  case shiftUp
  case shiftDown
  case shiftLeft
  case shiftRight
}
