import type { Given } from '../plan/fact.ts'
import type { Text } from '../text/text.ts'
import { JSON_SENTENCES } from '../json/json-problem.ts'
import { PERSONAL_NUMBER } from '../json/shown-pointer.ts'
import { isWellFormed } from '../json/well-formed.ts'
import { YUAN, type Currency } from '../values/currency.ts'
import { FIRST_DAY, LAST_DAY, parseDay, parseDayOrTimestamp } from '../values/date.ts'
import { parseMonthOrYear, PartialDate } from '../values/partial-date.ts'
import { parseRate } from '../values/rate.ts'
import type { Value } from '../values/value.ts'

const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/
const TEXT_LENGTH = 200
/** No personal number is shorter, so that most values need no search. */
const PERSONAL_LENGTH = 11

/** Why a value is refused. The sentence never repeats the value. */
export interface Refusal {
  code: string
  message: Text
}

export function isRefusal(value: Value | Refusal): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value
}

const refuse = (code: string, zh: string, en: string): Refusal => ({ code, message: { zh, en } })

export const NULL_REFUSED = refuse(
  'null-refused',
  '此项不接受 null；不知道的请不写。',
  'null is not accepted here. Leave out what is not known.',
)

const PERSONAL = refuse(
  'personal-number',
  '此处似为身份证号或手机号。台账只收代号，不收个人号码，请换成代号。',
  'This looks like an identity or telephone number. Ledgers take codes of your own, never personal numbers: put a code here.',
)

const TOO_LARGE = refuse(
  'number-too-large',
  '整数超出 ±9007199254740991，无法精确表示。请核对；编号请写成文本 "…"。',
  'The integer lies beyond ±9007199254740991 and would not be exact. Check it; put a number that is a code in quotation marks.',
)

function notMoney({ minor: { unit } }: Currency): Refusal {
  return refuse('not-money', `金额应为以${unit.zh}计的整数。`, `Write an amount as an integer, in ${unit.en}.`)
}

/** A whole number, small enough to be exact. */
function readInteger(raw: unknown, otherwise: Refusal): number | Refusal {
  if (!Number.isInteger(raw)) return otherwise
  return Number.isSafeInteger(raw) ? (raw as number) : TOO_LARGE
}

/** A value of the ledger, checked against its fact's type and turned into what the engine computes with. */
export function readValue(fact: Given, raw: unknown): Value | Refusal {
  if (raw === null) return fact.nullable ? null : NULL_REFUSED
  switch (fact.type) {
    case 'boolean':
      return typeof raw === 'boolean' ? raw : refuse('not-boolean', '应为 true 或 false。', 'Write true or false.')
    case 'integer':
      return readInteger(raw, refuse('not-integer', '应为整数。', 'Write an integer.'))
    case 'money':
      return readInteger(raw, notMoney(fact.currency ?? YUAN))
    case 'rate':
      return (
        (typeof raw === 'string' ? parseRate(raw) : undefined) ??
        refuse('not-rate', '比率写成“1%”。', 'Write a rate as "1%".')
      )
    case 'date':
      return readDate(fact, raw)
    case 'enum':
      return readEnum(fact, raw)
    case 'text':
      return readText(raw)
    default:
      return readId(raw)
  }
}

/** The day is not given, but it has come. */
const COME = new PartialDate(FIRST_DAY, LAST_DAY, true, true)

const NOT_DATE = refuse(
  'not-date',
  '日期写成 YYYY-MM-DD；只知道年月的写 YYYY-MM，只知道年份的写 YYYY，已完成但不知道日期的写 true。',
  'Write a date as YYYY-MM-DD. Write YYYY-MM or YYYY if only the month or the year is known, and true if it has happened on an unknown day.',
)

const NOT_FUTURE_DATE = refuse(
  'not-date',
  '日期写成 YYYY-MM-DD；只知道年月的写 YYYY-MM，只知道年份的写 YYYY。',
  'Write a date as YYYY-MM-DD, or YYYY-MM or YYYY if only the month or the year is known.',
)

function readDate({ future, timeZone }: Given, raw: unknown): Value | Refusal {
  if (raw === true && !future) return COME
  const date = typeof raw === 'string' ? (parseDayOrTimestamp(raw, timeZone) ?? parseMonthOrYear(raw)) : undefined
  return date ?? (future ? NOT_FUTURE_DATE : NOT_DATE)
}

/** The name of an organization: public, and shown in reports. */
export function readName(raw: unknown): string | Refusal {
  const name = readText(raw)
  return typeof name === 'string' || isRefusal(name) ? name : PERSONAL
}

/** The day on which a ledger was drawn up, exactly. */
export function readLedgerDay(raw: unknown): number | Refusal {
  return (
    (typeof raw === 'string' ? parseDay(raw) : undefined) ??
    refuse('not-date', '台账日期写成 YYYY-MM-DD。', 'Write the day of the ledger as YYYY-MM-DD.')
  )
}

function readEnum({ values }: Given, raw: unknown): Value | Refusal {
  if (typeof raw === 'string' && values?.has(raw)) return raw
  const known = [...(values ?? [])]
  return refuse(
    'not-listed',
    `只能填：${known.map(([value, { zh }]) => `${value}（${zh}）`).join('、')}。`,
    `Write one of: ${known.map(([value]) => value).join(', ')}.`,
  )
}

function readText(raw: unknown): Value | Refusal {
  if (typeof raw !== 'string' || raw === '' || raw.length > TEXT_LENGTH)
    return refuse('not-text', `应为 1 至 ${TEXT_LENGTH} 字的文本。`, `Write a text of 1 to ${TEXT_LENGTH} characters.`)
  if (!isWellFormed(raw)) return { code: 'ill-formed-text', message: JSON_SENTENCES['ill-formed-text']() }
  return isPersonal(raw) ? PERSONAL : raw
}

function readId(raw: unknown): Value | Refusal {
  if (typeof raw === 'string' && isPersonal(raw)) return PERSONAL
  if (typeof raw === 'string' && ID.test(raw)) return raw
  return refuse(
    'not-id',
    '应为自编代号：1 至 64 个英文字母、数字或 . _ : -，不得填姓名。',
    'Write a code of your own: 1 to 64 ASCII letters, digits or . _ : -, and no name.',
  )
}

function isPersonal(text: string): boolean {
  return text.length >= PERSONAL_LENGTH && PERSONAL_NUMBER.test(text)
}
