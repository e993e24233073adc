import { compareRules, describeRequirement, type RuleChange } from '@tiaoli/authoring'
import { STATUS_WORDS, type Policy, type Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { formatDayInChinese, groupedBy, parseDay, textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { changesBySource } from './changes-in-words.ts'
import type { ChangeGroup, ToldCase, ToldChanges, ToldDocument } from './revision-calls.ts'

/** What changes of the rules, so that the approver reads all of it: requirements, documents and cases in full. */
export function toldChanges(before: Policy, after: Policy, language: Language): ToldChanges {
  const changes = compareRules(before, after)
  return {
    groups: groupsOf(before, after, changes),
    requirements: [...new Set(changes.flatMap((change) => requirementOf(change) ?? []))].flatMap(
      (id) => describeRequirement(after, id, language) ?? [],
    ),
    documents: documentsIn(before.plan, after.plan),
    cases: casesIn(before.plan, after.plan),
  }
}

/** Changes by the new document, or the one with new clauses, that they rest on; what rests on none of these comes last. */
function groupsOf(before: Policy, after: Policy, changes: readonly RuleChange[]): ChangeGroup[] {
  const fresh = new Set(
    [...after.plan.clauses.values()].flatMap(({ reference, document }) =>
      before.plan.clauses.has(reference) ? [] : document.id,
    ),
  )
  const groups = groupedBy(changesBySource(before, after, changes), ({ document }) =>
    document !== undefined && fresh.has(document) ? document : '',
  )
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([id, told]) => ({
      document: after.plan.documents.get(id)?.entry.title,
      rules: told.map(({ text }) => text),
    }))
}

const OF_REQUIREMENTS: ReadonlySet<RuleChange['kind']> = new Set(['requirement', 'exception', 'note'])

function requirementOf({ kind, id }: RuleChange): string | undefined {
  return OF_REQUIREMENTS.has(kind) ? id.split('/')[0] : undefined
}

/** An id is no place that anybody knows. */
const NO_PLACE: Text = { zh: '', en: '' }

/** Documents that are new, or have new words, with these words. */
function documentsIn(before: Plan, after: Plan): ToldDocument[] {
  const known = new Map([...before.clauses.values()].map(({ reference, text }) => [reference, text.zh]))
  return [...after.documents.values()].flatMap((document) => {
    const { id, entry } = document
    const isNew = !before.documents.has(id)
    const clauses = [...after.clauses.values()].filter(
      (clause) => clause.document === document && (isNew || known.get(clause.reference) !== clause.text.zh),
    )
    if (clauses.length === 0 && !isNew) return []
    const { title, number, issuer, issuedOn, effective } = entry
    return [
      {
        id,
        title: title,
        particulars: [
          ...(number === undefined ? [] : [particular('文号', 'Number', { zh: number, en: number })]),
          ...(issuer ? [particular('制发机关', 'Issued by', issuer)] : []),
          ...(issuedOn === undefined ? [] : [particular('成文日期', 'Dated', dayInWords(issuedOn))]),
          ...(effective?.from === undefined
            ? []
            : [particular('施行日期', 'In force from', dayInWords(effective.from))]),
        ],
        clauses: clauses.map((clause) => ({
          place: clause.place ?? NO_PLACE,
          text: clause.text,
        })),
      },
    ]
  })
}

function particular(zh: string, en: string, said: Text): Text {
  return { zh: `${zh}：${said.zh}`, en: `${en}: ${said.en}` }
}

function dayInWords(day: string): Text {
  const parsed = parseDay(day)
  return { zh: parsed === undefined ? day : formatDayInChinese(parsed), en: day }
}

/** Cases that are new, gone, or expect something else. */
function casesIn(before: Plan, after: Plan): ToldCase[] {
  const keyOf = ({ file, case: { id } }: Plan['cases'][number]) => `${file} ${id}`
  const old = new Map(before.cases.map((item) => [keyOf(item), item]))
  const now = new Map(after.cases.map((item) => [keyOf(item), item]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): ToldCase[] => {
    const [was, is] = [old.get(key)?.case, now.get(key)?.case]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const { title, id } = (is ?? was)!
    return [
      {
        title: title ?? { zh: id, en: id },
        before: was && expectedIn(before, was),
        after: is && expectedIn(after, is),
      },
    ]
  })
}

function expectedIn(plan: Plan, { expect }: Plan['cases'][number]['case']): Text {
  const said = expect.map(({ requirement: id, status, absent }): Text => {
    const requirement = plan.requirements.find((one) => one.id === id)
    const title = requirement ? textWithoutRecord(plan, requirement.title) : { zh: id, en: id }
    const words = status ? STATUS_WORDS[status] : absent ? { zh: '无此要求', en: 'not asked' } : undefined
    return words ? { zh: `${title.zh}：${words.zh}`, en: `${title.en}: ${words.en}` } : title
  })
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') }
}
