import type { Given, ValueType } from '../plan/fact.ts'
import { groupsAround } from '../plan/groups.ts'
import type { Layout, Scope } from '../plan/scope.ts'
import type { Text } from '../text/text.ts'
import type { Currency } from '../values/currency.ts'
import type { Unit } from '../schema/common-schema.ts'
import type { GivenFact } from '../schema/facts-schema.ts'
import { resolveOperand } from './resolve-operand.ts'
import { compatible, type Resolver, type Spot } from './resolver.ts'

export interface GivenItem {
  name: string
  entry: GivenFact
  pack: string
  timeZone: string
  currency: Currency
  spot: Spot
}

/** Declares the given facts: a slot and a place in the record's layout for each. */
export function declareGiven(
  resolver: Resolver,
  items: readonly GivenItem[],
  roles: ReadonlyMap<string, Text>,
): Map<string, Given> {
  const facts = new Map<string, Given>()
  // Groups first: what none means for a group is what it means for the facts in it.
  const isGroup = ({ entry }: GivenItem) => entry.type === 'group' || entry.type === 'attestation'
  for (const item of [...items.filter(isGroup), ...items.filter((other) => !isGroup(other))]) {
    if (!resolver.define('fact', item.name, item.spot)) continue
    const scope = resolver.scope(item.name.split('.')[0]!, item.spot)
    if (!scope) continue
    const { entry } = item
    const path = item.name.split('.').slice(1)
    if (entry.type === 'group' || entry.type === 'attestation') {
      const group = layoutAt(scope.layout, path, item, resolver)
      if (group) Object.assign(group, { none: entry.none, label: entry.label })
    }
    if (entry.type === 'group') continue
    if (entry.type === 'attestation') {
      for (const part of attestationParts(item, roles)) add(resolver, facts, scope, part)
      continue
    }
    add(resolver, facts, scope, {
      ...item,
      type: entry.type,
      unit: entry.unit,
      none: entry.none,
      label: entry.label,
      values: entry.type === 'enum' ? new Map(Object.entries(entry.values)) : undefined,
      future: entry.type === 'date' && entry.future === true,
      planned: entry.type === 'date' && entry.planned === true,
      intoNextYear: entry.type === 'date' && entry.intoNextYear === true,
      absentIsNone: entry.type === 'date' && entry.absent === 'none',
      isBearers: isOfBearer(entry),
      to: entry.type === 'reference' ? resolver.scope(entry.to, item.spot.at('to')) : undefined,
      of: entry.type === 'id' && entry.of ? resolver.scope(entry.of, item.spot.at('of')) : ofNone(entry),
    })
  }
  for (const { entry, spot } of items) {
    for (const [key, name] of Object.entries(scopesNamed(entry))) {
      const to = resolver.scopes.get(name ?? '')
      if (to && !to.id) resolver.report('reference-without-id', spot.at(key), [to.name])
    }
  }
  for (const fact of facts.values()) fact.groups = groupsAround(fact)
  return facts
}

/** The scopes whose records an entry names, by its keys. */
function scopesNamed(entry: GivenFact): Record<string, string | null | undefined> {
  return entry.type === 'reference' ? { to: entry.to } : entry.type === 'id' ? { of: entry.of } : {}
}

function ofNone(entry: GivenFact): null | undefined {
  return entry.type === 'id' && entry.of === null ? null : undefined
}

interface Declaration extends GivenItem {
  type: ValueType
  label: Text
  unit: Unit | undefined
  none: Text | undefined
  values: ReadonlyMap<string, Text> | undefined
  future: boolean
  planned: boolean
  intoNextYear: boolean
  absentIsNone: boolean
  isBearers: boolean
  to: Scope | undefined
  of: Scope | null | undefined
}

function add(resolver: Resolver, facts: Map<string, Given>, scope: Scope, item: Declaration): void {
  const {
    name,
    label,
    unit,
    none,
    type,
    values,
    future,
    planned,
    intoNextYear,
    isBearers,
    absentIsNone,
    to,
    of,
    pack,
    timeZone,
    currency,
    spot,
  } = item
  const path = name.split('.').slice(1)
  const isKey = path.length === 1 && path[0] === scope.key
  const fact: Given = {
    kind: 'given',
    name,
    label,
    unit,
    none: none ?? (elapses(type, future) ? undefined : noneOfGroup(scope.layout, path)),
    nullable: none !== undefined,
    type,
    values,
    currency: type === 'money' ? currency : undefined,
    future,
    planned,
    intoNextYear,
    absentIsNone,
    isBearers,
    timeZone,
    to,
    of,
    pack,
    scope,
    path,
    isKey,
    slot: scope.given.length,
    linkIndex: to ? scope.references.length : -1,
    groups: [],
    min: undefined,
    max: undefined,
    equals: undefined,
  }
  const property = path.at(-1)!
  if (!isKey) {
    const layout = path.length === 1 ? scope.layout : layoutAt(scope.layout, path.slice(0, -1), item, resolver)?.layout
    if (!layout) return
    if (layout.has(property)) {
      resolver.report('duplicate-id', spot, [name, `${scope.name}.${property}`])
      return
    }
    layout.set(property, { kind: 'fact', fact })
  }
  scope.given.push(fact)
  if (isKey) scope.keyFact = fact
  if (to) {
    scope.references.push(fact)
    to.referredBy.push(fact)
  }
  if (type === 'id' && path.length === 1 && property === 'id') scope.id = fact
  if (item.entry.type === 'id' && item.entry.names) scope.naming.push(fact)
  facts.set(name, fact)
}

/** By default everything but names and references. */
function isOfBearer(entry: GivenFact): boolean {
  const whose = 'changeable' in entry ? entry.changeable : undefined
  return whose === undefined ? !NAMES.has(entry.type) : whose === 'bearer'
}

const NAMES: ReadonlySet<GivenFact['type']> = new Set(['id', 'text', 'reference'])

/** Such a day reads as null while it is in the future, even where its group is given. */
function elapses(type: ValueType, future: boolean): boolean {
  return type === 'date' && !future
}

/** What none means for the innermost group around a path that says so. */
function noneOfGroup(root: Layout, path: readonly string[]): Text | undefined {
  let layout = root
  let none: Text | undefined
  for (const property of path.slice(0, -1)) {
    const entry = layout.get(property)
    if (entry?.kind !== 'group') break
    none = entry.none ?? none
    layout = entry.layout
  }
  return none
}

type Group = Extract<ReturnType<Layout['get']>, { kind: 'group' }>

/** The group at a path, made on the way where it is not there. */
function layoutAt(root: Layout, path: readonly string[], item: GivenItem, resolver: Resolver): Group | undefined {
  let layout = root
  let group: Group | undefined
  for (const property of path) {
    let entry = layout.get(property)
    if (!entry) layout.set(property, (entry = { kind: 'group', none: undefined, label: undefined, layout: new Map() }))
    if (entry.kind !== 'group') {
      resolver.report('duplicate-id', item.spot, [item.name, property])
      return undefined
    }
    group = entry
    layout = entry.layout
  }
  return group
}

function attestationParts(item: GivenItem, roles: ReadonlyMap<string, Text>): Declaration[] {
  const { label } = item.entry
  const part = (property: string, type: ValueType, zh: string, en: string): Declaration => ({
    ...item,
    name: `${item.name}.${property}`,
    type,
    label: zh === '' ? label : { zh: `${label.zh}的${zh}`, en: `${label.en} (${en})` },
    unit: undefined,
    none: undefined,
    values: property === 'attestedBy' ? roles : undefined,
    future: false,
    planned: false,
    intoNextYear: false,
    absentIsNone: false,
    isBearers: false,
    to: undefined,
    of: undefined,
  })
  return [
    part('value', 'boolean', '', ''),
    part('attestedOn', 'date', '证明日期', 'day of attestation'),
    part('attestedBy', roles.size > 0 ? 'enum' : 'id', '证明人身份', 'attested by'),
    part('evidenceRef', 'text', '证明材料', 'evidence'),
  ]
}

/** Resolves the bounds, once every given fact has its slot. */
export function resolveBounds(
  resolver: Resolver,
  items: readonly GivenItem[],
  facts: ReadonlyMap<string, Given>,
): void {
  for (const { name, entry, spot } of items) {
    const fact = facts.get(name)
    if (!fact || !('min' in entry || 'max' in entry || 'equals' in entry)) continue
    for (const bound of ['min', 'max', 'equals'] as const) {
      const operand = entry[bound]
      if (operand === undefined) continue
      const setting = { scope: fact.scope, period: false, due: false, local: true }
      const expression = resolveOperand(resolver, operand, setting, spot.at(bound))
      if (!expression) continue
      if (compatible(expression.type, fact.type)) fact[bound] = expression
      else
        resolver.report('type-mismatch', spot.at(bound), [
          `“${bound}”的类型与该事实不同`,
          `"${bound}" is of type ${expression.type}, the fact of type ${fact.type}`,
        ])
    }
  }
}
