import type { Policy, Text } from '@tiaoli/engine'
import { LEDGER_WORDS, wordsIn, type Fact } from '@tiaoli/engine/plan'

type Scope = Fact['scope']
type Layout = Scope['layout']
type Given = Extract<Fact, { kind: 'given' }>

/** The words of a text, in the languages of the pack. */
type Say = (text: Text) => string

/**
 * The TypeScript types of a pack's ledger: an interface for each scope, `Ledger` for the whole. Everything may be left
 * out, which means that it is not known; `null` is allowed where the catalogue says what it means.
 */
export function ledgerTypes({ plan, sha256 }: Policy): string {
  const { id, version, title } = plan.pack
  const say = (text: Text) => wordsIn(plan.reading, text)
  return [
    `// Ledgers of ${id} ${version}, sha256 ${sha256}. Made by tiaoli from the catalogue of facts.`,
    ...[...plan.scopes.values()].map((scope) => recordInterface(scope, say)),
    `${docComment(say(title), '')}export type Ledger = ${recordTypeName(plan.root)}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function recordInterface(scope: Scope, say: Say): string {
  return `${docComment(say(scope.label), '')}export interface ${recordTypeName(scope)} {\n${memberLines(scope.layout, say, '  ')}}`
}

/** `firm` is FirmRecord, so that no scope can take the name of a type of the language. */
function recordTypeName({ name }: Scope): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Record`
}

function memberLines(layout: Layout, say: Say, indent: string): string {
  return [...layout]
    .map(([property, entry]) => {
      if (entry.kind === 'name') return memberLine(property, 'string', say(LEDGER_WORDS.name), indent)
      if (entry.kind === 'ledgerDay')
        return memberLine(property, 'string', `${say(LEDGER_WORDS.ledgerDay)}, YYYY-MM-DD`, indent)
      if (entry.kind === 'completeness')
        return memberLine(property, completenessType(layout), say(LEDGER_WORDS.completeness), indent)
      if (entry.kind === 'fact') return memberLine(property, factType(entry.fact), factComment(entry.fact, say), indent)
      if (entry.kind === 'list')
        return memberLine(property, listType(entry.scope), listComment(entry.scope, say), indent)
      const { label, none, layout: inner } = entry
      const type = `{\n${memberLines(inner, say, `${indent}  `)}${indent}}${none ? ' | null' : ''}`
      return memberLine(
        property,
        type,
        [...(label ? [say(label)] : []), ...(none ? [nullMeaning(none, say)] : [])].join('\n'),
        indent,
      )
    })
    .join('')
}

function memberLine(property: string, type: string, about: string, indent: string): string {
  return `${about && docComment(about, indent)}${indent}${property}?: ${type}\n`
}

function completenessType(layout: Layout): string {
  const lists = [...layout].flatMap(([name, { kind }]) => (kind === 'list' ? [`${name}?: boolean`] : []))
  return `{ ${lists.join('; ')} }`
}

function listType(scope: Scope): string {
  if (!scope.keyed) return `readonly ${recordTypeName(scope)}[]`
  const none = scope.none ? ' | null' : ''
  return `{ readonly [year: \`\${number}\`]: ${recordTypeName(scope)}${none} }${none}`
}

function listComment({ label, keyed, none }: Scope, say: Say): string {
  return [say(label), ...(keyed ? ['by year, "2019"'] : []), ...(none ? [nullMeaning(none, say)] : [])].join('\n')
}

function factComment(
  { label, currency, unit = currency?.minor.unit, type, none, nullable, values, to }: Given,
  say: Say,
): string {
  const counted = unit ? say(unit) : FORMATS[type]
  return [
    `${say(label)}${counted ? ` (${counted})` : ''}`,
    ...[...(values ?? [])].map(([value, text]) => `${value}: ${say(text)}`),
    ...(to ? [`the id of: ${say(to.label)}`] : []),
    ...(none && nullable ? [nullMeaning(none, say)] : []),
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

function nullMeaning(none: Text, say: Say): string {
  return `null: ${say(none)}`
}

/** Labels are anybody's words: none may end the comment. */
function docComment(about: string, indent: string): string {
  const lines = about.replaceAll('*/', '*\\/').split('\n')
  const [only] = lines
  if (lines.length === 1) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${lines.map((text) => `${indent} * ${text}\n`).join('')}${indent} */\n`
}
