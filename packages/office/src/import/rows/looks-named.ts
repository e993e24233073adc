import type { Text } from '@tiaoli/engine'
import type { ImportColumn } from '@tiaoli/engine/plan'
import { TextForms } from '../../values/text-form.ts'

/** Whether a text is what the mapping says that names in a column look like. */
export function looksNamed({ looks }: ImportColumn, text: string): boolean {
  if (!looks) return true
  const all = FORMS.get(looks) ?? formsOf(looks)
  FORMS.set(looks, all)
  return all.match(text)?.meaning === true
}

/** What names look like, by what the mapping says of it: made once, and not for each row. */
const FORMS = new WeakMap<NonNullable<ImportColumn['looks']>, TextForms<boolean>>()

function formsOf({ is, not = [] }: NonNullable<ImportColumn['looks']>): TextForms<boolean> {
  const forms = (texts: readonly string[], isName: boolean) => texts.map((form) => [form, isName] as const)
  return new TextForms(Object.fromEntries([...forms(is, true), ...forms(not, false)]))
}

export const NO_REFERENCE: Text = {
  zh: '这里写的不是一个组织的名称，不知是哪一个，未填入台账。请只写它的全称。',
  en: 'This is not the name of an organization, so it is not known which is meant; it is not in the ledger. Write its full name and nothing else.',
}
