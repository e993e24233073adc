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

type Kind = 'integer' | 'money'

/** Whether a heading says in brackets who is counted, and not as the fact of its column counts. */
export function isOtherCount(at: SheetColumn, mapped: ImportColumn, scopes: Plan['scopes']): boolean {
  const part = ledgerPart(scopes, mapped.fact ?? '')
  if (part?.kind !== 'fact') return false
  const { inBrackets = [], headings, without } = mapped
  const heading = headingCalled(at, headings)
  // 预备（党员） is 预备党员.
  if (headings.some((name) => headingKey(name) === headingKey(heading).replaceAll(/[()[\]{}【】〔〕]/g, '')))
    return false
  const known = new Set([...inBrackets.flatMap(sayings), ...headings.flatMap(saidIn)])
  const forms = [...(without?.inside ?? []), ...(without?.beside ?? [])].map((form) => new TextForm(form))
  return othersIn(heading, part.fact.type).some((said) => !known.has(said) && !forms.some((form) => form.match(said)))
}

/** What a heading says in brackets that may make a number that of others. */
export function othersIn(heading: string, type: string): string[] {
  if (type !== 'integer' && type !== 'money') return []
  return saidIn(heading).filter((said) => saysWho(said, type))
}

/** Of numbers of persons any word may: 专职, 正式. */
function saysWho(said: string, type: Kind): boolean {
  return WHO.test(said) || (type === 'integer' && /\p{Script=Han}/u.test(said) && !PLAIN.test(said))
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
