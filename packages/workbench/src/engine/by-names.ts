import { clauseName } from '@tiaoli/authoring'
import type { Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'

/**
 * A remark about rules with the names of things in place of their ids, for readers who see no file. A word that is an id
 * but stands alone, such as `firm`, is one only in quotation marks.
 */
export function byNames(plan: Plan): (remark: Text) => Text {
  const names = namesIn(plan)
  return ({ zh, en }) => ({
    zh: zh
      .replaceAll(/“([\w./-]+)”(（[^（）]*）)?/g, (_, id: string, told = '') =>
        quoted('“”', id, names.get(id)?.zh, told),
      )
      .replaceAll(COMPOUND, (id) => names.get(id)?.zh ?? id),
    en: en
      .replaceAll(/"([\w./-]+)"( \([^()]*\))?/g, (_, id: string, told = '') =>
        quoted('""', id, names.get(id)?.en, told),
      )
      .replaceAll(COMPOUND, (id) => names.get(id)?.en ?? id),
  })
}

/** Some remarks tell the name themselves, in brackets behind the id. */
function quoted(marks: string, id: string, name: string | undefined, told: string): string {
  const isTold = name !== undefined && told.trim().slice(1, -1) === name
  return `${marks[0]}${name ?? id}${marks[1]}${isTold ? '' : told}`
}

const COMPOUND = /[A-Za-z]\w*(?:[./-]\w+)+/g

function namesIn(plan: Plan): ReadonlyMap<string, Text> {
  return new Map<string, Text>([
    ...[...plan.scopes.values()].map(({ name, label }) => [name, label] as const),
    ...[...plan.bodies].map(([id, label]) => [id, label] as const),
    ...[...plan.documents.values()].map(({ id, entry }) => [id, entry.title] as const),
    ...[...plan.facts.values()].map(({ name, label }) => [name, label] as const),
    ...[...plan.parameters.values()].flatMap(({ name, label }) => [
      [name, label] as const,
      [name.replace(/^parameters\./, ''), label] as const,
    ]),
    ...[...plan.clauses.values()].flatMap((clause) => [
      [clause.id, clauseName(clause)] as const,
      [clause.reference, clauseName(clause)] as const,
    ]),
    ...plan.requirements.flatMap(({ id, unless, notes }) =>
      [...unless, ...notes].flatMap(({ entry, text }) => {
        const name = textWithoutRecord(plan, text)
        return [[entry.id, name] as const, [`${id}/${entry.id}`, name] as const]
      }),
    ),
    ...plan.requirements.map(({ id, title }) => [id, textWithoutRecord(plan, title)] as const),
  ])
}
