import type { Finding, Text } from '@tiaoli/engine'
import { FORCE_WORDS, isBroken, isToBeChecked } from '@tiaoli/engine/plan'
import type { CellValue, TableSheet } from '../write/table-sheet.ts'
import { Areas } from './areas.ts'
import { basisOf } from './basis.ts'
import { inOrderOfDocument, placesOf } from './by-document.ts'
import { deadlineOf } from './deadline.ts'
import { HEADINGS as H } from './headings.ts'
import { inOfficeWords } from './office-words.ts'
import { numberedSheet } from './numbered-sheet.ts'
import { deadlineCell, pointOf, problemOf, titleOf } from './paper-lines.ts'
import type { PaperMaker, PaperSource } from './paper.ts'
import { PAPER_TITLES } from './paper-titles.ts'
import { requestsFor } from './questions.ts'
import { askedFirst } from './to-check.ts'
import { UnitNames } from './unit-names.ts'
import { workbookPaper } from './workbook-paper.ts'

/** What is wrong, what is only aimed at, what has to be found out and what a person has to judge: a sheet for each. */
export const problemList: PaperMaker = (source) => {
  const say = (words: Text) => words[source.language]
  const { findings: all } = source.report
  const placeOf = placesOf(all)
  const findings = inOrderOfDocument(source.policy.plan, all).sort((a, b) => placeOf(a) - placeOf(b))
  const unmet = findings.filter((finding) => finding.status === 'not_met' && !isToBeChecked(finding))
  const list = new SheetMaker(source)
  const sheets = [
    list.problems(PAPER_TITLES.problems, unmet.filter(isBroken)),
    list.problems(
      AIMS,
      unmet.filter((finding) => !isBroken(finding)),
    ),
    list.questions(findings.filter((finding) => finding.status === 'unknown' || isToBeChecked(finding))),
    list.judgements(findings.filter(({ status }) => status === 'review')),
  ]
  return { papers: [workbookPaper(source, say(PAPER_TITLES.problems), sheets)], remarks: [] }
}

const AIMS: Text = { zh: '力争和提示事项', en: 'Aims and suggestions' }
const QUESTIONS: Text = { zh: '待核清单', en: 'To be found out' }
const JUDGEMENTS: Text = { zh: '需人工研判事项', en: 'To be judged by a person' }

class SheetMaker {
  readonly #source: PaperSource
  readonly #units: UnitNames
  readonly #areas: Areas

  constructor(source: PaperSource) {
    this.#source = source
    this.#units = new UnitNames(source)
    this.#areas = new Areas(source, this.#units)
  }

  problems(title: Text, findings: readonly Finding[]): TableSheet {
    const { language, policy } = this.#source
    const isAimed = title === AIMS
    const deadlines = findings.map((finding) => deadlineOf(policy.plan, finding))
    const hasDeadlines = deadlines.some((deadline) => deadline !== undefined)
    const columns = [
      ...this.#areas.column,
      [H.unit, 14],
      [H.problem, 22],
      [H.basis, isAimed ? 30 : 34],
      [H.why, isAimed ? 18 : 20],
      ...(isAimed ? [[H.force, 8] as const] : []),
      [H.remedy, 20],
      [H.bearer, 10],
      ...(hasDeadlines ? [[H.deadline, 17] as const] : []),
      [H.progress, isAimed ? 8 : 10],
    ] as const
    const quotedIn = this.#quotedIn()
    const rows = findings.map((finding, i) => {
      const deadline = deadlines[i]
      return [
        ...this.#areas.cellOf(finding.subject),
        this.#nameOf(finding),
        problemOf(finding, this.#source),
        basisOf(policy.plan, finding.citations, language, quotedIn(finding)).join('\n'),
        pointOf(finding, this.#source),
        ...(isAimed ? [FORCE_WORDS[finding.force][language]] : []),
        finding.remedy?.[language],
        finding.dutyBearer.label[language],
        ...(hasDeadlines ? [deadline && deadlineCell(deadline, language)] : []),
        undefined,
      ]
    })
    return numberedSheet(this.#source, title, columns, rows)
  }

  /** What one answer decides stands together. */
  questions(findings: readonly Finding[]): TableSheet {
    const { language } = this.#source
    const groups = new Map<string, { unit: CellValue[]; questions: string[]; matters: string[] }>()
    for (const finding of findings) {
      const unit = [...this.#areas.cellOf(finding.subject), this.#nameOf(finding)]
      const questions = isToBeChecked(finding)
        ? [askedFirst(finding, this.#source)]
        : requestsFor(this.#source, this.#units, finding).map((request) =>
            inOfficeWords(request[language], this.#source),
          )
      const key = JSON.stringify([finding.subject.pointer, questions])
      const group = groups.get(key) ?? { unit, questions, matters: [] }
      groups.set(key, group)
      group.matters.push(titleOf(finding, language))
    }
    const columns = [...this.#areas.column, [H.unit, 18], [H.question, 60], [H.matter, 46], [H.answer, 22]] as const
    const rows = [...groups.values()].map(({ unit, questions, matters }) => [
      ...unit,
      questions.join('\n'),
      matters.join('\n'),
      undefined,
    ])
    return numberedSheet(this.#source, QUESTIONS, columns, rows)
  }

  judgements(findings: readonly Finding[]): TableSheet {
    const { language, policy } = this.#source
    const columns = [
      ...this.#areas.column,
      [H.unit, 18],
      [H.duty, 30],
      [H.toJudge, 50],
      [H.basis, 36],
      [H.opinion, 13],
    ] as const
    const quotedIn = this.#quotedIn()
    const rows = findings.map((finding) => [
      ...this.#areas.cellOf(finding.subject),
      this.#nameOf(finding),
      titleOf(finding, language),
      [finding.exception, ...finding.notes]
        .flatMap((said) => (said ? inOfficeWords(said.text[language], this.#source) : []))
        .join('\n'),
      basisOf(policy.plan, finding.citations, language, quotedIn(finding)).join('\n'),
      undefined,
    ])
    return numberedSheet(this.#source, JUDGEMENTS, columns, rows)
  }

  /** What was quoted before in the rows of one area: a list is split by these, and each part has to have the words. */
  #quotedIn(): (finding: Finding) => Set<string> {
    const quoted = new Map<CellValue, Set<string>>()
    return ({ subject }) => {
      const [area] = this.#areas.cellOf(subject)
      const before = quoted.get(area) ?? new Set()
      quoted.set(area, before)
      return before
    }
  }

  #nameOf({ subject }: Finding): string {
    return this.#units.unitOf(subject).name
  }
}
