import { isObject } from '../json/is-object.ts'
import type { Text } from '../text/text.ts'
import type { Scope } from './scope.ts'

/** What kind a record of a list is, where it says that and is the only one of it there. */
export function kindInList({ given }: Scope, list: unknown, place: number): Text | undefined {
  if (!Array.isArray(list)) return undefined
  for (const { values, path } of given) {
    const [key = '', ...further] = path
    if (!values || further.length > 0) continue
    const kinds = list.map((record: unknown) => (isObject(record) ? record[key] : undefined))
    const kind = kinds[place]
    const said = typeof kind === 'string' && kinds.filter((other) => other === kind).length === 1
    if (said) return values.get(kind)
  }
  return undefined
}
