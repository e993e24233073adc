import type { Reading } from '../text/reading.ts'
import type { Text } from '../text/text.ts'
import { wordsIn } from '../text/words-in.ts'
import type { Given } from '../plan/fact.ts'
import { YEAR_PATTERN } from '../values/year.ts'
import type { Plan } from '../plan/plan.ts'
import type { Layout, Scope } from '../plan/scope.ts'

type Schema = Record<string, unknown>

/** The JSON Schema (draft 2020-12) of a pack's ledgers, from its catalogue. */
export function ledgerJsonSchema(plan: Plan): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${plan.pack.id} ledger`,
    ...ofScope(plan.root, plan.reading),
  }
}

function ofScope(scope: Scope, reading: Reading): Schema {
  return { description: wordsIn(reading, scope.label), ...ofLayout(scope.layout, reading) }
}

/** What a ledger may say beside its facts. */
export const LEDGER_WORDS = {
  name: { zh: '名称', en: 'name' },
  ledgerDay: { zh: '台账日期', en: 'day of the ledger' },
  completeness: { zh: '各清单是否齐全', en: 'whether each list is complete' },
} satisfies Record<string, Text>

const NAME: Schema = { type: 'string', minLength: 1, maxLength: 200 }
const LEDGER_DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }

function ofLayout(layout: Layout, reading: Reading): Schema {
  const about = (what: keyof typeof LEDGER_WORDS): Schema => ({ description: wordsIn(reading, LEDGER_WORDS[what]) })
  const properties: Record<string, Schema> = {}
  for (const [name, entry] of layout) {
    if (entry.kind === 'fact') properties[name] = ofFact(entry.fact, reading)
    else if (entry.kind === 'name') properties[name] = { ...about('name'), ...NAME }
    else if (entry.kind === 'ledgerDay') properties[name] = { ...about('ledgerDay'), ...LEDGER_DAY }
    else if (entry.kind === 'completeness') properties[name] = { ...about('completeness'), ...completeness(layout) }
    else if (entry.kind === 'group')
      properties[name] = orNull(ofLayout(entry.layout, reading), entry.none !== undefined)
    else if (entry.scope.keyed)
      properties[name] = orNull(
        {
          type: 'object',
          patternProperties: {
            [YEAR_PATTERN]: orNull(ofScope(entry.scope, reading), entry.scope.none !== undefined),
          },
          additionalProperties: false,
        },
        entry.scope.none !== undefined,
      )
    else properties[name] = { type: 'array', items: ofScope(entry.scope, reading) }
  }
  return { type: 'object', properties, additionalProperties: false }
}

function completeness(layout: Layout): Schema {
  const lists = [...layout].flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []))
  return {
    type: 'object',
    properties: Object.fromEntries(lists.map((name) => [name, { type: 'boolean' }])),
    additionalProperties: false,
  }
}

function orNull(schema: Schema, nullable: boolean): Schema {
  return nullable ? { anyOf: [schema, { type: 'null' }] } : schema
}

function ofFact(fact: Given, reading: Reading): Schema {
  const { label, none, nullable } = fact
  const meaning = none && nullable ? ` (null: ${wordsIn(reading, none)})` : ''
  const description = `${wordsIn(reading, label)}${meaning}`
  return { description, ...orNull(ofType(fact), nullable) }
}

/** A day, a timestamp, a month or a year. */
const DATE: Schema = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?$' }

function ofType({ type, values, future }: Given): Schema {
  switch (type) {
    case 'boolean':
      return { type: 'boolean' }
    case 'integer':
    case 'money':
      return { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
    case 'rate':
      return { type: 'string', pattern: '^\\d{1,6}(\\.\\d{1,6})?%$' }
    case 'date':
      return future ? DATE : { anyOf: [DATE, { const: true }] }
    case 'enum':
      return { enum: [...(values?.keys() ?? [])] }
    case 'text':
      return { type: 'string', minLength: 1, maxLength: 200 }
    default:
      return { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$' }
  }
}
