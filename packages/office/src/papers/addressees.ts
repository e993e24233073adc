import type { Finding } from '@tiaoli/engine'
import type { PaperSource } from './paper.ts'
import { byPlace } from './records-of.ts'
import type { Unit, UnitNames } from './unit-names.ts'

/** Who has to put something right, and what. */
export interface Addressee {
  /** As a notice addresses it, with what the office has to fill in in brackets. */
  readonly name: string
  /** What the notice is called in the folder of the office. */
  readonly file: string
  /** What kind of body it is, where its name may not tell. */
  readonly kind: string
  /** The record whose own the bodies are. */
  readonly unit: Unit | undefined
  readonly findings: readonly Finding[]
}

/** Findings by those who bear the duties, records in the order of the ledger, other bodies behind them. */
export function addresseesOf(source: PaperSource, units: UnitNames, findings: readonly Finding[]): Addressee[] {
  const groups = new Map<
    string,
    { names: Set<string>; of: Omit<Addressee, 'name' | 'findings'>; findings: Finding[] }
  >()
  for (const finding of findings) {
    const { key, name, ...of } = addressOf(source, units, finding)
    const group = groups.get(key) ?? { names: new Set(), of, findings: [] }
    groups.set(key, group)
    group.names.add(name)
    group.findings.push(finding)
  }
  return [...groups.values()]
    .map(({ of, names, findings: own }) => ({ ...of, name: commonName(of.unit, names), findings: own }))
    .sort(({ unit: a }, { unit: b }) => (a && b ? byPlace(a.pointer, b.pointer) : Number(!a) - Number(!b)))
}

interface Address extends Omit<Addressee, 'findings'> {
  readonly key: string
}

function addressOf(source: PaperSource, units: UnitNames, { subject, dutyBearer }: Finding): Address {
  const { policy, language } = source
  const { scopeOfBody, organizations } = policy.plan
  const around = units.around(units.unitOf(subject))
  const scope = scopeOfBody.get(dutyBearer.id)
  const unit = scope && around.find((one) => one.scope === scope)
  const label = withoutRemark(dutyBearer.label[language])
  if (unit) {
    const isItself = isAddressedItself(source, unit)
    const named = (name: string) => (isItself ? name : nameOfOwn(unit, label, name, language))
    const kind = isItself ? unit.scope.label[language] : label
    return { key: `record ${unit.pointer}`, name: named(unit.sent), file: named(unit.name), kind, unit }
  }
  if (organizations.has(dutyBearer.id))
    return { key: `body ${label}`, name: label, file: label, kind: label, unit: undefined }
  // Who it is differs from case to case: the office knows.
  const about = around.find((one) => one.isOrganization) ?? around.at(-1)!
  return {
    key: `open ${label} ${about.pointer}`,
    ...toFillIn(label, about.name, language),
    kind: label,
    unit: undefined,
  }
}

function toFillIn(label: string, about: string, language: PaperSource['language']): Pick<Addressee, 'name' | 'file'> {
  return language === 'zh'
    ? { name: `　　　　　　　　（请填写主送单位：${label}）`, file: `${about}-主送单位待填` }
    : { name: `                    (fill in: ${label})`, file: `${about}-addressee to be filled in` }
}

/** Whether letters go to a record itself: it has a body that is called as such records are. */
function isAddressedItself({ policy: { plan }, language }: PaperSource, { scope }: Unit): boolean {
  return [...plan.scopeOfBody].some(
    ([body, of]) => of === scope && plan.bodies.get(body)![language] === scope.label[language],
  )
}

/**
 * 县（市、区）司法局党组织 of the county 章贡区 is 章贡区司法局党组织, the operator of the playground is the operator of
 * Mill Lane.
 */
function nameOfOwn({ scope }: Unit, label: string, name: string, language: PaperSource['language']): string {
  const kind = kindOf(scope, label, language)
  if (label.startsWith(kind)) return name + label.slice(kind.length)
  const of = `of the ${kind}`
  if (language === 'en' && label.endsWith(of)) return `${label.slice(0, -of.length)}of ${name}`
  return language === 'zh' ? `${name}（${label}）` : `${name} (${label})`
}

function kindOf(scope: Unit['scope'], label: string, language: PaperSource['language']): string {
  const kind = scope.label[language]
  return label.startsWith(kind) ? kind : withoutRemark(kind)
}

/** What a label says in brackets about itself is nobody’s name. */
export function withoutRemark(label: string): string {
  return label.replace(/[（(][^（）()]*[）)]$/, '').trim()
}

function commonName(unit: Unit | undefined, names: ReadonlySet<string>): string {
  const [first, ...others] = names
  return unit && others.length > 0 ? unit.sent : first!
}
