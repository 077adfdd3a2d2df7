/// Places in order, so that those of one record are found by halving.
struct PlaceList: Sendable {
  private var places: [UInt64] = []

  var count: Int { places.count }

  /// Adds a place at the end; `sort` afterwards.
  mutating func append(_ place: UInt64) { places.append(place) }

  mutating func sort() {
    if !zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) { places.sort() }
  }

  mutating func insert(_ place: UInt64) { places.insert(place, at: first(from: place)) }

  /// Takes out all places of the record with that key.
  mutating func remove(_ key: UInt64) { places.removeSubrange(first(from: key)..<first(from: key + 0x10000)) }

  private func first(from place: UInt64) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The lowest places of several lists.
  static func merged(_ lists: [PlaceList], limit: Int) -> [UInt64] {
    let all = lists.flatMap { $0.places.prefix(limit) }
    return lists.count == 1 ? all : Array(all.sorted().prefix(limit))
  }
}
