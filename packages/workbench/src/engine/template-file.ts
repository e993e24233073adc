import type { Policy } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { makeTemplate } from '@tiaoli/office/template'
import type { Paper } from '@tiaoli/office/papers'
import type { AsksOf } from './calls.ts'

/** What is missing as a workbook to be filled in. */
export function templateFile(
  policy: Policy,
  ledger: unknown,
  missing: Omit<AsksOf<'template'>, 'language'>,
  language: Language,
): Paper {
  return {
    name: language === 'zh' ? '填报表.xlsx' : 'template.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: makeTemplate({ policy, ledger, missing: { ...missing, limit: Infinity }, language }),
  }
}
