import type { Text } from '../text/text.ts'
import type { Bound } from '../plan/bounds.ts'
import type { Session } from '../plan/session.ts'
import type { Described, Given } from '../plan/fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { Conflict } from '../plan/record-index.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { besideLabel } from './beside-label.ts'
import { expressionName } from './claim.ts'
import { wordingOf } from './operator-wording.ts'
import { textWithoutRecord } from './text-without-record.ts'

/** What does not agree, and what to do: a failed check in the words of the pack, anything else in the catalogue's. */
export function conflictText(plan: Plan, session: Session, { check, facts, bound }: Conflict): Text {
  if (bound) return boundText(bound, facts)
  const declared = plan.checks.find(({ entry }) => entry.id === check)
  const names = named(facts)
  if (declared) {
    const { zh, en } = textWithoutRecord(plan, declared.text, session)
    return { zh: `${zh}请核对${names.zh}。`, en: `${en} Check ${names.en}.` }
  }
  if (check === 'reference')
    return {
      zh: `${names.zh}所指的记录在台账中不存在，或不止一个。请改正代号，或补上这条记录。`,
      en: `The record that ${names.en} names is not in the ledger, or is there more than once. Correct the id, or add the record.`,
    }
  const { ledgerDay } = session.index.records
  if (check === 'ledger-day' && ledgerDay !== undefined)
    return {
      zh: `台账日期是${formatDayInChinese(ledgerDay)}，${names.zh}不能在此之后。请核对该日期，或者改正台账日期。`,
      en: `The ledger is of ${formatDay(ledgerDay)}, and ${names.en} cannot be of a later day. Check that date, or correct the day of the ledger.`,
    }
  return {
    zh: `${names.zh}与同一名单中的另一条记录相同，可能重复填写。请删去重复的一条，或改正标识。`,
    en: `Another record of the same list has the same ${names.en}. Remove the one that was copied, or correct its id.`,
  }
}

/** A formula has no name: the facts in it are named instead. */
function boundText({ fact, operator, bound }: Bound, facts: readonly Given[]): Text {
  if (bound.kind === 'arithmetic') {
    const names = named(facts)
    return { zh: `${names.zh}互相矛盾。请核对台账。`, en: `${names.en} contradict each other. Check the ledger.` }
  }
  const limit =
    bound.kind === 'constant' ? besideLabel(fact, bound.value) : inQuotes({ label: expressionName(bound, fact) })
  const order = wordingOf(fact, operator).order ?? { zh: '等于', en: 'the same as' }
  const about = inQuotes(fact)
  return {
    zh: `${about.zh}应${order.zh}${limit.zh}。请核对台账。`,
    en: `${about.en} must be ${order.en} ${limit.en}. Check the ledger.`,
  }
}

function named(facts: readonly Given[]): Text {
  const names = facts.map(inQuotes)
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}

function inQuotes({ label }: Pick<Described, 'label'>): Text {
  return { zh: `“${label.zh}”`, en: `“${label.en}”` }
}
