import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import { TextForm } from '../../values/text-form.ts'
import { headingKey, inBrackets, keyOf, withoutBrackets } from '../../values/words.ts'
import { isOfPartOfYear } from './heading-year.ts'
import type { SheetColumn } from './sheet-column.ts'

const AND = /[,、;/和及与+]|以及/
/** What says that some are counted, and that some are not. */
const INSIDE = /^(?:包括|包含|含有?|including|incl\.?)(?=.)/
const BESIDE = /^(?:不包括|不包含|不含|不计|未含|未计|除去|剔除|除|excluding|excl\.?)(?=.)/
const WHO = /其中|另[有外计加]|仅|只|含|包括|除|计入|including|excluding|except|ofwhich|only/
/** Not what is, but what is to be, or was. */
const NOT_NOW = /^(?:拟|计划|预计|预算|预定|应|待|[上下]一?年|去年|明年|planned|budget(?:ed)?|expected|estimated)/
/** A unit, a day, or how to fill in the column: it says nothing of who is counted. */
const PLAIN =
  /^(?:单位:?|金额:?)?(?:[人名个家位次户件天]|[人名]次|人数|个数|总数|合计|总计|数字|必填|选填|人民币|\p{L}{0,4}元)$|^(?:请|须|填|如|例|注|按|保留|精确|截[至止]|\d)|填[写报]?$|\d[年月日]$|^(?:年|月|日|年月|年月日|[本当]年度?|今年)$/u

/** An amount of the last month is not that of the year either. */
const ONE_MONTH = /^\d{1,2}月份?$/

type Kind = 'integer' | 'money' | 'person' | 'other'

/** Whether the brackets of a heading say that its column is about others than its fact: 含实习, 副书记. */
export function isOfOthers(at: SheetColumn, mapped: ImportColumn, scopes: Plan['scopes']): boolean {
  const kind = kindOf(mapped, scopes)
  const { inBrackets: others = [], headings, without } = mapped
  const heading = headingCalled(at, headings)
  if (!kind || isOfNames(heading)) return false
  // An amount of some months is not that of the year, wherever over it that is said.
  if (kind === 'money' && at.headings.some((one) => isOfPartOfYear(one))) return true
  // 预备（党员） is 预备党员, and 主任（负责人） is either.
  const whole = headingKey(heading).replaceAll(/[()[\]{}【】〔〕]/g, '')
  const names = new Set(headings.map(headingKey))
  if (names.has(whole)) return false
  const known = new Set([...others.flatMap(sayings), ...headings.flatMap(saidIn)])
  const forms = [...(without?.inside ?? []), ...(without?.beside ?? [])].map((form) => new TextForm(form))
  const isKnown = (said: string) =>
    known.has(said) || (kind === 'person' && names.has(said)) || forms.some((form) => form.match(said))
  return othersOf(heading, kind).some((said) => !isKnown(said))
}

/** Whether the brackets say that the name is asked for, whatever else is: 指导员（姓名、职务）. */
function isOfNames(heading: string): boolean {
  return saidIn(heading).some((said) => /姓名|名字/.test(said))
}

function kindOf({ fact, person, somebody }: ImportColumn, scopes: Plan['scopes']): Kind | undefined {
  if (person !== undefined || somebody !== undefined) return 'person'
  const part = ledgerPart(scopes, fact ?? '')
  if (part?.kind === 'attestation') return 'other'
  return part?.kind === 'fact' ? kindOfType(part.fact.type) : undefined
}

function kindOfType(type: string): Kind {
  return type === 'integer' || type === 'money' ? type : 'other'
}

/** What a heading says in brackets that may make it about others. */
export function othersIn(heading: string, type: string): string[] {
  return othersOf(heading, kindOfType(type))
}

function othersOf(heading: string, kind: Kind): string[] {
  return saidIn(heading).filter(
    (said) =>
      NOT_NOW.test(said) ||
      (kind === 'money' && (ONE_MONTH.test(said) || isOfPartOfYear(said))) ||
      (kind !== 'other' && !isMultiple(said, kind) && saysOther(said)),
  )
}

/** Of persons and numbers any word may: 专职, 正式, 副书记, 决算. */
function saysOther(said: string): boolean {
  return WHO.test(said) || (/\p{Script=Han}/u.test(said) && !PLAIN.test(said))
}

/** Amounts are in 万 where they are in 万元. */
function isMultiple(said: string, kind: Kind): boolean {
  return kind === 'money' && /^[十百千万亿]$/.test(said)
}

function saidIn(heading: string): string[] {
  return inBrackets(heading).flatMap(sayings)
}

/** 包括预备和发展对象 is 含预备 and 含发展对象. */
function sayings(inside: string): string[] {
  let before = ''
  return keyOf(inside)
    .split(AND)
    .map((part) => {
      const plain = part.replace(BESIDE, '不含').replace(INSIDE, '含')
      before = /^不?含/.exec(plain)?.[0] ?? before
      return /^不?含/.test(plain) ? plain : before + plain
    })
}

/** The heading right over a column, with those above it where it is called so only with them. */
function headingCalled({ headings }: SheetColumn, names: readonly string[]): string {
  const wanted = new Set(names.map((name) => withoutBrackets(headingKey(name))))
  const paths = headings.map((_, i) => headings.slice(i).join('')).reverse()
  return paths.find((path) => wanted.has(withoutBrackets(headingKey(path)))) ?? headings.at(-1) ?? ''
}
