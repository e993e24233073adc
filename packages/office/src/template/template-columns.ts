import type { Text } from '@tiaoli/engine'
import { LEDGER_WORDS } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import type { Scope } from '../scope.ts'
import { formOfFact, type CellForm, type Given } from './cell-values.ts'
import { wordOf } from './template-words.ts'

/** Its key is the same in every language and stands in a hidden row. */
interface Named {
  readonly key: string
  readonly heading: string
}

/** A column of a template. */
export type TemplateColumn = ValueColumn | (Named & SpecialColumn)

type SpecialColumn =
  | { readonly kind: 'place' }
  /** The id, the year or the number of a record above. */
  | { readonly kind: 'above'; readonly scope: Scope }
  /** The name of that record, to be read by people alone. */
  | { readonly kind: 'above-name'; readonly scope: Scope }
  | { readonly kind: 'year' }
  /** Whether there is a record for the year at all. */
  | { readonly kind: 'none'; readonly none: Text; readonly form: CellForm }
  /** Whether there are records in a list below. */
  | { readonly kind: 'list'; readonly scope: Scope; readonly form: CellForm }

/** A value of the record: a fact, a group that may be none, its name, the day of the ledger, whether a list is complete. */
export interface ValueColumn extends Named {
  readonly kind: 'value'
  readonly path: readonly string[]
  readonly form: CellForm
  /** The name in the catalogue, of a fact. */
  readonly fact: Given | undefined
  readonly none: Text | undefined
}

/** What the cell of a list means when its records are in rows of a sheet of their own. */
export const LISTED = Symbol('listed')

/** What the cell of a group means that is there, of which no more is known. */
export const THERE = Symbol('there')

/** The key of the hidden column with the place of each record in the ledger, by which the sheet of a scope is known. */
export function placeKey(scope: string): string {
  return `:place.${scope}`
}

const HEADINGS = {
  place: { zh: '记录位置', en: 'place of the record' },
  year: { zh: '年度', en: 'year' },
} as const satisfies Record<string, Text>

/** Every column that the sheet of a scope can have, in their order; lists only of scopes that have sheets too. */
export function columnsOf(scope: Scope, sheets: ReadonlySet<Scope>, language: Language): TemplateColumn[] {
  const { id, keyed } = scope
  const columns: TemplateColumn[] = [{ kind: 'place', key: placeKey(scope.name), heading: HEADINGS.place[language] }]
  for (const above of namingAbove(scope)) {
    const heading = aboveHeading(above, language)
    columns.push({ kind: 'above', key: `:in.${above.name}`, heading: heading.id, scope: above })
    if (hasNames(above))
      columns.push({ kind: 'above-name', key: `:name.${above.name}`, heading: heading.name, scope: above })
  }
  if (keyed) columns.push({ kind: 'year', key: ':year', heading: HEADINGS.year[language] })
  if (scope.none) columns.push(noneColumn(scope, scope.none, language))
  if (id) columns.push(factColumn(id, language))
  columns.push(...columnsIn(scope, scope.layout, [], language))
  for (const child of scope.children) if (sheets.has(child)) columns.push(...listColumns(child, language))
  return distinct(columns)
}

/** The records above by which one is found: those from the last with an id down, the highest first. */
export function namingAbove({ parent }: Scope): Scope[] {
  if (!parent?.parent) return []
  return parent.id ? [parent] : [...namingAbove(parent), parent]
}

export function hasNames({ layout }: Scope): boolean {
  return layout.get('name')?.kind === 'name'
}

function aboveHeading({ label, id, keyed }: Scope, language: Language): { id: string; name: string } {
  const zh = {
    id: id ? `所属${label.zh}的代号` : keyed ? label.zh : `所属${label.zh}（第几条）`,
    name: `${label.zh}名称`,
  }
  const en = {
    id: id ? `code of its ${label.en}` : keyed ? label.en : `its ${label.en} (number)`,
    name: `${label.en}, name`,
  }
  return language === 'zh' ? zh : en
}

function noneColumn({ label }: Scope, none: Text, language: Language): TemplateColumn {
  const heading = { zh: `${label.zh}整体情况`, en: `${label.en} as a whole` }
  return {
    kind: 'none',
    key: ':none',
    heading: heading[language],
    none,
    form: { words: new Map([[wordOf('none', language), null]]), free: undefined },
  }
}

function columnsIn(
  scope: Scope,
  layout: Scope['layout'],
  path: readonly string[],
  language: Language,
): TemplateColumn[] {
  return [...layout].flatMap(([property, entry]): TemplateColumn[] => {
    const at = [...path, property]
    if (entry.kind === 'fact') return entry.fact === scope.id ? [] : [factColumn(entry.fact, language)]
    if (entry.kind === 'group') {
      const { none, label } = entry
      const group = none ? [groupColumn(scope, at, label ?? scope.label, none, language)] : []
      return [...group, ...columnsIn(scope, entry.layout, at, language)]
    }
    if (entry.kind === 'name' || entry.kind === 'ledgerDay') return [wordColumn(entry.kind, at, language)]
    return []
  })
}

function factColumn(fact: Given, language: Language): TemplateColumn {
  const { label, unit, type, currency, name, path, none, nullable } = fact
  const counted = type === 'money' && currency ? currency.sign[language] : unit?.[language]
  const heading = counted === undefined ? label[language] : withUnit(label[language], counted, language)
  const form = formOfFact(fact, language)
  return { kind: 'value', key: name, heading, path, form, fact, none: nullable ? none : undefined }
}

function withUnit(label: string, unit: string, language: Language): string {
  if (language === 'zh') return `${label}（${unit}）`
  const isSaid = label.split(/[^\p{L}]+/u).includes(unit)
  return isSaid ? label : `${label} (${unit})`
}

function groupColumn(
  scope: Scope,
  path: readonly string[],
  label: Text,
  none: Text,
  language: Language,
): TemplateColumn {
  const heading = { zh: `${label.zh}（有无）`, en: `${label.en} (as a whole)` }
  return {
    kind: 'value',
    key: [scope.name, ...path].join('.'),
    heading: heading[language],
    path,
    form: {
      words: new Map<string, unknown>([
        [wordOf('there', language), THERE],
        [wordOf('none', language), null],
      ]),
      free: undefined,
    },
    fact: undefined,
    none,
  }
}

function wordColumn(kind: 'name' | 'ledgerDay', path: readonly string[], language: Language): TemplateColumn {
  return {
    kind: 'value',
    key: `:${path.join('.')}`,
    heading: LEDGER_WORDS[kind][language],
    path,
    form: { words: new Map(), free: kind === 'name' ? 'name' : 'day' },
    fact: undefined,
    none: undefined,
  }
}

function listColumns(scope: Scope, language: Language): TemplateColumn[] {
  const { list, label, keyed, none } = scope
  const nothing = keyed ? (none ? null : {}) : []
  const complete = { zh: `${label.zh}是否齐全`, en: `${label.en}: whether all are here` }
  return [
    {
      kind: 'list',
      key: `:list.${list}`,
      heading: { zh: `${label.zh}（见分表）`, en: `${label.en} (see its sheet)` }[language],
      scope,
      form: {
        words: new Map<string, unknown>([
          [wordOf(keyed ? 'yearly' : 'listed', language), LISTED],
          [wordOf('none', language), nothing],
          ...(keyed && none ? ([[wordOf('noYear', language), {}]] as const) : []),
        ]),
        free: undefined,
      },
    },
    {
      kind: 'value',
      key: `:complete.${list}`,
      heading: complete[language],
      path: ['complete', list],
      form: {
        words: new Map<string, unknown>([
          [wordOf('complete', language), true],
          [wordOf('incomplete', language), false],
        ]),
        free: undefined,
      },
      fact: undefined,
      none: undefined,
    },
  ]
}

/** Two columns of a sheet are not called the same. */
function distinct(columns: readonly TemplateColumn[]): TemplateColumn[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column.heading) ?? 0) + 1
    seen.set(column.heading, times)
    return times === 1 ? column : { ...column, heading: `${column.heading} ${times}` }
  })
}
