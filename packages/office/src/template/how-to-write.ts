import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { CellForm, Given } from './cell-values.ts'
import type { TemplateColumn } from './template-columns.ts'
import { CELL_WORDS } from './template-words.ts'

/** What is shown beside the cells of a column; undefined where there is nothing to say. */
export function hintOf(column: TemplateColumn, language: Language): string | undefined {
  if (column.kind === 'place' || column.kind === 'above-name') return undefined
  const none = 'none' in column ? column.none : undefined
  const meaning = none && {
    zh: `“${CELL_WORDS.none.zh}”：${none.zh}。`,
    en: ` “${CELL_WORDS.none.en}”: ${none.en}.`,
  }
  return `${howToWrite(column)[language]}${meaning?.[language] ?? ''}`
}

/** What to write in the cells of a column, in a sentence. */
export function howToWrite(column: TemplateColumn): Text {
  switch (column.kind) {
    case 'place':
    case 'above-name':
      return { zh: '此列请勿改动。', en: 'Leave this column as it is.' }
    case 'above':
      return {
        zh: `新增的行写所属“${column.scope.label.zh}”的${nameKind(column.scope).zh}；已有的行请勿改动。`,
        en: `In a new row, write the ${nameKind(column.scope).en} of its ${column.scope.label.en}; leave other rows as they are.`,
      }
    case 'year':
      return {
        zh: '新增的行写四位年份，如 2019；已有的行请勿改动。',
        en: 'In a new row, write a year such as 2019; leave other rows as they are.',
      }
    default:
      return howToFill(column.form)
  }
}

function nameKind({ id, keyed }: Given['scope']): Text {
  if (id) return { zh: '代号或名称', en: 'code or name' }
  return keyed ? { zh: '年度', en: 'year' } : { zh: '序号', en: 'number' }
}

function howToFill({ words, free }: CellForm): Text {
  if (free === undefined) {
    const list = [...words.keys()]
    return { zh: `从列表中选：${list.join('、')}。`, en: `Choose from the list: ${list.join(', ')}.` }
  }
  if (free === 'name')
    return { zh: '写单位的名称，不超过 200 字。', en: 'Write the name of the organization, in at most 200 characters.' }
  if (free === 'day') return { zh: '写成 2014-09-01。', en: 'Write a day as 2014-09-01.' }
  return howToWriteFact(free.fact)
}

/** What to write for a fact, in a sentence. */
export function howToWriteFact({ type, future, currency, to }: Given): Text {
  switch (type) {
    case 'integer':
      return { zh: '只写整数，不写单位。', en: 'Write a whole number alone.' }
    case 'money':
      return {
        zh: `写以${currency?.sign.zh ?? '元'}计的准确数字，如 12000.50。`,
        en: `Write an exact amount in ${currency?.sign.en ?? 'CNY'}, such as 12000.50.`,
      }
    case 'rate':
      return { zh: '比率写成 1%。', en: 'Write a rate as 1%.' }
    case 'date': {
      const come = future
        ? { zh: '', en: '' }
        : {
            zh: `；已完成而不知道日期的，选“${CELL_WORDS.come.zh}”`,
            en: `; choose “${CELL_WORDS.come.en}” for what is done on an unknown day`,
          }
      return {
        zh: `日期写成 2014-09-01；只知道年月的写 2014-09，只知道年份的写 2014${come.zh}。`,
        en: `Write a date as 2014-09-01, or 2014-09 or 2014 if no more is known${come.en}.`,
      }
    }
    case 'reference':
      return {
        zh: `写所指“${to?.label.zh ?? ''}”的代号，或台账中的名称。`,
        en: `Write the code of the ${to?.label.en ?? 'record'} that is meant, or its name in the ledger.`,
      }
    case 'text':
      return { zh: '写 1 至 200 字，不得有个人号码。', en: 'Write 1 to 200 characters and no personal numbers.' }
    default:
      return {
        zh: '写自编代号：英文字母、数字或 . _ : -，不得填姓名和个人号码。',
        en: 'Write a code of your own, of ASCII letters, digits or . _ : -, and no name or personal number.',
      }
  }
}
