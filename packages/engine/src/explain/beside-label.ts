import type { Text } from '../text/text.ts'
import type { Described } from '../plan/fact.ts'
import type { Value } from '../values/value.ts'
import { inWords } from './show.ts'

/** A value in words beside its label, which in English often has the unit in it: "number of seats". */
export function besideLabel(described: Described, value: Value): Text {
  const { zh, en } = inWords(described, value)
  const { unit, label } = described
  const isInLabel = unit !== undefined && label.en.includes(unit.en)
  return { zh, en: isInLabel ? inWords({ ...described, unit: undefined }, value).en : en }
}
