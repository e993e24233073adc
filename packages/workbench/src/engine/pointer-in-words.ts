import type { Text } from '@tiaoli/engine'
import { ledgerPart, pathOf, type Plan } from '@tiaoli/engine/plan'

/** A place in a ledger by the names of things: 第2个县（市、区）第5个律师事务所的执业律师人数. Nothing of the ledger is needed. */
export function pointerInWords({ root, scopes }: Plan, pointer: string): Text {
  const records: Text[] = []
  let scope = root
  let path = [...pathOf(pointer)]
  for (;;) {
    const child = scope.children.find(({ list }) => list === path[0])
    if (!child) break
    const { zh, en } = child.label
    const [, key] = path
    if (key === undefined) records.push(child.label)
    else if (child.keyed) records.push({ zh: `${key}年`, en: key })
    else records.push({ zh: `第${Number(key) + 1}个${zh}`, en: `${en} ${Number(key) + 1}` })
    scope = child
    path = path.slice(2)
  }
  const part = path.length > 0 ? ledgerPart(scopes, [scope.name, ...path].join('.')) : undefined
  const label = part?.kind === 'fact' ? part.fact.label : part?.kind === 'attestation' ? part.value.label : undefined
  const own = path.length === 0 ? undefined : (label ?? { zh: `“${path.join(' ')}”`, en: `“${path.join(' ')}”` })
  return {
    zh: [records.map(({ zh }) => zh).join(''), own?.zh].filter(Boolean).join('的'),
    en: [...records, ...(own ? [own] : [])].map(({ en }) => en).join(', '),
  }
}
