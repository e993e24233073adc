const BITS = 32
const FULL = 2 ** BITS

/**
 * The longest order of items that two lists have in common, as pairs of positions: as many as a search by differences
 * finds, in steps of 32 items, however little the lists have in common.
 *
 * After H. Hyyrö, Bit-Parallel LCS-length Computation Revisited (2004): a bit of a row is clear where the longest common
 * order of the beginnings of both lists is one longer than without that item of the first.
 */
export function commonOrder(first: readonly string[], second: readonly string[]): (readonly [number, number])[] {
  const rows = rowsOf(first, second)
  const isSet = (row: number, i: number) => ((rows[row]![Math.floor(i / BITS)]! >>> (i % BITS)) & 1) === 1
  const pairs: [number, number][] = []
  let [i, j] = [first.length, second.length]
  while (i > 0 && j > 0) {
    if (isSet(j - 1, i - 1)) i--
    else {
      j--
      if (j === 0 || isSet(j - 1, i - 1)) pairs.push([--i, j])
    }
  }
  return pairs.reverse()
}

function rowsOf(first: readonly string[], second: readonly string[]): Uint32Array[] {
  const size = Math.ceil(first.length / BITS)
  const places = placesOf(first, size)
  let before = new Uint32Array(size).fill(FULL - 1)
  return second.map((item) => {
    const own = places.get(item)
    if (own) before = nextRow(before, own)
    return before
  })
}

/** For each item, where it is in a list, as bits. */
function placesOf(list: readonly string[], size: number): Map<string, Uint32Array> {
  const places = new Map<string, Uint32Array>()
  for (const [i, item] of list.entries()) {
    let bits = places.get(item)
    if (!bits) places.set(item, (bits = new Uint32Array(size)))
    bits[Math.floor(i / BITS)]! |= 1 << (i % BITS)
  }
  return places
}

function nextRow(before: Uint32Array, places: Uint32Array): Uint32Array<ArrayBuffer> {
  const row = new Uint32Array(before.length)
  let carry = 0
  for (let i = 0; i < before.length; i++) {
    const own = (before[i]! & places[i]!) >>> 0
    const sum = before[i]! + own + carry
    carry = sum >= FULL ? 1 : 0
    row[i] = (sum % FULL) | (before[i]! & ~own)
  }
  return row
}
