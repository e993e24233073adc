import type { Finding, Text } from '@tiaoli/engine'
import { inWords, isUnknown, recordPointer, type Plan } from '@tiaoli/engine/plan'
import type { LedgerRecord } from '@tiaoli/engine/runtime'
import { writeWorkbook, type CellValue } from '../write/workbook.ts'
import { Areas } from './areas.ts'
import { deadlineOf } from './deadline.ts'
import { fileNames } from './file-names.ts'
import { evaluationOf } from './fill-table.ts'
import { HEADINGS as H } from './headings.ts'
import { numberedSheet } from './numbered-sheet.ts'
import { deadlineCell, stateOf } from './paper-lines.ts'
import { workbookPaper, type PaperMaker, type PaperSource } from './paper.ts'
import { byPlace, UnitNames } from './unit-names.ts'

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
    return workbookPaper(names[i]!, writeWorkbook([sheet]))
  })
  return { papers, remarks: papers.length === 0 ? [NO_REGISTER] : [] }
}

const NO_REGISTER: Text = { zh: '规则包没有情况表。', en: 'The pack has no register of duties.' }

function dutyRows(
  { report, policy, language }: PaperSource,
  duty: Duty,
  records: readonly LedgerRecord[],
  units: UnitNames,
  areas: Areas,
): CellValue[][] {
  return report.findings
    .filter(({ requirement, status }) => requirement === duty.requirement && status !== 'not_applicable')
    .sort((a, b) => byPlace(a.subject.pointer, b.subject.pointer))
    .map((finding) => {
      const deadline = deadlineOf(policy.plan, finding)
      const done = records.filter((record) => isOf(record, finding))
      return [
        ...areas.cellOf(finding.subject),
        units.unitOf(finding.subject).name,
        finding.period,
        stateOf(finding, language),
        done.map((record) => shown(record, duty)[language]).join('\n'),
        deadline && deadlineCell(deadline, language),
      ]
    })
}

/** Whether a record is the subject or one of its, and of its year. */
function isOf(record: LedgerRecord, { subject, period }: Finding): boolean {
  const pointer = recordPointer(record)
  if (pointer !== subject.pointer && !pointer.startsWith(`${subject.pointer}/`)) return false
  if (period === undefined) return true
  for (let at: LedgerRecord | undefined = record; at; at = at.parent) if (at.scope.keyed) return at.position === period
  return false
}

function shown(record: LedgerRecord, { shows }: Duty): Text {
  const words = shows.map((fact) => {
    const value = record.value(fact)
    // Beside others, what is not known has to say what it is.
    if (isUnknown(value)) return beside(fact.label, inWords(fact, value))
    return (typeof value === 'string' ? fact.values?.get(value) : undefined) ?? inWords(fact, value)
  })
  return { zh: words.map(({ zh }) => zh).join('，'), en: words.map(({ en }) => en).join(', ') }
}

function beside(label: Text, words: Text): Text {
  return { zh: `${label.zh}${words.zh}`, en: `${label.en} ${words.en}` }
}
