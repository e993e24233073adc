/** `Map.groupBy`, which is younger than the browsers and the Node that packs are written in. */
export function groupedBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    addTo(groups, keyOf(item), item)
  }
  return groups
}

/** Adds an item to its group, which is not copied for it. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
