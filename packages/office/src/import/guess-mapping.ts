import type { ImportFile, Plan } from '@tiaoli/engine/plan'
import type { Workbook } from '../workbook.ts'

/** A mapping guessed from the headings of workbooks by the labels of the catalogue. */
export function guessMapping(_workbooks: readonly Workbook[], plan: Plan): ImportFile {
  return {
    id: 'guessed',
    title: { zh: '按表头推测', en: 'Guessed from headings' },
    guessed: true,
    tables: [{ title: { zh: '', en: '' }, has: ['?'], row: plan.root.name, columns: [] }],
  }
}
