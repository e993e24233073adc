import type { Finding, Missing, Text } from '@tiaoli/engine'
import { pathOf, type Plan } from '@tiaoli/engine/plan'
import { ownerOf } from './owner-of.ts'
import type { PaperSource } from './paper.ts'
import type { UnitNames } from './unit-names.ts'

/** What is not known, as an office asks a unit for it, each matter once, and of what it is where not of the unit. */
export function requestsFor({ policy: { plan }, ledger }: PaperSource, units: UnitNames, finding: Finding): Text[] {
  const { missing, subject } = finding
  const asked = new Map<string, { request: (about: Text) => Text; about: Map<string, Text> }>()
  for (const one of missing) {
    // The day and the person that attest something are asked for with it.
    if (missing.some((other) => isAbout(one, other))) continue
    const attested = missing.filter((other) => isAbout(other, one)).map((other) => restOf(other, one))
    const request = (about: Text) => requestFor(plan, one, attested, about)
    const key = request(NOTHING).zh
    const known = asked.get(key) ?? { request, about: new Map() }
    asked.set(key, known)
    const about = ownerOf(plan, ledger, units, one, subject.pointer)
    known.about.set(about.zh, about)
  }
  return [...asked.values()].map(({ request, about }) => request(listed([...about.values()])))
}

const NOTHING: Text = { zh: '', en: '' }
/** Whoever is asked about more has lines about each as well. */
const MOST_NAMED = 5

function listed(all: readonly Text[]): Text {
  const named = all.filter(({ zh }) => zh !== '')
  if (named.length === 0) return NOTHING
  const isMore = named.length > MOST_NAMED
  const zh = `${named
    .slice(0, MOST_NAMED)
    .map((about) => about.zh)
    .join('、')}${isMore ? `等${named.length}个` : ''}`
  const en = `${named
    .slice(0, MOST_NAMED)
    .map((about) => about.en)
    .join(', ')}${isMore ? ` and others, ${named.length} in all` : ''}`
  const own = named.length < all.length
  return { zh: `（${own ? '本单位、' : ''}${zh}）`, en: ` (${own ? 'the unit itself, ' : ''}${en})` }
}

/** Whether one tells more about what another says, in the same place: 章程载有党建内容的证明日期. */
function isAbout({ label: { zh }, reason, text, pointer }: Missing, other: Missing): boolean {
  const isBeside = placeAround(pointer) === placeAround(other.pointer)
  return reason === 'missing_fact' && !text && !other.text && isBeside && zh.startsWith(`${other.label.zh}的`)
}

function placeAround(pointer = ''): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

/** What is left of a label behind that of the matter: 证明日期. */
function restOf({ label }: Missing, { label: of }: Missing): Text {
  return { zh: label.zh.slice(of.zh.length + 1), en: label.en.replace(of.en, '').replace(/^[\s,:(]+|[\s,:)]+$/g, '') }
}

function requestFor(
  plan: Plan,
  { reason, fact, label, text, pointer }: Missing,
  rest: readonly Text[],
  about: Text,
): Text {
  if (reason === 'missing_parameter')
    return text
      ? { zh: `请明确：${withoutEnd(text.zh)}。`, en: `Please settle: ${text.en}` }
      : { zh: `请明确：${label.zh}。`, en: `Please settle: ${label.en}.` }
  // A contradiction, a day to be given in full, an older ledger: what has to be looked at is a sentence already.
  if (text) {
    const asks = text.zh.includes('请')
    return {
      zh: asks ? `${about.zh}${withoutEnd(text.zh)}。` : `请核对${about.zh}：${withoutEnd(text.zh)}。`,
      en: `Please check${about.en}: ${text.en}`,
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
      zh: zh.includes('是否')
        ? `请核实${about.zh}${further.zh}：${zh}。`
        : `请核实是否属实${about.zh}${further.zh}：${zh}。`,
      en: /^whether /i.test(label.en)
        ? `Please check${about.en}${further.en}${`${about.en}${further.en}` === '' ? '' : ':'} ${label.en.replace(/^W/, 'w')}.`
        : `Please check whether this is so${about.en}${further.en}: ${label.en}.`,
    }
  const scope = known ? undefined : plan.scopes.get(fact)
  if (scope) return scope.keyed ? yearOf(label, pointer, about) : listOf(label, about)
  const none = known?.none
  return {
    zh: `请补充${about.zh}${further.zh}：${zh}${none ? `（${none.zh}的，请注明）` : ''}。`,
    en: `Please add${about.en}${further.en.replace(/^ and add/, ' this and')}: ${label.en}${none ? ` (if there is none, write “${none.en}”)` : ''}.`,
  }
}

/** The records of a list, or that there are none. */
function listOf({ zh, en }: Text, about: Text): Text {
  return {
    zh: `请逐项补充${about.zh}：${zh}的情况（没有的，请注明）。`,
    en: `Please add${about.en}, one by one: each ${en} (if there is none, write that).`,
  }
}

/** What was done in a year, which the label of its record names; of a list of years, in each. */
function yearOf({ zh, en }: Text, pointer: string | undefined, about: Text): Text {
  const year = pointer === undefined ? '' : String(pathOf(pointer).at(-1))
  if (!/^\d{4}$/.test(year))
    return {
      zh: `请逐年补充${about.zh}：${zh.replace(/年度$/, '')}各年度的情况。`,
      en: `Please add${about.en}, year by year, the record of each ${en}.`,
    }
  return { zh: `请补充${about.zh}：${zh}的情况。`, en: `Please add${about.en} the record of ${en}.` }
}

function withoutEnd(text: string): string {
  return text.replace(/[。？]$/, '')
}
