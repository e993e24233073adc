import type { Policy, Text } from '@tiaoli/engine'
import type { Fact, Plan } from '@tiaoli/engine/plan'
import { describeExpression } from './describe-expression.ts'
import type { Language } from '@tiaoli/engine/names'

type Scope = Fact['scope']
type Layout = Scope['layout']
type Given = Extract<Fact, { kind: 'given' }>
type Row = readonly [key: string, meaning: string, written: string, none: string]

/** How a ledger for a pack is filled in, as Markdown: the records and every entry of them, for those who keep it. */
export function ledgerGuide({ plan }: Policy, language: Language): string {
  const { title } = plan.pack
  return `${[
    `# ${language === 'zh' ? `台账的填法：${title.zh}` : `How to fill in a ledger: ${title.en}`}`,
    INTRODUCTION[language],
    FILLING_RULES.map((rule) => `- ${rule[language]}`).join('\n'),
    `## ${RECORDS_HEADING[language]}`,
    recordTree(plan.root, language, 0),
    ...attestationSection(plan, language),
    ...[...plan.scopes.values()].flatMap((scope) => [
      `## ${scope.label[language]} \`${recordPath(scope)}\``,
      markdownTable(tableRows(scope.layout, language), language),
    ]),
  ].join('\n\n')}\n`
}

const INTRODUCTION: Text = {
  zh: '台账是一个 JSON 文件，由一层层的记录组成。从 Excel 转来时，表中一行就是一条记录，一列就是一栏；空白的单元格不写。',
  en: 'A ledger is a JSON file of records within records. Of a spreadsheet, a row is a record and a column an entry; an empty cell is left out.',
}

const FILLING_RULES: readonly Text[] = [
  {
    zh: '不知道的，整栏不写。没有写的一律视为不知道，结论是“无法判定”，不会当成没有做到。不要用空文字、0 或“无”代替。',
    en: 'Leave out what is not known. What is left out counts as not known and leads to “cannot be decided”, never to “not met”. Do not write an empty text, 0 or “none” instead.',
  },
  {
    zh: '`null` 表示确知没有，只在下表写明含义的栏目可以填写。',
    en: '`null` says that there certainly is no value, and is accepted only where the tables say what it means.',
  },
  {
    zh: '名单也一样：没有写是不知道有几条，`[]` 是确知一条也没有。',
    en: 'The same holds for lists: a list that is left out may have any number of records; `[]` says that it certainly has none.',
  },
  {
    zh: '以年份为键的清单，没有写的年份一律视为不知道。各年都已写全的，在同一层写 `"complete": { "years": true }`，没有写的年份即没有记录。其他名单没有列全的，写 `"complete": { "firms": false }`，凡要数全的一律“无法判定”。',
    en: 'A year that a list by year leaves out is not known. If every year is given, write `"complete": { "years": true }` beside the list: then the other years have no record. If another list does not give every record, write `"complete": { "firms": false }`: what counts over it cannot be decided then.',
  },
  {
    zh: '日期写成 `"2019-01-31"`；只知道年月的写 `"2019-01"`，只知道年份的写 `"2019"`，已经完成但不知道日期的写 `true`。比例写成 `"1%"`。',
    en: 'A date is written `"2019-01-31"`; `"2019-01"` or `"2019"` if only the month or the year is known, and `true` if it has happened on an unknown day. A rate is written `"1%"`.',
  },
  {
    zh: '带点的栏目是一层套一层：`a.b` 写成 `"a": { "b": … }`。',
    en: 'A dot is a level: `a.b` is written `"a": { "b": … }`.',
  },
  {
    zh: '只填数目和自编的标识，不填姓名、身份证号码、电话号码。',
    en: 'Counts and ids of your own making only: no names, identity numbers or telephone numbers.',
  },
]

const RECORDS_HEADING: Text = { zh: '记录的层次', en: 'Which records hold which' }

function recordTree(scope: Scope, language: Language, depth: number): string {
  const { keyed, label, list, none, parent } = scope
  const key = language === 'zh' ? '，以年份为键' : ', by year'
  const absent = none && (language === 'zh' ? `；\`null\`：${none.zh}` : `; \`null\`: ${none.en}`)
  const own = parent ? `\`${list}\` ${label[language]}${keyed ? key : ''}${absent ?? ''}` : label[language]
  return [
    `${'  '.repeat(depth)}- ${own}`,
    ...scope.children.map((child) => recordTree(child, language, depth + 1)),
  ].join('\n')
}

function recordPath({ parent, list, keyed }: Scope): string {
  if (!parent) return '{ }'
  const above = parent.parent ? `${recordPath(parent)}.` : ''
  return `${above}${list}${keyed ? '{}' : '[]'}`
}

function tableRows(layout: Layout, language: Language, path: readonly string[] = []): Row[] {
  return [...layout].flatMap(([key, entry]): Row[] => {
    const at = [...path, key]
    if (entry.kind === 'fact') return entry.fact.isKey ? [] : [factRow(entry.fact, at, language)]
    if (entry.kind === 'name') return [[at.join('.'), NAME[language], TEXT_TYPE[language], '']]
    if (entry.kind === 'ledgerDay') return [[at.join('.'), LEDGER_DAY[language], DAY_TYPE[language], '']]
    if (entry.kind === 'list' || entry.kind === 'completeness') return []
    const { label, none } = entry
    const attested = attestedFact(entry.layout)
    if (attested) return [[at.join('.'), attested.label[language], ATTESTATION[language], none?.[language] ?? '']]
    const group: Row[] = none
      ? [[at.join('.'), label?.[language] ?? '', language === 'zh' ? '一组' : 'a group', none[language]]]
      : []
    return [...group, ...tableRows(entry.layout, language, at)]
  })
}

const NAME: Text = { zh: '名称（公开的单位名称，不得填个人姓名）', en: 'name of the organization, never of a person' }
const TEXT_TYPE: Text = { zh: '文字', en: 'text' }
const LEDGER_DAY: Text = { zh: '台账日期：所填情况截至哪一天', en: 'day of the ledger: as of which day it is true' }
const DAY_TYPE: Text = { zh: '日期', en: 'date' }
const ATTESTATION: Text = { zh: '证明', en: 'attestation' }

/** What an attestation says, where a group is one. */
function attestedFact(layout: Layout): Given | undefined {
  const parts = ['value', 'attestedOn', 'attestedBy', 'evidenceRef'].map((part) => layout.get(part))
  const [value] = parts
  return layout.size === 4 && parts.every((part) => part?.kind === 'fact') && value?.kind === 'fact'
    ? value.fact
    : undefined
}

/** Attestations are all written alike, so one section explains them. */
function attestationSection(plan: Plan, language: Language): string[] {
  const roles = [...plan.facts.values()].find(({ name }) => name.endsWith('.attestedBy'))?.values
  if (!roles) return []
  const by = [...roles].map(([role, label]) => `\`${role}\` ${label[language]}`)
  return language === 'zh'
    ? [
        '## 证明',
        '写法为“证明”的栏目是一组：`value`（`true` 做到了，`false` 没有做到）、`attestedOn`（证明日期）、`attestedBy`（证明人身份）、`evidenceRef`（证明材料的编号，可以不写）。',
        `证明人身份：${by.join('；')}。`,
      ]
    : [
        '## Attestations',
        'An entry written as an attestation is a group: `value` (`true` if it was done, `false` if not), `attestedOn` (a date), `attestedBy` (a role), `evidenceRef` (the number of the evidence; may be left out).',
        `Roles: ${by.join('; ')}.`,
      ]
}

function factRow(fact: Given, path: readonly string[], language: Language): Row {
  return [
    path.join('.'),
    fact.label[language],
    entryFormat(fact, language),
    fact.nullable && fact.none ? fact.none[language] : '',
  ]
}

const TYPE_FORMATS: Partial<Record<Given['type'], Text>> = {
  boolean: { zh: '`true` 或 `false`', en: '`true` or `false`' },
  integer: { zh: '整数', en: 'integer' },
  money: { zh: '金额，整数', en: 'amount of money, integer' },
  rate: { zh: '比例', en: 'rate' },
  date: { zh: '日期', en: 'date' },
  id: { zh: '自编标识', en: 'id of your own' },
  text: { zh: '文字', en: 'text' },
}

/** The type in words, with its unit, choices, target and limits. */
function entryFormat(
  { type, currency, unit = currency?.minor.unit, values, to, future, planned, absentIsNone, min, max, equals }: Given,
  language: Language,
): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const limit = (bound: typeof min, zh: string, en: string) =>
    bound ? [say(`${zh}${describeExpression(bound).text.zh}`, `${en} ${describeExpression(bound).text.en}`)] : []
  const choices = [...(values ?? [])].map(([value, label]) => `\`${value}\` ${label[language]}`)
  const kind = to
    ? say(`“${to.label.zh}”的标识`, `id of a record of ${to.label.en}`)
    : choices.length > 0
      ? choices.join(say('；', '; '))
      : `${TYPE_FORMATS[type]![language]}${unit ? say(`（${unit.zh}）`, ` (${unit.en})`) : ''}`
  return [
    kind,
    ...(future ? [say('可以是将来', 'may be in the future')] : []),
    ...(planned ? [say('可以提前填写', 'may be entered before it comes')] : []),
    ...(absentIsNone ? [say('没有的可以不写', 'optional: leave it out if it has not happened')] : []),
    ...limit(min, '不少于', 'at least'),
    ...limit(max, '不超过', 'at most'),
    ...limit(equals, '等于', 'equal to'),
  ].join(say('，', ', '))
}

function markdownTable(rows: readonly Row[], language: Language): string {
  const head =
    language === 'zh' ? ['栏目', '含义', '写法', '`null` 表示'] : ['entry', 'meaning', 'written as', '`null` means']
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), '| --- | --- | --- | --- |', ...rows.map(([key, ...rest]) => line([`\`${key}\``, ...rest]))].join(
    '\n',
  )
}
