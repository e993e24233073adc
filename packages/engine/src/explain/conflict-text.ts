import type { Text } from '../errors/text.ts'
import type { Session } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { Plan } from '../plan/plan.ts'
import { textWithoutRecord } from './text-without-record.ts'

/** What a failed check says; for bounds, references and ids the catalogue's own words. */
export function conflictText(plan: Plan, session: Session, check: string, facts: readonly Given[]): Text {
  const declared = plan.checks.find(({ entry }) => entry.id === check)
  if (declared) return textWithoutRecord(plan, declared.text, session)
  const [first] = facts
  const label = first?.label ?? { zh: '', en: '' }
  if (check === 'reference')
    return {
      zh: `${label.zh}所指的记录在台账中不存在，或不止一个。`,
      en: `The record that ${label.en} names is not in the ledger, or is there more than once.`,
    }
  if (check === 'duplicate')
    return {
      zh: `${label.zh}与同一名单中的另一条记录相同，可能重复填写。请删去重复的一条，或改正标识。`,
      en: `Another record of the same list has the same ${label.en}. Remove the one that was copied, or correct its id.`,
    }
  if (facts.length === 1) return { zh: `${label.zh}的数值超出范围。`, en: `The value of ${label.en} is out of range.` }
  return {
    zh: `${facts.map((fact) => fact.label.zh).join('、')}的数值互相矛盾或超出范围。`,
    en: `The values of ${facts.map((fact) => fact.label.en).join(', ')} contradict each other or are out of range.`,
  }
}
