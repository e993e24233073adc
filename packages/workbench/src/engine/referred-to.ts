import { namableRecords } from '@tiaoli/office/template'
import type { Plan } from '@tiaoli/engine/plan'
import type { ReadAnswer } from './read-answer.ts'

type Names = Readonly<Record<string, string>>

/** What a record is called as the page shows it, and its id. */
export interface ShownRecord {
  readonly id: string
  readonly name: string
}

/** The records that a reference may name, as the page shows them. */
export function shownRecords(plan: Plan, scope: string, ledger: unknown, names: Names): ShownRecord[] {
  return namableRecords(plan, scope, ledger).map(({ id, name }) => ({ id, name: name ?? names[id] ?? id }))
}

/** The record of which the name was typed; undefined where none is called so, or what was typed is an id. */
export function referredTo(records: readonly ShownRecord[], typed: string): ReadAnswer | undefined {
  const said = typed.trim()
  if (records.some(({ id }) => id === said)) return undefined
  const called = records.filter(({ name }) => name === said)
  const [one, ...others] = called.map(({ id }) => id)
  if (one === undefined) return undefined
  if (others.length === 0) return { value: one, said: { zh: `${said}（${one}）`, en: `${said} (${one})` } }
  const ids = called.map(({ id }) => id)
  return {
    refusal: {
      zh: `有${ids.length}个都叫这个名称，请写代号：${ids.join('、')}。`,
      en: `${ids.length} records are called so; write the code: ${ids.join(', ')}.`,
    },
  }
}
