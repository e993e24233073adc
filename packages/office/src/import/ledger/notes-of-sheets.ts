import type { Text } from '@tiaoli/engine'

/** What is said of a sheet, its head or its headings. */
export const NOTES_OF_SHEETS = {
  'head-day': {
    zh: '表头没有可以读出的填报日期。请在导入时写明台账的日期。',
    en: 'The head of the form has no day that can be read. Give the day of the ledger when you import it.',
  },
  'head-day-differs': {
    zh: '表头的填报日期与台账的日期不同。请核对。',
    en: 'The day of the form is not that of the ledger. Check it.',
  },
  'head-month': {
    zh: '表头的填报日期只写到月，日不详。知道是哪一天的，请在导入时写明台账的日期。',
    en: 'The head of the form gives the month and no day. If you know the day of the ledger, give it when you import it.',
  },
  'head-role': {
    zh: '认不出填报单位属于哪一类，表中各项证明没有写明证明人身份。请在对照设置中写明这个单位是哪一类。',
    en: 'It cannot be told what kind of office filled in the form, so attestations in the table do not say who attests. Say so in `roles` of the mapping.',
  },
  'heading-of-others': {
    zh: '表头括号里的话（如“含实习”“副书记”“计划”）表明，这一列写的不是或不只是这一项所指的，没有读。请按字段表所指的填写，列名不带括号；所指相同的，在对照设置中写明。',
    en: 'What the heading says in brackets may make this about others than the catalogue means; nothing of the column is read. Fill in what the catalogue means and leave out the brackets, or say in `inBrackets` of the mapping that they are the same.',
  },
  'heading-twice': {
    zh: '有两列都可作同一内容而所写不同，不知以哪一列为准，都没有读。请删去一列，或改列名写明各是什么。',
    en: 'Two columns are about the same and neither is read. Remove one, or name a heading above it in the mapping (`under`).',
  },
  'names-not-read': {
    zh: '名称这一列没有读（隐藏了，或者有两列名称而不一致），所以整张表没有读。请改好后再导入。',
    en: 'The column of names is not read (it is hidden, or there are two that differ), so nothing of the table is. Correct it and import again.',
  },
  'no-ledger': { zh: '这张表不能做成台账，没有读。', en: 'No ledger can be made from this table; it is not read.' },
  'other-table': {
    zh: '从这一行起是另一张表，这一行和以下各行都没有读。请另放一张工作表，再导入。',
    en: 'Another table begins here; this row and those below are not read. Put it on a sheet of its own and import again.',
  },
  'sheet-earlier': {
    zh: '这是较早的一张同样的表，没有读；只读最近的一张。',
    en: 'This is an earlier sheet of the same form and not read; only the latest one is.',
  },
  'sheet-empty': { zh: '空的工作表。', en: 'The sheet is empty.' },
  'sheet-hidden': {
    zh: '隐藏的工作表没有读。要读取请取消隐藏。',
    en: 'A hidden sheet is not read. Unhide it to have it read.',
  },
  'sheet-not-known': {
    zh: '没有认出这张表，没有读。请换一份对照设置，或在其中添加这种表。',
    en: 'This table is not recognized and is not read. Use another mapping, or add the table to it.',
  },
  'sheet-of-one': {
    zh: '像是一张表填一家单位（左边是项目，右边是内容），没有读。请汇总成每家一行的表，或生成填报表填写。',
    en: 'This looks like a form about one organization, with labels on the left; it is not read. Make a table with a row for each, or have a template made and fill that in.',
  },
  'sheet-skipped': {
    zh: '按对照设置，这样名称（或标题括号里这样写）的工作表没有读。所写是现在的正式数据的，请改名再导入。',
    en: 'By the mapping, a sheet with such a name, or such brackets in its title, is not read. If it says how things are now, call it otherwise and import again.',
  },
} as const satisfies Readonly<Record<string, Text>>
