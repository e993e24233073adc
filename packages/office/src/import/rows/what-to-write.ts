import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { NOTE_TEXTS } from '../ledger/note-texts.ts'

type Fact = Extract<Plan['facts'] extends ReadonlyMap<string, infer F> ? F : never, { kind: 'given' }>

/** What may be written where a text is not understood, for a fact that has certain values. */
export function whatToWrite({ type, values }: Pick<Fact, 'type' | 'values'>): { text?: Text } {
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
