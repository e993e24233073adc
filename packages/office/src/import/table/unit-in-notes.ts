import type { Row } from '../../workbook.ts'
import { namedUnit, oneUnit } from '../../values/named-unit.ts'
import { keyOf } from '../../values/words.ts'

/** What a clause says of the unit of all amounts: 经费单位为元, 金额均以万元计. */
const OF_UNIT = [
  /(?:单位|币种)(?:均|都|统一|一律)?(?:为|是|:)(\p{L}+)$/u,
  /(?:均|都|统一|一律|金额|经费|数额)(?:均|都|统一|一律)?(?:以|按|用)(\p{L}+?)(?:为单位|为准|计算|计|填写|填报|填列)?$/u,
  /(?:以|按)(\p{L}+?)(?:为单位|为计量单位)$/u,
]

/** The unit of which sentences in rows of titles and notes say that amounts are in it; null where they name several, or one that is not known. */
export function unitInNotes(rows: readonly Row[], units: Readonly<Record<string, number>>): string | null | undefined {
  const texts = rows.flatMap(({ cells }) => cells.flatMap(({ kind, text }) => (kind === 'text' ? text : [])))
  const clauses = [...new Set(texts)].flatMap((text) => keyOf(text).split(/[。;,、]/))
  const said = clauses.flatMap((clause) => OF_UNIT.flatMap((form) => form.exec(clause)?.[1] ?? []))
  return oneUnit(
    said.map((words) => namedUnit(words, units)),
    units,
  )
}
