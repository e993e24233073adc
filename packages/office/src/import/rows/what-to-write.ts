import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import { readCell } from '../../values/read-cell.ts'
import type { Vocabulary } from '../../values/vocabulary.ts'
import { NOTE_TEXTS } from '../ledger/note-texts.ts'

type Fact = Extract<Plan['facts'] extends ReadonlyMap<string, infer F> ? F : never, { kind: 'given' }>

/** What may be written where a text is not understood: a value of those that a fact may have, or the unit of an amount. */
export function whatToWrite(
  fact: Fact,
  cell: Pick<Cell, 'kind' | 'text' | 'value'>,
  words: Vocabulary,
  unit: string | undefined,
): { text?: Text } {
  if (fact.type === 'money' && unit === undefined) return whichUnit(fact, cell, words)
  const { type, values } = fact
  if (type !== 'enum' || !values) return {}
  const { zh, en } = NOTE_TEXTS['not-understood']
  const labels = [...values.values()]
  return {
    text: {
      zh: `${zh}这一项可写：${labels.map((label) => label.zh).join('、')}。`,
      en: `${en} This may be: ${labels.map((label) => label.en).join(', ')}.`,
    },
  }
}

/** An amount that would be read in any unit lacks only that. */
function whichUnit(fact: Fact, cell: Pick<Cell, 'kind' | 'text' | 'value'>, words: Vocabulary): { text?: Text } {
  const units = Object.keys(words.units).filter((name) => /\p{L}/u.test(name))
  const [first] = units
  if (first === undefined || 'fault' in readCell(fact, cell, words, first)) return {}
  return {
    text: {
      zh: `看不出金额的单位，未填入台账。请在列名后写明单位，如${units.map((name) => `“（${name}）”`).join('或')}，或者写在金额后面。`,
      en: `The unit of the amount is not known, so it is not in the ledger. Write it behind the heading, such as ${units.map((name) => `“(${name})”`).join(' or ')}, or behind the amount.`,
    },
  }
}
