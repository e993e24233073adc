import type { Policy } from '@tiaoli/engine'
import { ledgerPart, type ImportTable, type Plan } from '@tiaoli/engine/plan'
import { namesLike } from '../../packages/office/src/import/columns/conditions-in.ts'
import { factsGivenBy } from '../../packages/office/src/import/columns/facts-given.ts'
import { markdown, table } from './markdown.ts'

type Language = 'zh' | 'en'

/** Other names of a column that are shown. */
const OTHER_NAMES = 4

const WORDS = {
  zh: {
    title: (pack: string) => `${pack}认得的表`,
    about:
      '导入时，表头里有“靠哪些列认”的各列，就按这种表来读；同义的列名也可以，常用的写在括号里。可以有别的列：认得的照读，不认得的逐列说明；“从中读出”的括号里是一个认得的列名。都不认得的表，按表头推测。',
    form: '表',
    known: '靠哪些列认',
    gives: '从中读出',
    nothing: '不读',
    or: '或',
    and: '、',
    brackets: (text: string) => `（${text}）`,
  },
  en: {
    title: (pack: string) => `Forms that ${pack} knows`,
    about:
      'A sheet is read as one of these forms if its headings have all the columns of “known by”; a column may have another name, and some of these are given in brackets. Further columns are read if they are known; for each of the others, the import says why not. Behind each of “what is read” a heading is given by which it is known. Any other sheet is read by a guess from its headings.',
    form: 'form',
    known: 'known by',
    gives: 'what is read',
    nothing: 'nothing',
    or: ' or ',
    and: ', ',
    brackets: (text: string) => ` (${text})`,
  },
} as const

/** The forms that the mappings of a pack know, by what, and what each gives. */
export function forms({ plan }: Policy, language: Language): string {
  const words = WORDS[language]
  const tables = [...plan.imports.values()].flatMap((file) => file.tables)
  return markdown([
    `# ${words.title(plan.pack.id)}`,
    words.about,
    table(
      [words.form, words.known, words.gives],
      tables.map((one) => [
        one.title[language] ?? '',
        one.has.map((names) => knownBy([names].flat(), one, language)).join(words.and),
        given(one, plan, language).join(words.and) || words.nothing,
      ]),
    ),
  ])
}

/** A column by its names, any of which will do. */
function knownBy(names: readonly string[], { columns = [] }: ImportTable, language: Language): string {
  const { or, and, brackets } = WORDS[language]
  const read = columns.filter(({ unused }) => unused === undefined)
  const others = names.flatMap((name) => namesLike(name, read)).filter((name) => !names.includes(name))
  const shown = [...new Set(others)].slice(0, OTHER_NAMES)
  return names.join(or) + (shown.length > 0 ? brackets(shown.join(and)) : '')
}

/** What the columns of a form give, each by its label, with a heading that it is read under. */
function given(form: ImportTable, plan: Plan, language: Language): string[] {
  if (form.noLedger) return []
  const headings = new Map<string, string | undefined>()
  const add = (name: string, heading?: string) => {
    const label = labelOf(name, plan, language)
    if (label !== undefined && headings.get(label) === undefined) headings.set(label, heading)
  }
  const columns = form.columns ?? []
  for (const column of columns)
    for (const name of factsGivenBy(column))
      add(name, (columns.find(({ fact }) => fact === name) ?? column).headings[0])
  for (const { fact } of form.counts ?? []) add(fact)
  return [...headings].map(([label, heading]) =>
    heading === undefined || heading === label ? label : label + WORDS[language].brackets(heading),
  )
}

function labelOf(name: string, { scopes }: Plan, language: Language): string | undefined {
  const part = ledgerPart(scopes, name)
  if (!part) return undefined
  if (part.kind === 'fact') return part.fact.label[language]
  if (part.kind === 'attestation') return part.value.label[language]
  return part.kind === 'records' ? part.scope.label[language] : undefined
}
