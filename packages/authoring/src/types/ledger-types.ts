import type { Policy, Text } from '@tiaoli/engine'
import type { Fact } from '@tiaoli/engine/plan'

type Scope = Fact['scope']
type Layout = Scope['layout']
type Given = Extract<Fact, { kind: 'given' }>

/**
 * The TypeScript types of a pack's ledger: an interface for each scope, `Ledger` for the whole. Everything may be left
 * out, which means that it is not known; `null` is allowed where the catalogue says what it means.
 */
export function ledgerTypes({ plan, sha256 }: Policy): string {
  const { id, version, title } = plan.pack
  return [
    `// Ledgers of ${id} ${version}, sha256 ${sha256}. Made by tiaoli from the catalogue of facts.`,
    ...[...plan.scopes.values()].map(recordInterface),
    `${docComment(bilingual(title), '')}export type Ledger = ${recordTypeName(plan.root)}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function recordInterface(scope: Scope): string {
  return `${docComment(bilingual(scope.label), '')}export interface ${recordTypeName(scope)} {\n${memberLines(scope.layout, '  ')}}`
}

/** `firm` is FirmRecord, so that no scope can take the name of a type of the language. */
function recordTypeName({ name }: Scope): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Record`
}

function memberLines(layout: Layout, indent: string): string {
  return [...layout]
    .map(([property, entry]) => {
      if (entry.kind === 'name') return memberLine(property, 'string', '名称 name', indent)
      if (entry.kind === 'ledgerDay')
        return memberLine(property, 'string', '台账日期 day of the ledger, YYYY-MM-DD', indent)
      if (entry.kind === 'completeness') return memberLine(property, completenessType(layout), COMPLETENESS, indent)
      if (entry.kind === 'fact') return memberLine(property, factType(entry.fact), factComment(entry.fact), indent)
      if (entry.kind === 'list') return memberLine(property, listType(entry.scope), listComment(entry.scope), indent)
      const { label, none, layout: inner } = entry
      const type = `{\n${memberLines(inner, `${indent}  `)}${indent}}${none ? ' | null' : ''}`
      return memberLine(
        property,
        type,
        [...(label ? [bilingual(label)] : []), ...(none ? [nullMeaning(none)] : [])].join('\n'),
        indent,
      )
    })
    .join('')
}

function memberLine(property: string, type: string, about: string, indent: string): string {
  return `${about && docComment(about, indent)}${indent}${property}?: ${type}\n`
}

const COMPLETENESS = '各清单是否齐全 whether each list is complete'

function completenessType(layout: Layout): string {
  const lists = [...layout].flatMap(([name, { kind }]) => (kind === 'list' ? [`${name}?: boolean`] : []))
  return `{ ${lists.join('; ')} }`
}

function listType(scope: Scope): string {
  if (!scope.keyed) return `readonly ${recordTypeName(scope)}[]`
  const none = scope.none ? ' | null' : ''
  return `{ readonly [year: \`\${number}\`]: ${recordTypeName(scope)}${none} }${none}`
}

function listComment({ label, keyed, none }: Scope): string {
  return [bilingual(label), ...(keyed ? ['by year, "2019"'] : []), ...(none ? [nullMeaning(none)] : [])].join('\n')
}

function factComment({
  label,
  currency,
  unit = currency?.minor.unit,
  type,
  none,
  nullable,
  values,
  to,
}: Given): string {
  const counted = unit ? `${unit.zh} ${unit.en}` : FORMATS[type]
  return [
    `${bilingual(label)}${counted ? ` (${counted})` : ''}`,
    ...[...(values ?? [])].map(([value, text]) => `${value}: ${bilingual(text)}`),
    ...(to ? [`the id of: ${bilingual(to.label)}`] : []),
    ...(none && nullable ? [nullMeaning(none)] : []),
  ].join('\n')
}

const FORMATS: Partial<Record<Given['type'], string>> = {
  date: 'YYYY-MM-DD; YYYY-MM or YYYY where the rest is unknown',
  rate: '"1%"',
}

function factType(fact: Given): string {
  return `${nonNullType(fact)}${fact.nullable ? ' | null' : ''}`
}

function nonNullType({ type, values, future }: Given): string {
  if (type === 'boolean') return 'boolean'
  if (type === 'integer' || type === 'money') return 'number'
  if (type === 'date' && !future) return 'string | true'
  if (type === 'rate') return '`${number}%`'
  return type === 'enum' && values ? [...values.keys()].map((value) => JSON.stringify(value)).join(' | ') : 'string'
}

function bilingual({ zh, en }: Text): string {
  return `${zh} ${en}`
}

function nullMeaning(none: Text): string {
  return `null: ${bilingual(none)}`
}

/** Labels are anybody's words: none may end the comment. */
function docComment(about: string, indent: string): string {
  const lines = about.replaceAll('*/', '*\\/').split('\n')
  const [only] = lines
  if (lines.length === 1) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${lines.map((text) => `${indent} * ${text}\n`).join('')}${indent} */\n`
}
