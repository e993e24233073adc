import type { Finding } from '@tiaoli/engine'
import { binds, isBroken, isToBeChecked } from '@tiaoli/engine/plan'
import { Areas } from './areas.ts'
import { inOrderOfDocument, placesOf } from './by-document.ts'
import { deadlineOf } from './deadline.ts'
import { HEADINGS as H } from './headings.ts'
import { numberedSheet } from './numbered-sheet.ts'
import { deadlineCell, problemOf, stateOf, titleOf } from './paper-lines.ts'
import type { PaperMaker, PaperSource } from './paper.ts'
import { PAPER_TITLES } from './paper-titles.ts'
import { itemKey, PROGRESS_KEYS, STATE_WORDS } from './progress-item.ts'
import { askedFirst } from './to-check.ts'
import { UnitNames } from './unit-names.ts'
import { workbookPaper } from './workbook-paper.ts'

const TITLE = PAPER_TITLES.supervision

/** A line for each duty of a unit that is broken or still to be done, with a hidden key by which progress is read back. */
export const supervision: PaperMaker = (source) => {
  const { language, policy, report } = source
  const units = new UnitNames(source)
  const areas = new Areas(source, units)
  const duties = report.findings.filter(isOpenDuty)
  const placeOf = placesOf(duties)
  const open = inOrderOfDocument(policy.plan, duties).sort((a, b) => placeOf(a) - placeOf(b) || byDue(a, b))
  const columns = [
    ...areas.column,
    [H.unit, 14, { key: PROGRESS_KEYS.unit }],
    [H.duty, 22, { key: PROGRESS_KEYS.matter }],
    [H.state, 9],
    [H.toDo, 32],
    [H.deadline, 17],
    [H.bearer, 10],
    [H.person, 8],
    [H.handled, 9, { key: PROGRESS_KEYS.state, choices: `"${STATE_WORDS.map((words) => words[language]).join(',')}"` }],
    [H.doneOn, 14, { key: PROGRESS_KEYS.day, keepsText: true }],
    [H.advance, 12, { key: PROGRESS_KEYS.note, keepsText: true }],
    [H.key, 10, { key: PROGRESS_KEYS.item, hidden: true }],
  ] as const
  const rows = open.map((finding) => {
    const deadline = deadlineOf(policy.plan, finding)
    const shown = { unit: units.unitOf(finding.subject).name, matter: titleOf(finding, language) }
    return [
      ...areas.cellOf(finding.subject),
      shown.unit,
      shown.matter,
      stateOf(finding, language),
      toDo(finding, source),
      deadline && deadlineCell(deadline, language),
      finding.dutyBearer.label[language],
      undefined,
      undefined,
      undefined,
      undefined,
      itemKey(finding, shown),
    ]
  })
  const sheet = numberedSheet(source, TITLE, columns, rows)
  return { papers: [workbookPaper(source, TITLE[language], [sheet])], remarks: [] }
}

/** What is wrong; of what is still to be done, what puts it off and what to do. */
function toDo(finding: Finding, source: PaperSource): string {
  const { language } = source
  if (isToBeChecked(finding)) return askedFirst(finding, source)
  if (isBroken(finding)) return problemOf(finding, source)
  return [finding.exception?.text, finding.remedy]
    .flatMap((text) => text?.[language] ?? [])
    .join(language === 'zh' ? '' : ' ')
}

/** Only duties are followed up; what is not known is asked for elsewhere. */
function isOpenDuty({ status, force }: Finding): boolean {
  return (status === 'not_met' || status === 'pending') && binds(force)
}

function byDue({ due: a = '9999' }: Finding, { due: b = '9999' }: Finding): number {
  return a < b ? -1 : Number(a > b)
}
