import type { Policy, Text } from '@tiaoli/engine'
import { pointerOf, type Plan } from '@tiaoli/engine/plan'
import { definitionsOf, type Entry, type Json, type DefinitionKind, type Definition } from './definitions.ts'
import { jsonDifferences, isSameJson } from './json-differences.ts'
import { definitionProse } from './definition-prose.ts'
import { lawChanges } from './law-changes.ts'
import { isPartOf } from '../part-forms.ts'
import { isSourceField, sourcesOnlyIn } from './sources-only-in.ts'
import { valueChanges, type PlannedValues } from './value-changes.ts'
import { fieldLabel, KIND_LABELS, valueText } from './value-text.ts'

/** One change of the rules. Renames are not guessed: what has another id was removed and added. */
export interface RuleChange {
  kind: DefinitionKind
  /** Exceptions and notes as `requirement/id`. */
  id: string
  change: 'added' | 'removed' | 'changed'
  /**
   * What of it changed; for a condition or formula with the pointer of the part: `requires/all/1/value`.
   * `laterDocuments`: what a later document does to it, which no field of its own says.
   */
  field?: string
  before?: Json
  after?: Json
  text: Text
}

/** What changed from one pack to another, with the packs they use, by id, not by file or line; and what later documents do. */
export function compareRules(before: Policy, after: Policy): RuleChange[] {
  return [...definitionChanges(before, after), ...lawChanges(before, after)]
}

function definitionChanges({ plan: before }: Policy, { plan: after }: Policy): RuleChange[] {
  const keyOf = ({ kind, id }: Definition) => `${kind} ${id}`
  const old = new Map(definitionsOf(before).map((thing) => [keyOf(thing), thing]))
  const now = new Map(definitionsOf(after).map((thing) => [keyOf(thing), thing]))
  return [
    ...[...old].flatMap(([key, thing]) => (now.has(key) ? [] : [addedOrRemoved(thing, 'removed')])),
    ...[...now].flatMap(([key, thing]) => {
      const earlier = old.get(key)
      return earlier ? fieldChanges(earlier, thing, before, after) : [addedOrRemoved(thing, 'added')]
    }),
  ]
}

function addedOrRemoved({ kind, id, entry }: Definition, change: 'added' | 'removed'): RuleChange {
  const { title, label, text } = entry
  const words = valueText(title ?? label ?? text)
  const name = KIND_LABELS[kind]
  return {
    kind,
    id,
    change,
    ...(change === 'added' ? { after: entry } : { before: entry }),
    text: {
      zh: `${change === 'added' ? '新增' : '删去'}${name.zh} ${id}${words.zh === '无' ? '' : `：${words.zh}`}`,
      en: `${name.en} ${id} ${change}${words.en === 'none' ? '' : `: ${words.en}`}`,
    },
  }
}

function fieldChanges(
  { entry: before }: Definition,
  { kind, id, entry: after }: Definition,
  from: Plan,
  to: Plan,
): RuleChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !IGNORED.has(field))
  return fields.flatMap((field) => {
    const [old, now] = [before[field], after[field]]
    if (isSameJson(old, now)) return []
    if (kind === 'parameter' && field === 'values')
      return valueChanges({ kind, id }, id, { plan: from, values: old }, { plan: to, values: now })
    if (kind === 'profile' && field === 'parameters')
      return profileChanges(id, { plan: from, values: old }, { plan: to, values: now })
    if (isSourceField(field)) {
      const [earlier, later] = [
        { plan: from, entry: before },
        { plan: to, entry: after },
      ]
      const part = { field, before: old, after: now }
      return [
        ruleChange(kind, id, part, sourcesOnlyIn(earlier, later, [field]), sourcesOnlyIn(later, earlier, [field])),
      ]
    }
    return splitChange(field, old, now).map((part) => {
      const words = (plan: Plan, value: Json | undefined) =>
        (value !== undefined && part.field === field ? definitionProse(plan, kind, id, field) : undefined) ??
        valueText(value, field)
      return ruleChange(kind, id, part, words(from, part.before), words(to, part.after))
    })
  })
}

/** They say how a file is to be read, not what holds. */
const IGNORED = new Set(['$schema', '$comment'])

function profileChanges(id: string, before: PlannedValues, after: PlannedValues): RuleChange[] {
  const [old, now] = [(before.values ?? {}) as Entry, (after.values ?? {}) as Entry]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((parameter) =>
    isSameJson(old[parameter], now[parameter])
      ? []
      : valueChanges(
          { kind: 'profile', id },
          parameter,
          { plan: before.plan, values: old[parameter] },
          { plan: after.plan, values: now[parameter] },
        ),
  )
}

interface FieldChange {
  field: string
  before: Json | undefined
  after: Json | undefined
}

/** At most this many small differences are reported one by one; more of them are one large one. */
const MAX_PARTS = 4
/** Conditions and formulas, in addition to the parts of a requirement. */
const OTHERS_IN_PARTS = new Set(['when', 'on', 'holds', 'where', 'figures'])

/** A threshold that moved inside a condition is reported as that, a rewritten condition as a whole. */
function splitChange(field: string, before: Json | undefined, after: Json | undefined): FieldChange[] {
  const hasParts = isPartOf('condition', field) || isPartOf('formula', field) || OTHERS_IN_PARTS.has(field)
  const inside = hasParts ? jsonDifferences(before, after) : []
  const small = inside.length <= MAX_PARTS && inside.every((part) => isScalar(part.before) && isScalar(part.after))
  if (inside.length === 0 || !small) return [{ field, before, after }]
  return inside.map((part) => ({ field: `${field}${pointerOf(part.path)}`, before: part.before, after: part.after }))
}

function isScalar(value: Json | undefined): boolean {
  return typeof value !== 'object' && value !== undefined
}

function ruleChange(
  kind: DefinitionKind,
  id: string,
  { field, before, after }: FieldChange,
  old: Text,
  now: Text,
): RuleChange {
  const [top = field, ...rest] = field.split('/')
  const name = fieldLabel(top)
  const place = rest.length > 0 ? ` /${rest.join('/')}` : ''
  // Where only the English changed, the Chinese says so by showing it.
  const onlyEnglish = old.zh === now.zh && old.en !== now.en
  return {
    kind,
    id,
    change: 'changed',
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    text: {
      zh: `${KIND_LABELS[kind].zh} ${id} 的${name.zh}${place}${onlyEnglish ? '（英文）' : ''}：${onlyEnglish ? old.en : old.zh} → ${onlyEnglish ? now.en : now.zh}`,
      en: `${KIND_LABELS[kind].en} ${id}, ${name.en}${place}: ${old.en === now.en ? old.zh : old.en} → ${old.en === now.en ? now.zh : now.en}`,
    },
  }
}
