import type { Missing, Text } from '@tiaoli/engine'
import { pathOf, type Plan } from '@tiaoli/engine/plan'

/** What is not known, as an office asks a unit for it, each matter once: a blank is no fault. */
export function requestsFor(plan: Plan, missing: readonly Missing[]): Text[] {
  const requests = missing.flatMap((one) => {
    // The day and the person that attest something are asked for with it.
    if (missing.some((other) => isAbout(one, other))) return []
    const attested = missing.filter((other) => isAbout(other, one)).map((other) => restOf(other, one))
    return [requestFor(plan, one, attested)]
  })
  return [...new Map(requests.map((request) => [request.zh, request])).values()]
}

/** Whether one tells more about what another says: 章程载有党建内容的证明日期. */
function isAbout({ label: { zh }, reason, text }: Missing, other: Missing): boolean {
  return reason === 'missing_fact' && !text && !other.text && zh.startsWith(`${other.label.zh}的`)
}

/** What is left of a label behind that of the matter: 证明日期. */
function restOf({ label }: Missing, { label: of }: Missing): Text {
  return { zh: label.zh.slice(of.zh.length + 1), en: label.en.replace(of.en, '').replace(/^[\s,:(]+|[\s,:)]+$/g, '') }
}

function requestFor(plan: Plan, { reason, fact, label, text, pointer }: Missing, rest: readonly Text[]): Text {
  if (reason === 'missing_parameter')
    return text
      ? { zh: `请明确：${withoutEnd(text.zh)}。`, en: `Please settle: ${text.en}` }
      : { zh: `请明确：${label.zh}。`, en: `Please settle: ${label.en}.` }
  // A contradiction, a day to be given in full, an older ledger: what has to be looked at is a sentence already.
  if (text) {
    const asks = text.zh.includes('请')
    return {
      zh: asks ? `${withoutEnd(text.zh)}。` : `请核对：${withoutEnd(text.zh)}。`,
      en: `Please check: ${text.en}`,
    }
  }
  const known = plan.facts.get(fact)
  const further = {
    zh: rest.length === 0 ? '' : `，并补充${rest.map(({ zh }) => zh).join('、')}`,
    en:
      rest.length === 0
        ? ''
        : ` and add ${rest.map(({ en }) => (en === 'attested by' ? 'who attests it' : `the ${en}`)).join(' and ')}`,
  }
  const zh = withoutEnd(label.zh)
  if (known?.type === 'boolean' || (!known && zh.includes('是否')))
    return {
      zh: zh.includes('是否') ? `请核实${further.zh}：${zh}。` : `请核实是否属实${further.zh}：${zh}。`,
      en: /^whether /i.test(label.en)
        ? `Please check${further.en === '' ? '' : `${further.en}:`} ${label.en.replace(/^W/, 'w')}.`
        : `Please check whether this is so${further.en}: ${label.en}.`,
    }
  const scope = known ? undefined : plan.scopes.get(fact)
  if (scope) return scope.keyed ? yearOf(label, pointer) : listOf(label)
  const none = known?.none
  return {
    zh: `请补充${further.zh}：${zh}${none ? `（${none.zh}的，请注明）` : ''}。`,
    en: `Please add${further.en.replace(/^ and add/, ' this and')}: ${label.en}${none ? ` (if there is none, write “${none.en}”)` : ''}.`,
  }
}

/** The records of a list, or that there are none. */
function listOf({ zh, en }: Text): Text {
  return {
    zh: `请逐项补充：${zh}的情况（没有的，请注明）。`,
    en: `Please add, one by one: each ${en} (if there is none, write that).`,
  }
}

/** What was done in a year, by the place of its record. */
function yearOf({ zh, en }: Text, pointer: string | undefined): Text {
  const year = pointer === undefined ? '' : String(pathOf(pointer).at(-1))
  const of = zh.replace(/年度$/, '')
  if (!/^\d{4}$/.test(year))
    return { zh: `请逐年补充：${of}各年度的情况。`, en: `Please add, year by year, the record of each ${en}.` }
  return { zh: `请补充：${of}${year}年度的情况。`, en: `Please add the record of ${en} ${year}.` }
}

function withoutEnd(text: string): string {
  return text.replace(/[。？]$/, '')
}
