import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'
import { TextForm } from '../../values/text-form.ts'
import { headingKey, keyOf, withoutBrackets } from '../../values/words.ts'
import type { SheetColumn } from './sheet-column.ts'

const BRACKETS = /[([{【〔]([^()[\]{}【】〔〕]*)[)\]}】〕]/g
const AND = /[,、;/和及与+]|以及/
/** What says that some are counted, and that some are not. */
const INSIDE = /^(?:包括|包含|含有?|including|incl\.?)(?=.)/
const BESIDE = /^(?:不包括|不包含|不含|不计|未含|未计|除去|剔除|除|excluding|excl\.?)(?=.)/
const WHO = /其中|另[有外计加]|仅|只|含|包括|除|计入|including|excluding|except|ofwhich|only/
/** A unit, a day, or how to fill in the column: it says nothing of who is counted. */
const PLAIN =
  /^(?:单位:?)?(?:[人名个家位次户件]|[人名]次|人数|个数|总数|合计|总计|数字|必填|选填)$|^(?:请|须|填|如|例|注|按|截[至止]|\d)|填[写报]?$|[年月日]$/

type Kind = 'integer' | 'money' | 'person'

/** Whether the brackets of a heading say that its column is about others than its fact: 含实习, 副书记. */
export function isOfOthers(at: SheetColumn, mapped: ImportColumn, scopes: Plan['scopes']): boolean {
  const kind = kindOf(mapped, scopes)
  const { inBrackets = [], headings, without } = mapped
  const heading = headingCalled(at, headings)
  if (!kind || isOfNames(heading)) return false
  // 预备（党员） is 预备党员, and 主任（负责人） is either.
  const whole = headingKey(heading).replaceAll(/[()[\]{}【】〔〕]/g, '')
  const names = new Set(headings.map(headingKey))
  if (names.has(whole)) return false
  const known = new Set([...inBrackets.flatMap(sayings), ...headings.flatMap(saidIn)])
  const forms = [...(without?.inside ?? []), ...(without?.beside ?? [])].map((form) => new TextForm(form))
  const isKnown = (said: string) =>
    known.has(said) || (kind === 'person' && names.has(said)) || forms.some((form) => form.match(said))
  return othersIn(heading, kind).some((said) => !isKnown(said))
}

/** Whether the brackets say that the name is asked for, whatever else is: 指导员（姓名、职务）. */
function isOfNames(heading: string): boolean {
  return saidIn(heading).some((said) => /姓名|名字/.test(said))
}

function kindOf({ fact, person, somebody }: ImportColumn, scopes: Plan['scopes']): Kind | undefined {
  if (person !== undefined || somebody !== undefined) return 'person'
  const part = ledgerPart(scopes, fact ?? '')
  const type = part?.kind === 'fact' ? part.fact.type : undefined
  return type === 'integer' || type === 'money' ? type : undefined
}

/** What a heading says in brackets that may make it about others. */
export function othersIn(heading: string, kind: string): string[] {
  if (kind !== 'integer' && kind !== 'money' && kind !== 'person') return []
  return saidIn(heading).filter((said) => saysWho(said, kind))
}

/** Of persons any word may: 专职, 正式, 副书记. */
function saysWho(said: string, kind: Kind): boolean {
  return WHO.test(said) || (kind !== 'money' && /\p{Script=Han}/u.test(said) && !PLAIN.test(said))
}

function saidIn(heading: string): string[] {
  return [...keyOf(heading).matchAll(BRACKETS)].flatMap(([, inside]) => sayings(inside!))
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
