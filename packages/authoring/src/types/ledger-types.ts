import { digest, type Fact, type Plan, type Text } from '@tiaoli/engine'

type Scope = Fact['scope']
type Layout = Scope['layout']
type Given = Extract<Fact, { kind: 'given' }>

/**
 * The TypeScript types of a pack's ledger: an interface for each scope, `Ledger` for the whole. Everything may be left
 * out, which means that it is not known; `null` is allowed where the catalogue says what it means.
 */
export function ledgerTypes(plan: Plan): string {
  const { id, version, title } = plan.pack
  return [
    `// Ledgers of ${id} ${version}, sha256 ${digest(plan.content)}. Made by tiaoli from the catalogue of facts.`,
    ...[...plan.scopes.values()].map(interfaceOf),
    `${comment(line(title), '')}export type Ledger = ${nameOf(plan.root)}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function interfaceOf(scope: Scope): string {
  return `${comment(line(scope.label), '')}export interface ${nameOf(scope)} {\n${membersOf(scope.layout, '  ')}}`
}

/** `firm` is FirmRecord, so that no scope can take the name of a type of the language. */
function nameOf({ name }: Scope): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Record`
}

function membersOf(layout: Layout, indent: string): string {
  return [...layout]
    .map(([property, entry]) => {
      if (entry.kind === 'fact') return member(property, typeOf(entry.fact), aboutOf(entry.fact), indent)
      if (entry.kind === 'list') return member(property, listOf(entry.scope), aboutList(entry.scope), indent)
      const { label, none, layout: inner } = entry
      const type = `{\n${membersOf(inner, `${indent}  `)}${indent}}${none ? ' | null' : ''}`
      return member(
        property,
        type,
        [...(label ? [line(label)] : []), ...(none ? [meaning(none)] : [])].join('\n'),
        indent,
      )
    })
    .join('')
}

function member(property: string, type: string, about: string, indent: string): string {
  return `${about && comment(about, indent)}${indent}${property}?: ${type}\n`
}

function listOf(scope: Scope): string {
  if (!scope.keyed) return `readonly ${nameOf(scope)}[]`
  const none = scope.none ? ' | null' : ''
  return `{ readonly [year: \`\${number}\`]: ${nameOf(scope)}${none} }${none}`
}

function aboutList({ label, keyed, none }: Scope): string {
  return [line(label), ...(keyed ? ['by year, "2019"'] : []), ...(none ? [meaning(none)] : [])].join('\n')
}

function aboutOf({ label, unit, type, none, nullable, values, to }: Given): string {
  const counted = unit ? `${unit.zh} ${unit.en}` : FORMS[type]
  return [
    `${line(label)}${counted ? ` (${counted})` : ''}`,
    ...[...(values ?? [])].map(([value, text]) => `${value}: ${line(text)}`),
    ...(to ? [`the id of: ${line(to.label)}`] : []),
    ...(none && nullable ? [meaning(none)] : []),
  ].join('\n')
}

const FORMS: Partial<Record<Given['type'], string>> = {
  money: '分 fen',
  date: 'YYYY-MM-DD, Asia/Shanghai',
  rate: '"1%"',
}

function typeOf({ type, values, nullable }: Given): string {
  return `${plainTypeOf(type, values)}${nullable ? ' | null' : ''}`
}

function plainTypeOf(type: Given['type'], values: Given['values']): string {
  if (type === 'boolean') return 'boolean'
  if (type === 'integer' || type === 'money') return 'number'
  if (type === 'rate') return '`${number}%`'
  return type === 'enum' && values ? [...values.keys()].map((value) => JSON.stringify(value)).join(' | ') : 'string'
}

function line({ zh, en }: Text): string {
  return `${zh} ${en}`
}

function meaning(none: Text): string {
  return `null: ${line(none)}`
}

/** Labels are anybody's words: none may end the comment. */
function comment(about: string, indent: string): string {
  const lines = about.replaceAll('*/', '*\\/').split('\n')
  const [only] = lines
  if (lines.length === 1) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${lines.map((text) => `${indent} * ${text}\n`).join('')}${indent} */\n`
}
