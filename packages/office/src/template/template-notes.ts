import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../office-error.ts'

/** What is said of each kind of note. `{}` is a label of the catalogue or the name of a sheet, never what a cell holds. */
const SENTENCES = {
  'not-a-template': {
    zh: '这不是由条理生成的填报表，或其中隐藏的工作表被删去，没有读。请用原来的填报表。',
    en: 'This is not a template, or its hidden sheet was removed; nothing is read. Use the template as it was made.',
  },
  'other-pack': {
    zh: '这是按另一套规则做的填报表，没有读。请换用那套规则，或重新生成填报表。',
    en: 'This template is of another pack; nothing is read. Use that pack, or make a new template.',
  },
  'sheet-removed': {
    zh: '没有找到“{}”表，或其中隐藏的一行被删去，台账中这部分未改。如是误删，请从原来的填报表中复制回来。',
    en: 'The sheet “{}”, or the hidden row in it, is gone; nothing of it is changed in the ledger. If that was a slip, copy it back from the template.',
  },
  'sheet-not-known': {
    zh: '这张表不是填报表原有的，没有读。请把内容填入原有的表。',
    en: 'This sheet is not of the template and is not read. Fill in the sheets of the template.',
  },
  'sheet-twice': {
    zh: '与另一张表是同一张填报表，没有读。请只留一张。',
    en: 'This is a second copy of a sheet and is not read. Keep one.',
  },
  'column-removed': {
    zh: '“{}”一列被删去，台账中这一项未改。',
    en: 'The column “{}” is gone; what the ledger says of it is not changed.',
  },
  'column-not-known': {
    zh: '这一列不是填报表原有的，或规则已没有这一项，没有读。请把内容填入原有的列。',
    en: 'This column is not of the template, or the pack has no such fact any more; it is not read. Use the columns of the template.',
  },
  'column-twice': {
    zh: '与另一列是同一项，没有读。请只留一列。',
    en: 'This is a second column of the same fact and is not read. Keep one.',
  },
  'heading-changed': {
    zh: '列标题被改，不知是否仍是“{}”，这一列没有读。请改回原来的标题。',
    en: 'The heading was changed: it may no longer be “{}”, and the column is not read. Put the heading back.',
  },
  'row-removed': {
    zh: '“{}”一行被删去，台账中这条记录未改。如这条记录已经终止，请留下这一行，填写终止的日期。',
    en: 'The row of “{}” is gone; the record in the ledger is not changed. If it has come to an end, keep the row and fill in the day.',
  },
  'row-twice': {
    zh: '这一行与{}是同一条记录，没有读。请合并为一行；如是新增的，请在表末空行填写。',
    en: 'This row is about the same record as {} and is not read. Join them; a new record goes into an empty row at the end.',
  },
  'row-copied': {
    zh: '这一行与{}是同一条记录（复制的行带有同一个隐藏的记录位置），不知以哪一行为准，都没有读。请只留一行；如是新增的，请在表末空行填写。',
    en: 'This row and {} are about the same record, as rows are that were copied, and neither is read. Keep one; a new record goes into an empty row at the end.',
  },
  'row-moved': {
    zh: '这一格写的是另一条记录，与这一行隐藏的记录位置不符，这一行没有读。可能是排序时漏了隐藏的列：请撤销排序，或用原来的填报表重新填写。',
    en: 'This cell is about another record than the hidden place of the row, which is not read. Perhaps the sheet was sorted without its hidden column: undo that, or use the template as it was made.',
  },
  impossible: { zh: '{}台账未改。', en: '{} The ledger is not changed.' },
  conflict: {
    zh: '{}已读入；改正以前按“无法判定”处理。',
    en: '{} It is read; until then what depends on it is “unknown”.',
  },
  'year-ahead': {
    zh: '所写年度在台账日期之后，已读入。请核对年度。',
    en: 'This is of a year after that of the ledger. It is read: check the year.',
  },
  'row-added': {
    zh: '台账中没有这个代号或年度，按新增的一条读入。如是写错，请改正后重新读入。',
    en: 'The ledger has no record of this code or year, so one is added. If that is a slip, correct it and read the file again.',
  },
  'record-not-found': {
    zh: '台账中没有原来的这条记录，这一行没有读。请用当前的台账重新生成填报表。',
    en: 'The ledger no longer has the record of this row, which is not read. Make a new template from the ledger.',
  },
  'record-renamed': {
    zh: '台账中这个代号现在是另一个名称的记录，填报表可能是按另一份台账做的，这一行没有读。请核对；是同一条记录的，请用当前的台账重新生成填报表。',
    en: 'The ledger has a record of another name by this code, so the template may have been made of another ledger. The row is not read. If it is the same record, make a new template from the ledger.',
  },
  'id-changed': {
    zh: '代号、年度或所属单位与原来的不同，这一行没有读。请改回；如是新增的，请在表末空行填写。',
    en: 'The code, the year or what the record belongs to was changed, and the row is not read. Put it back; a new record goes into an empty row at the end.',
  },
  'id-missing': {
    zh: '新增的一行没有写代号或年度，没有读。{}',
    en: 'A new row has no code or year and is not read. {}',
  },
  'above-not-found': {
    zh: '不知道这一行属于哪一条记录，没有读。请写台账中已有的代号、年度或序号，并且只有一条。',
    en: 'It cannot be told what this row belongs to; it is not read. Write a code, year or number that one record of the ledger has.',
  },
  'row-empty': {
    zh: '这一行只写了所属单位，没有读。如有这条记录，请填写内容。',
    en: 'The row says only what it belongs to and is not read. If there is such a record, fill it in.',
  },
  'none-above': {
    zh: '上级表中写明“没有”，与这一行不一致，两者都没有读，留空待核。请核实后改正其中一处；不清楚的留空。',
    en: 'The sheet above says that there are none, and this row says otherwise; neither is read, and it is left open. Find out which is right, or leave blank what is not known.',
  },
  'no-rows': {
    zh: '写明分表中有记录，而分表中没有这一条的行，台账未改。请在“{}”表中填写；确实没有的选“没有”；不清楚的留空。',
    en: 'This says that there are rows in “{}”, and there are none; the ledger is not changed. Fill that sheet in, choose “none”, or leave the cell blank if it is not known.',
  },
  'amount-unlike-before': {
    zh: '与台账中原来的金额相差悬殊，像是用另一种单位写的，已按表头的单位读入。请核对金额的单位。',
    en: 'This amount is far from that of the ledger, as if it were in another unit; it is read in the unit of the heading. Check the unit.',
  },
  'amount-unusual': {
    zh: '比通常的金额少得多或多得多，像是用另一种单位写的，已按表头的单位读入。请核对金额和单位。',
    en: 'This amount is far from what is usual, as if it were in another unit; it is read in the unit of the heading. Check it, and its unit.',
  },
  'serial-date': {
    zh: '此处是一个数，已按 Excel 的日期序号读作日期。请核对，并把单元格改为日期格式。',
    en: 'This is a number; it is read as a day as Excel counts them. Check it, and give the cell the format of a date.',
  },
  contradiction: {
    zh: '这一格写明“没有”，与同一条记录的其他内容不一致，两者都没有读。请核实后改正其中一处；不清楚的留空。',
    en: 'This says that there is none, and other entries of the record say otherwise; neither is read. Find out which is right, or leave blank what is not known.',
  },
  'not-understood': { zh: '读不懂，台账未改。{}', en: 'This is not understood; the ledger is not changed. {}' },
  'cell-error': {
    zh: '单元格有错误或公式没有结果，台账未改。{}',
    en: 'The cell has an error or a formula without result; the ledger is not changed. {}',
  },
  'cell-struck': {
    zh: '单元格的内容（或一部分）已划去，台账未改。请删去划去的内容。{}',
    en: 'The text of the cell, or part of it, is struck through; the ledger is not changed. Remove what is struck through. {}',
  },
  'personal-number': {
    zh: '此处似为身份证号或电话号码，已略去，台账未改。请从表格中删去。{}',
    en: 'This looks like an identity or telephone number. It is dropped; remove it from the workbook. {}',
  },
  cleared: {
    zh: '台账中有这一项，表中为空，台账未改。如要删去，请写“不清楚”。',
    en: 'The ledger has this and the cell is empty; the ledger is not changed. To remove it, write “not known”.',
  },
} as const satisfies Record<string, Text>

export type TemplateNoteCode = keyof typeof SENTENCES

/** Something that a person has to know or to look at. It never repeats what a cell holds. */
export interface TemplateNote {
  readonly code: TemplateNoteCode
  /** Whether somebody has to do something, or only to know. */
  readonly severity: 'warning' | 'info'
  readonly place: FilePlace
  /** Another cell that it does not agree with, or that is about the same. */
  readonly other?: FilePlace
  readonly text: Text
}

const TO_KNOW: ReadonlySet<TemplateNoteCode> = new Set(['column-removed', 'row-added', 'row-removed', 'cleared'])

export function templateNote(
  code: TemplateNoteCode,
  place: FilePlace,
  detail: Text = { zh: '', en: '' },
  other?: FilePlace,
): TemplateNote {
  const { zh, en } = SENTENCES[code]
  const text = { zh: zh.replace('{}', () => detail.zh), en: en.replace('{}', () => detail.en).trim() }
  return { code, severity: TO_KNOW.has(code) ? 'info' : 'warning', place, ...(other && { other }), text }
}
