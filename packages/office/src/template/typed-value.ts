import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { YUAN, type Plan } from '@tiaoli/engine/plan'
import { amountIn } from '../values/read-number.ts'
import { usualSettings } from '../values/usual-settings.ts'
import { formOfFact, readCellValue, type Given } from './cell-values.ts'
import { howToWriteFact } from './how-to-write.ts'
import { CELL_WORDS } from './template-words.ts'

type Currency = NonNullable<Given['currency']>

/** What somebody has typed for a fact: its value, or how to write one. */
export type TypedValue = { readonly value: unknown } | { readonly refusal: Text }

/** Reads what was typed as a cell of a template is read; an amount may have its unit behind it. */
export function readTyped(plan: Plan, fact: Given, typed: string, language: Language): TypedValue {
  const text = typed.trim()
  const cell = { kind: 'text', value: text, text, column: 1, place: { sheet: '', address: '' } } as const
  const answer = readCellValue(formOfFact(fact, language), cell)
  if (answer.kind === 'value') return { value: answer.value }
  return fact.type === 'money'
    ? readTypedAmount(plan, fact.currency, text)
    : { refusal: noSuchDay(fact, text) ?? howToType(fact) }
}

const FULL_DAY = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/

/** Written as a day should be, but in no calendar. */
function noSuchDay(fact: Given, text: string): Text | undefined {
  const [, year, month, day] = (FULL_DAY.exec(text) ?? []).map(Number)
  if (fact.type !== 'date' || year === undefined || month === undefined || day === undefined) return undefined
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (isDay) return undefined
  const { zh, en } = howToType(fact)
  return { zh: `没有${text}这一天。${zh}`, en: `There is no day ${text}. ${en}` }
}

/** Reads what was typed as an amount in a currency, or with a unit behind it; its value is in the smallest unit. */
export function readTypedAmount(plan: Plan, currency: Currency = YUAN, typed: string): TypedValue {
  const { sign, code, minor } = currency
  const units = { [sign.zh]: 10 ** minor.digits, ...usualSettings(plan).units }
  const value = amountIn(typed.trim(), units, sign.zh)
  if (value !== undefined) return { value }
  const thousands = code === YUAN.code ? { zh: '，或带单位，如 1.2万元', en: '' } : { zh: '', en: '' }
  return {
    refusal: {
      zh: `写以${sign.zh}计的准确数字，如 12000.50${thousands.zh}。`,
      en: `Write an exact amount in ${sign.en}, such as 12000.50.`,
    },
  }
}

function howToType(fact: Given): Text {
  const { type, future } = fact
  if (type !== 'date') return howToWriteFact(fact)
  const come = future
    ? { zh: '', en: '' }
    : {
        zh: `；已完成而不知道日期的，写“${CELL_WORDS.come.zh}”`,
        en: `; write “${CELL_WORDS.come.en}” for what is done on an unknown day`,
      }
  return {
    zh: `日期写成 2014-09-01 或 2014年9月1日；只知道年月的写 2014-09，只知道年份的写 2014${come.zh}。`,
    en: `Write a date as 2014-09-01, or 2014-09 or 2014 if no more is known${come.en}.`,
  }
}
