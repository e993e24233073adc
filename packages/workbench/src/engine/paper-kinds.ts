import type { Text } from '@tiaoli/engine'
import { NOTICE_NAMES, PAPER_KINDS, paperTitle, PROBLEM_NAMES, takesTemplate } from '@tiaoli/office/papers'
import type { Calls } from './calls.ts'

/** The papers that there are, with the placeholders of those that take a file of the office. */
export function paperKinds(): Calls['paperKinds']['answer'] {
  return PAPER_KINDS.map((kind) => ({
    kind,
    title: paperTitle(kind),
    placeholders: takesTemplate(kind) ? placeholdersOf(NOTICE_NAMES, PROBLEM_NAMES) : undefined,
  }))
}

/** The placeholders of a template as they are written, those of each problem in the part that is repeated. */
function placeholdersOf(ofNotice: Readonly<Record<string, string>>, ofProblem: Readonly<Record<string, string>>): Text {
  const written = (names: string[]) => names.map((name) => `{${name}}`).join('')
  const inLanguage = (namesOf: (names: Readonly<Record<string, string>>) => string[]) => {
    const names = namesOf(ofNotice)
    const problems = names.at(-1)!
    return `${written(names.slice(0, -1))}{#${problems}}${written(namesOf(ofProblem))}{/${problems}}`
  }
  return { zh: inLanguage(Object.keys), en: inLanguage(Object.values) }
}
