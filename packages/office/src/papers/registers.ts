import type { Finding, Text } from '@tiaoli/engine'
import { inWords, isPartialDate, isUnknown, recordPointer, type Plan } from '@tiaoli/engine/plan'
import type { LedgerRecord } from '@tiaoli/engine/runtime'
import type { CellValue } from '../write/table-sheet.ts'
import { Areas } from './areas.ts'
import { placesOf } from './by-document.ts'
import { deadlineOf } from './deadline.ts'
import { fileNames } from './file-names.ts'
import { evaluationOf } from './fill-table.ts'
import { HEADINGS as H } from './headings.ts'
import { isKnownNone } from './known-none.ts'
import { inOfficeWords } from './office-words.ts'
import { numberedSheet } from './numbered-sheet.ts'
import { deadlineCell, stateOf } from './paper-lines.ts'
import type { PaperMaker, PaperSource } from './paper.ts'
import { UnitNames } from './unit-names.ts'
import { workbookPaper } from './workbook-paper.ts'

type Duty = Plan['registers'][number]['duties'][number]

/** Every register of the pack: who has done a duty, when and how, and of whom it is not known. */
export const registers: PaperMaker = (source) => {
  const { policy, ledger, report, language } = source
  const evaluation = evaluationOf(policy, ledger, report)
  const units = new UnitNames(source)
  const areas = new Areas(source, units)
  const names = fileNames(policy.plan.registers.map(({ entry }) => entry.title[language]))
  const papers = policy.plan.registers.map(({ entry, duties }, i) => {
    const rows = duties.flatMap((duty) => dutyRows(source, duty, evaluation.asked.of(duty.records), units, areas))
    const columns = [
      ...areas.column,
      [H.unit, 30],
      [H.year, 10],
      [H.state, 18],
      [H.done, 50],
      [H.deadline, 26],
    ] as const
    const sheet = numberedSheet(source, entry.title, columns, rows)
    return workbookPaper(source, names[i]!, [sheet])
  })
  return { papers, remarks: papers.length === 0 ? [NO_REGISTER] : [] }
}

const NO_REGISTER: Text = { zh: '所用规则没有附情况表。', en: 'The pack has no register of duties.' }

function dutyRows(
  source: PaperSource,
  duty: Duty,
  records: readonly LedgerRecord[],
  units: UnitNames,
  areas: Areas,
): CellValue[][] {
  const { report, policy, language } = source
  const findings = report.findings.filter(
    ({ requirement, status }) => requirement === duty.requirement && status !== 'not_applicable',
  )
  const placeOf = placesOf(findings)
  const below = byRecordsAround(records)
  return findings
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((finding) => {
      const deadline = deadlineOf(policy.plan, finding)
      const done = (below.get(finding.subject.pointer) ?? []).filter((record) => isOfYear(record, finding.period))
      return [
        ...areas.cellOf(finding.subject),
        units.unitOf(finding.subject).name,
        finding.period,
        stateOf(finding, language),
        done.length > 0 ? done.map((record) => shown(record, duty, source)).join('\n') : notDone(finding, duty, source),
        deadline && deadlineCell(deadline, language),
      ]
    })
}

/** What the catalogue says where nothing was done, if that is known: 尚未述职. */
function notDone({ status, subject, period }: Finding, duty: Duty, { ledger, language }: PaperSource): CellValue {
  if (status === 'unknown' || !isKnownNone(ledger, subject, duty.records, period)) return undefined
  return duty.shows.flatMap(({ none }) => none?.[language] ?? [])[0]
}

/** Records by the pointers of themselves and of those around them. */
function byRecordsAround(records: readonly LedgerRecord[]): ReadonlyMap<string, readonly LedgerRecord[]> {
  const found = new Map<string, LedgerRecord[]>()
  for (const record of records)
    for (let at: LedgerRecord | undefined = record; at; at = at.parent) {
      const pointer = recordPointer(at)
      const below = found.get(pointer)
      if (below) below.push(record)
      else found.set(pointer, [record])
    }
  return found
}

/** Whether a record is of a year, if one is asked for. */
function isOfYear(record: LedgerRecord, period: number | undefined): boolean {
  if (period === undefined) return true
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position === period
  return false
}

function shown(record: LedgerRecord, { shows }: Duty, source: PaperSource): string {
  const { language } = source
  const words = shows.map((fact) => {
    const value = record.value(fact)
    // Beside others, what is not known has to say what it is.
    const isGivenInPart = isPartialDate(value) && value.written !== true
    if (isUnknown(value) && !isGivenInPart) return beside(fact.label, inWords(fact, value))
    const said = (typeof value === 'string' ? fact.values?.get(value) : undefined) ?? inWords(fact, value)
    // Of two days it has to be said which is which.
    const isAlike = shows.some((other) => other !== fact && other.type === fact.type)
    return isAlike ? { zh: `${fact.label.zh}：${said.zh}`, en: `${fact.label.en}: ${said.en}` } : said
  })
  const texts = words.map((text) => inOfficeWords(text[language], source))
  const comma = texts.some((text) => text.includes('，')) ? '；' : '，'
  return texts.join(language === 'zh' ? comma : ', ')
}

function beside(label: Text, words: Text): Text {
  return { zh: `${label.zh}${words.zh}`, en: `${label.en} ${words.en}` }
}
