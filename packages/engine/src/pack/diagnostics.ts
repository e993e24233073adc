import { isLanguage, type Language, type Text } from '../text/text.ts'
import { JSON_SENTENCES } from '../json/json-problem.ts'

/** Where in a pack: the pack's id, the file in it, and an RFC 6901 pointer; line and column (from 1) for text. */
export interface SourcePlace {
  pack: string
  file: string
  pointer: string
  line?: number
  column?: number
}

export type DiagnosticCode = keyof typeof SENTENCES

/** A fault of a pack, its place, and what to do about it. */
export interface Diagnostic extends SourcePlace {
  code: DiagnosticCode
  message: Text
  /** The nearest name that is known. */
  suggestion?: string
}

const zhList = (values: readonly string[]) => values.join('、')
const enList = (values: readonly string[]) => values.join(', ')

const LANGUAGE_NAMES: Readonly<Record<Language, Text>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}

function languageName(tag: string): Text {
  return isLanguage(tag) ? LANGUAGE_NAMES[tag] : { zh: `语言“${tag}”的文字`, en: `text in the language "${tag}"` }
}

/** The sentence of every code. Keep both languages saying the same: what is wrong, then what to do. */
const SENTENCES = {
  ...JSON_SENTENCES,
  'too-many': (what: Text, limit: number) => ({
    zh: `${what.zh}超过 ${limit} 个。请减少数量或拆分规则包。`,
    en: `More than ${limit} ${what.en}. Reduce the number or split the pack.`,
  }),
  'not-a-pack': () => ({
    zh: '此处应为规则包对象，如 { files: { "pack.json": … }, uses: [ … ] }；不能是路径或文本。',
    en: 'Give a pack as an object such as { files: { "pack.json": … }, uses: [ … ] }, not a path or text.',
  }),
  'missing-file': (file: string) => ({
    zh: `规则包缺少 ${file}。请补上。`,
    en: `The pack has no ${file}. Add it.`,
  }),
  'unknown-file': (file: string) => ({
    zh: `规则包中不应有 ${file}。请移走，或改为规定的文件名。`,
    en: `A pack cannot contain ${file}. Remove it or rename it to one of the known file names.`,
  }),
  'unknown-key': (keys: readonly string[]) => ({
    zh: `不认识的键：${zhList(keys)}。请检查拼写，或删去。`,
    en: `Unknown key: ${enList(keys)}. Check the spelling or remove it.`,
  }),
  'missing-key': (key: string) => ({
    zh: `缺少“${key}”。请补上。`,
    en: `"${key}" is missing. Add it.`,
  }),
  'wrong-shape': (zh: string, en: string) => ({
    zh: `此处的写法不符合格式：${zh}。`,
    en: `This does not fit the format: ${en}.`,
  }),
  'unknown-scope': (name: string) => ({
    zh: `没有名为“${name}”的范围。请在 facts.json 的 scopes 中声明，或改正名称。`,
    en: `Unknown scope "${name}". Declare it under \`scopes\` in facts.json or correct the name.`,
  }),
  'unknown-fact': (name: string) => ({
    zh: `没有名为“${name}”的事实。请在 facts.json 中声明，或改正名称。`,
    en: `Unknown fact "${name}". Declare it in facts.json or correct the name.`,
  }),
  'unknown-operator': (name: string, known: readonly string[]) => ({
    zh: `没有名为“${name}”的运算符。可用：${zhList(known)}。`,
    en: `Unknown operator "${name}". Use one of: ${enList(known)}.`,
  }),
  'unknown-parameter': (name: string) => ({
    zh: `没有名为“${name}”的参数。请在 parameters.json 中声明，或改正名称。`,
    en: `Unknown parameter "${name}". Declare it in parameters.json or correct the name.`,
  }),
  'unknown-clause': (name: string) => ({
    zh: `没有编号为“${name}”的条款。请在 documents 下各文件的 clauses.json 中查对；不是首要文件的条款写成“文件/条款”。`,
    en: `Unknown clause "${name}". Look up its id in the clauses.json of its document. A clause of another document than the first is written document/clause.`,
  }),
  'unknown-document': (name: string) => ({
    zh: `documents 下没有名为“${name}”的文件。请添加 documents/${name}/document.json，或改正名称。`,
    en: `Unknown document "${name}". Add documents/${name}/document.json or correct the name.`,
  }),
  'first-document': (names: readonly string[]) => ({
    zh: `规则包有几个文件：${zhList(names)}。请在 pack.json 的 document 中写明首要文件，它的条款可以只写编号。`,
    en: `The pack has several documents: ${enList(names)}. Name the first one as \`document\` in pack.json: its clauses are cited by their ids alone.`,
  }),
  'unknown-requirement': (name: string) => ({
    zh: `没有名为“${name}”的要求。请查对要求的 id。`,
    en: `Unknown requirement "${name}". Check its id.`,
  }),
  'unknown-figure': (name: string) => ({
    zh: `figures 中没有“${name}”。请写其中一项的名称。`,
    en: `\`figures\` has no "${name}". Write the name of one of them.`,
  }),
  'change-without-day': () => ({
    zh: '没有写明从哪一天起改变。请写 from，或在该文件的 document.json 中写 effective.from。',
    en: 'It is not said from which day on this changes. Add `from`, or `effective.from` in the document.json of the clause.',
  }),
  'changed-twice': (name: string, by: string, day: string) => ({
    zh: `“${name}”已由条款“${by}”自 ${day} 起改变。请删去一处，或使两处的日期和方式一致。`,
    en: `"${name}" is already changed by clause "${by}" from ${day} on. Remove one of the two, or give both the same day and kind of change.`,
  }),
  'unknown-instrument': (name: string) => ({
    zh: `没有名为“${name}”的文件。请在 instruments.json 中登记，或改正名称。`,
    en: `Unknown instrument "${name}". Add it to instruments.json or correct the name.`,
  }),
  'unknown-body': (name: string) => ({
    zh: `没有名为“${name}”的责任主体。请在 pack.json 的 bodies 中声明，或改正名称。`,
    en: `Unknown body "${name}". Declare it under \`bodies\` in pack.json or correct the name.`,
  }),
  'unknown-pack': (name: string) => ({
    zh: `找不到所引用的规则包“${name}”。请一并提供。`,
    en: `This pack uses "${name}", which was not supplied. Supply it as well.`,
  }),
  'other-currency': (code: string, pack: string, other: string) => ({
    zh: `金额的币种为 ${code}，而“${pack}”的金额为 ${other}。请在 pack.json 的 currency 中写成同一种。`,
    en: `Amounts are in ${code}, but those of "${pack}" in ${other}. Give both the same \`currency\` in pack.json.`,
  }),
  'unknown-profile': (name: string) => ({
    zh: `没有名为“${name}”的参数方案。请在 profiles 中添加，或改正名称。`,
    en: `Unknown profile "${name}". Add it under profiles/ or correct the name.`,
  }),
  'unknown-base': (name: string) => ({
    zh: `本文件的 bases 中没有“${name}”。请在 bases 中写明这份台账，或改正名称。`,
    en: `This file has no base "${name}". Add that ledger under \`bases\` or correct the name.`,
  }),
  'no-such-place': (pointer: string) => ({
    zh: `案例的台账中没有“${pointer}”这个位置。请查对各级名称；列表中写序号（从 0 起），set 可用“-”追加。`,
    en: `The ledger of this case has no "${pointer}". Check each name. In a list, write a position from 0; \`set\` appends with -.`,
  }),
  'duplicate-id': (name: string, elsewhere: string) => ({
    zh: `“${name}”已在 ${elsewhere} 中定义。请改名或删去一处。`,
    en: `"${name}" is already defined in ${elsewhere}. Rename or remove one of them.`,
  }),
  'reference-cycle': (names: readonly string[]) => ({
    zh: `循环引用：${names.join(' → ')}。请改写其中一处。`,
    en: `Circular reference: ${names.join(' → ')}. Rewrite one of them.`,
  }),
  'derivation-too-long': (name: string, limit: number) => ({
    zh: `“${name}”要经过 ${limit} 个以上逐层派生的事实才能得出。请减少层数。`,
    en: `"${name}" depends on a chain of more than ${limit} derived facts. Shorten the chain.`,
  }),
  'derivation-too-deep': (name: string, limit: number) => ({
    zh: `“${name}”所依据的条件和公式层层嵌套，合计超过 ${limit} 层。请减少嵌套。`,
    en: `The conditions and formulas behind "${name}" are nested more than ${limit} levels deep in total. Nest less.`,
  }),
  'scope-tree': (zh: string, en: string) => ({
    zh: `范围的层级有误：${zh}。`,
    en: `The scopes do not form a tree: ${en}.`,
  }),
  'type-mismatch': (zh: string, en: string) => ({ zh: `类型不符：${zh}。`, en: `Type mismatch: ${en}.` }),
  'not-visible': (scope: string, from: string) => ({
    zh: `从“${from}”看不到“${scope}”的事实。请改用上级、引用或汇总公式。`,
    en: `Facts of "${scope}" cannot be read from "${from}". Use a fact of a parent scope, a reference, or a formula over records.`,
  }),
  'ambiguous-route': (scope: string, from: string) => ({
    zh: `从“${from}”到“${scope}”有两条同样近的途径，无法确定指哪一条。请在途中的范围增设派生事实，或只保留一个引用。`,
    en: `The path from "${from}" to "${scope}" is ambiguous: two references lead there. Add a derived fact to a scope on the way, or keep only one of the references.`,
  }),
  'reference-without-id': (scope: string) => ({
    zh: `“${scope}”的记录没有代号，无法被引用。请在 facts.json 的 given 中声明“${scope}.id”，类型为 id。`,
    en: `Records of "${scope}" have no id to refer to. Declare "${scope}.id" with type id under \`given\` in facts.json.`,
  }),
  'records-of-others': (zh: string, en: string) => ({
    zh: `${zh}。请写能说明这项要求如何完成的记录。`,
    en: `${en}. Name the records that tell how the duty was done.`,
  }),
  'outside-period': (name: string) => ({
    zh: `“${name}”依赖年度，但此处没有年度。请为该要求加上 recurs。`,
    en: `"${name}" depends on the year, but this requirement is not yearly. Add \`recurs\` to it.`,
  }),
  'due-not-available': () => ({
    zh: '“due”只能在规定了 due 的要求自身的条件中使用，且不能用于 applies。',
    en: '`due` can be used only in the conditions of a requirement that has a `due`, and not in its `applies`.',
  }),
  'text-without-language': (first: string) => ({
    zh: `缺少${languageName(first).zh}。它是规则包的首要语言（pack.json 的 languages），每段文字都要写“${first}”。`,
    en: `The ${languageName(first).en} is missing. It is the first language of the pack (\`languages\` in pack.json), so write "${first}" in every text.`,
  }),
  'unknown-language': (tag: string, languages: readonly string[]) => ({
    zh: `“${tag}”不是规则包的语言（${zhList(languages)}）。请改正这个键，或在 pack.json 的 languages 中加上这种语言。`,
    en: `"${tag}" is none of the languages of the pack (${enList(languages)}). Correct the key, or add the language to \`languages\` in pack.json.`,
  }),
  'placeholder-form': (text: string) => ({
    zh: `文字中的“${text}”不是占位符。占位符写成 {parameters.名称}、{due} 或 {事实名}；花括号本身写成 {{ 和 }}。`,
    en: `"${text}" is no placeholder. Write {parameters.name}, {due} or {fact.name}, and {{ and }} for braces themselves.`,
  }),
  'placeholder-untranslated': (name: string) => ({
    zh: `只有一种语言的文字有占位符“{${name}}”。请在另一种语言中也写上，或一并删去。`,
    en: `Only one language has the placeholder {${name}}. Add it to the other, or remove it from both.`,
  }),
  'placeholder-without-record': (name: string) => ({
    zh: `这段文字不针对某条记录，不能显示“{${name}}”。请改用 {parameters.名称}，或改为不含占位符的文字。`,
    en: `This text is not about one record and cannot show {${name}}. Use {parameters.name}, or words alone.`,
  }),
  'bound-not-local': (name: string) => ({
    zh: `上下限只能引用同一记录中的已填事实，“${name}”不是。`,
    en: `A bound can use only given facts of the same record; "${name}" is not one.`,
  }),
  'parameter-gap': (from: string, to: string) => ({
    zh: `参数在 ${from} 至 ${to} 之间没有值。请补上一段，或延长前一段。`,
    en: `The parameter has no value between ${from} and ${to}. Add a value or extend the previous one.`,
  }),
  'parameter-overlap': (from: string | undefined, isByClause: boolean) => ({
    zh: `${from === undefined ? '从一开始' : `自 ${from} 起`}参数就有两个值。${isByClause ? '后一个值没有写 from，自所引条款起算：通知另有日期的，请写 from；没有的，请使前一个值的 to 等于该日。' : '请使前一段的 to 等于后一段的 from。'}`,
    en: `The parameter has two values from ${from ?? 'the beginning'} on. ${isByClause ? 'The later one has no `from` and begins with its clause: if the notice gives it another day, write that in `from`; if not, set `to` of the earlier one to this day.' : 'Set `to` of the earlier one to `from` of the later one.'}`,
  }),
  'invalid-date': (text: string) => ({
    zh: `“${text}”不是日历中的日期。请写成 YYYY-MM-DD。`,
    en: `"${text}" is not a calendar date. Write YYYY-MM-DD.`,
  }),
  'uncited-requirement': () => ({
    zh: '这条要求没有出处。请写明 clauses 或 basis。',
    en: 'The requirement has no source. Add `clauses` or `basis`.',
  }),
  'uncited-value': () => ({
    zh: '这个值没有出处。请写明 clauses、basis 或 assumption。',
    en: 'The value has no source. Add `clauses`, `basis` or `assumption`.',
  }),
  'force-mismatch': (force: string, forces: readonly string[]) => ({
    zh: `force 为“${force}”，但所引条款的力度是：${zhList(forces)}。请与条款一致。`,
    en: `The force is "${force}", but the cited clauses have: ${enList(forces)}. Use the force of a cited clause.`,
  }),
  'nothing-required': () => ({
    zh: '没有 requires 的要求必须有 figures（计算类要求）。',
    en: 'A requirement without `requires` is a calculation and needs `figures`.',
  }),
} satisfies Record<string, (...args: never[]) => Text>

type Arguments<C extends DiagnosticCode> = Parameters<(typeof SENTENCES)[C]>

export function diagnostic<C extends DiagnosticCode>(
  code: C,
  place: SourcePlace,
  args: Arguments<C>,
  suggestion?: string,
): Diagnostic {
  const sentence = SENTENCES[code] as (...args: unknown[]) => Text
  return {
    code,
    ...place,
    message: sentence(...args),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/** `pack/file:line:column code message (did you mean …?)`, the way compilers print. */
export function formatDiagnostic(
  item: Omit<Diagnostic, 'code'> & { code: string },
  language: keyof Text = 'en',
): string {
  const position = item.line === undefined ? item.pointer : `:${item.line}:${item.column}`
  const hint =
    item.suggestion === undefined
      ? ''
      : language === 'zh'
        ? `您是否想写“${item.suggestion}”？`
        : ` Did you mean "${item.suggestion}"?`
  return `${item.pack}/${item.file}${position} ${item.code} ${item.message[language]}${hint}`
}

/** A pack that cannot be used. `diagnostics` lists everything that is wrong with it, not just the first. */
export class PackError extends Error {
  override readonly name = 'PackError'
  readonly code = 'invalid-pack'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((item) => formatDiagnostic(item)).join('\n'))
    this.diagnostics = diagnostics
  }
}
