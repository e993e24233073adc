import type { Finding } from '@tiaoli/engine'
import type { PaperSource } from './paper.ts'
import { byPlace, type Unit, type UnitNames } from './unit-names.ts'

/** Who has to put something right, and what. */
export interface Addressee {
  readonly name: string
  /** The record whose own the bodies are; none for a body of which there is one. */
  readonly unit: Unit | undefined
  readonly findings: readonly Finding[]
}

/** Findings by those who bear the duties, records in the order of the ledger, other bodies behind them. */
export function addresseesOf(
  { policy, language }: PaperSource,
  units: UnitNames,
  findings: readonly Finding[],
): Addressee[] {
  const groups = new Map<string, { unit: Unit | undefined; names: Set<string>; findings: Finding[] }>()
  for (const finding of findings) {
    const { subject, dutyBearer } = finding
    const scope = policy.plan.scopeOfBody.get(dutyBearer.id)
    const unit = scope && units.around(units.unitOf(subject)).find((around) => around.scope === scope)
    const label = dutyBearer.label[language]
    const name = unit ? nameOfOwn(unit, label, language) : withoutRemark(label)
    const key = unit ? `record ${unit.pointer}` : `body ${name}`
    const group = groups.get(key) ?? { unit, names: new Set(), findings: [] }
    groups.set(key, group)
    group.names.add(name)
    group.findings.push(finding)
  }
  return [...groups.values()]
    .map(({ unit, names, findings: own }) => ({ name: commonName(unit, names), unit, findings: own }))
    .sort(({ unit: a }, { unit: b }) => (a && b ? byPlace(a.pointer, b.pointer) : Number(!a) - Number(!b)))
}

/** 县（市、区）司法局党组织 of the county 章贡区 is 章贡区司法局党组织; the firm’s bodies are reached at the firm. */
function nameOfOwn(unit: Unit, label: string, language: PaperSource['language']): string {
  const { name, scope } = unit
  return isNamedAfter(unit, label, language) ? name + label.slice(scope.label[language].length) : name
}

/** Whether the name of a body begins with the kind of record that it is of, in place of which the record’s name can stand. */
export function isNamedAfter({ scope }: Unit, label: string, language: PaperSource['language']): boolean {
  const kind = scope.label[language]
  return label === kind || (language === 'zh' && label.startsWith(kind))
}

/** What a label says in brackets about itself is nobody’s name. */
function withoutRemark(label: string): string {
  return label.replace(/[（(][^（）()]*[）)]$/, '').trim()
}

function commonName(unit: Unit | undefined, names: ReadonlySet<string>): string {
  const [first, ...others] = names
  return unit && others.length > 0 ? unit.name : first!
}
