import type { Language } from '@tiaoli/engine/names'
import type { TableSheet } from '../write/table-sheet.ts'

const NAME = { zh: '填表说明', en: 'How to fill this in' }
const HEADINGS = { zh: ['事项', '说明'], en: ['about', 'what to do'] } as const

const RULES = {
  zh: [
    ['不清楚的', '留空。留空就是“不知道”，不会当作“没有”，也不会当作没有做到。'],
    ['没有的', '写“没有”。点中单元格，提示里写明“没有”是什么意思；没有这样提示的列不能写“没有”。'],
    ['原来填错、现在不清楚的', '写“不清楚”，台账中原有的内容即删去。只把单元格清空，台账中的内容不变。'],
    ['有下拉列表的', '从列表中选。'],
    [
      '日期',
      '写成 2014-09-01；只知道年月的写 2014-09，只知道年份的写 2014；已经完成而不知道日期的，选“已完成（日期不详）”。',
    ],
    ['金额', '按列标题中的单位写数字，例如以元计的 12000.50，不写“万”，不写“约”。'],
    ['比率', '写成 1%。'],
    ['人数、次数', '只写数字，不写单位，不写“约”。不准确的留空。'],
    [
      '代号',
      '用英文字母、数字自编，同一个人、同一个单位在各处用同一个代号。不得填身份证号、电话号码；人员不得填姓名。',
    ],
    [
      '分表',
      '每一种记录各有一张表，每条记录一行。上级表中“（见分表）”一列选“逐条填写”或“逐年填写”；确实一条也没有的选“没有”；不清楚的留空。',
    ],
    ['新增一条', '在表末的空行填写，写明所属单位的代号或名称，不要复制已有的行；年度表中没有的年度，直接写明即可。'],
    ['排序', '可以整行排序，隐藏的列也要排在内。只排其中几列，各行就与记录对不上，不会读入。'],
    ['不要改动', '已有的代号、年度和所属单位、列标题、表名下方隐藏的一行、隐藏的列和工作表。不需要的列可以不填。'],
  ],
  en: [
    [
      'What you do not know',
      'Leave it blank. Blank means not known: it is never taken for “none”, nor for something not done.',
    ],
    [
      'What there is not',
      'Write “none”. The hint beside a cell says what that means; where it says nothing, “none” is not possible.',
    ],
    [
      'What was wrong and is not known',
      'Write “not known”: what the ledger says is removed. A cell that is only emptied changes nothing.',
    ],
    ['Cells with a list', 'Choose from the list.'],
    [
      'Dates',
      'Write 2014-09-01; 2014-09 or 2014 if only the month or the year is known; choose “done (day unknown)” for what is done on an unknown day.',
    ],
    ['Amounts', 'Write a number in the unit of the heading, such as 12000.50, exact and without words.'],
    ['Rates', 'Write 1%.'],
    ['Numbers', 'Write the number alone. Leave it blank if it is only approximate.'],
    [
      'Codes',
      'Letters and digits of your own, the same everywhere for the same person or organization. No identity or telephone numbers, and no names of persons.',
    ],
    [
      'Sheets below',
      'Each kind of record has a sheet, with a row for each. In the column “(see its sheet)” above, choose “one by one” or “year by year”, “none” if there are none at all, and nothing if it is not known.',
    ],
    [
      'A new record',
      'Use an empty row at the end, with the code or name of what it belongs to. Do not copy a row. A year that the ledger does not have is added.',
    ],
    [
      'Sorting',
      'Sort whole rows, with the hidden columns. Rows of which only some columns were sorted no longer fit their records and are not read.',
    ],
    [
      'What to leave as it is',
      'Codes, years and what a record belongs to, headings, the hidden row above them, hidden columns and sheets. Columns that are not needed stay blank.',
    ],
  ],
} as const

/** The sheet that says how the others are filled in. */
export function instructions(title: string, language: Language): TableSheet {
  const [about, what] = HEADINGS[language]
  return {
    name: NAME[language],
    title: NAME[language],
    lines: [title],
    columns: [
      { heading: about, width: 26 },
      { heading: what, width: 100 },
    ],
    rows: RULES[language],
  }
}
