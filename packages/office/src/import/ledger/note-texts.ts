import type { Text } from '@tiaoli/engine'
import type { ImportNoteCode } from './import-result.ts'

/** What is said of each kind of note, and what to do. */
export const NOTE_TEXTS = {
  'amount-unlike-before': {
    zh: '与同一单位其他年度或原来台账的这一项相差悬殊，像是用另一种单位写的，已按表上的单位填入台账。请核对金额的单位。',
    en: 'This amount is far from that of other years or of the earlier ledger, as if it were in another unit; it is in the ledger in the unit of the form. Check the unit.',
  },
  'amount-unlike-others': {
    zh: '与同一列其他金额相差悬殊，像是用另一种单位写的，已按表上的单位填入台账。请核对金额的单位。',
    en: 'This amount is far from the others of its column, as if it were in another unit; it is in the ledger in the unit of the form. Check the unit.',
  },
  'amount-unusual': {
    zh: '比通常的金额少得多或多得多，像是用另一种单位（元、万元）写的，已按表上的单位填入台账。请核对金额和单位。',
    en: 'This amount is far from what is usual, as if it were in another unit; it is in the ledger in the unit of the form. Check it, and its unit.',
  },
  approximate: {
    zh: '只写了约数，未填入台账。请核实后填写准确的数。',
    en: 'This is approximate and is not in the ledger. Find out the exact number.',
  },
  'cell-error': {
    zh: '单元格有错误或公式没有结果，未填入台账。请在表格中改正。',
    en: 'The cell has an error or a formula without result, and is not in the ledger. Correct it in the workbook.',
  },
  conflict: {
    zh: '与台账中另一处矛盾。请核对。',
    en: 'This contradicts something else in the ledger. Check both.',
  },
  contradiction: {
    zh: '与另一处所写不一致，两处都未填入台账。请核实后改正其中一处。',
    en: 'This contradicts another cell; neither is in the ledger. Find out which is right and correct the other.',
  },
  'counts-others': {
    zh: '没有写明这个数是否包含另一格的人数，而这一项不含这些人。请核对，并在表头写明。',
    en: 'It is not said whether this counts those of another cell, and the catalogue does not. Check it, and say so in the headings.',
  },
  'day-or-month': {
    zh: '分不清哪个是月、哪个是日，未填入台账。请写成 2026-03-12 这样的日期，或在对照设置中写明先后。',
    en: 'It cannot be told which of these is the month and which the day. It is not in the ledger: write the date as 2026-03-12, or say in the mapping which comes first (`dates`).',
  },
  'end-differs': {
    zh: '届满日期与本届起始日期按任期推算的不一致，台账以起始日期为准。请核对；经批准延期的，请补填批准日期和延至何日。',
    en: 'This end does not follow from the beginning, which is what the ledger has. Check both; if an extension was approved, add the day of the approval and until when.',
  },
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
    zh: '有两列是同一内容，不知以哪一列为准，都没有读。请删去一列，或在对照设置中写明上级表头。',
    en: 'Two columns are about the same and neither is read. Remove one, or name a heading above it in the mapping (`under`).',
  },
  impossible: {
    zh: '不可能有这个值，未填入台账。请核实后改正。',
    en: 'This cannot be so, and it is not in the ledger. Find out what is right and correct it.',
  },
  'left-open': {
    zh: '这里的文字表明，有的情况不能照表推定（如是否在册、是否仍在任），已留空待核。请人工核实。',
    en: 'Because of these words, what the table would say otherwise (as that a firm is there, or somebody in office) is left blank. Somebody has to find out.',
  },
  'masked-name': {
    zh: '姓名隐去了一部分，不知是谁，是否与别处的为同一人留空待核。请写全名。',
    en: 'The name is masked in part, so it is not known who is meant; whether that is the same as somebody else is left open. Write the whole name.',
  },
  'name-not-found': {
    zh: '没有这个名称的记录，未填入台账。请改成全称，或在对照设置中写明这个简称。',
    en: 'No record has this name; nothing of it is in the ledger. Write the full name, or add it to `aliases` of the mapping.',
  },
  'named-alike': {
    zh: '这个名称与另一处的很像（只差括号里的文字、一个字或开头的地名），台账中是两条记录。是同一个的，请改成同一写法；总所和分所等确是两个的，不用改。',
    en: 'This name is very like another (it differs in what is in brackets, in one letter or in the place it begins with), and the ledger has two records. If they are one, write the name in one way; if they are two, such as an office and its branch, leave it.',
  },
  'named-elsewhere': {
    zh: '另一处也有这个名称，而所属不同，台账中是两条记录。是同一个的，只留一处；确是两个的，不用改。',
    en: 'Another row has this name and belongs to something else, and the ledger has two records. If they are one, keep one row; if they are two, leave it.',
  },
  'named-otherwise': {
    zh: '按对照设置，这个名称与另一处所写是同一个，两行合为一条记录。不是同一个的，请各写全称。',
    en: 'By the mapping this name means the same as another, and the two rows are one record. If they are two, write the full name of each.',
  },
  'named-short': {
    zh: '这是简称，其他表中只有一家的名称与它相合，按那一家计入。请核对；不是的，请写全称。',
    en: 'This is a short name, and only one name of the other tables fits it: the row counts for that one. Check it; if it is another, write the full name.',
  },
  'named-twice': {
    zh: '这张表有两行是这个名称，已合为一条记录，两行不一致的留空。是同一个的，请并成一行；是两个的，请各写全称。',
    en: 'Two rows of this table have this name and are one record; what they contradict each other about is left open. If it is one, make one row of them; if they are two, write the full name of each.',
  },
  'names-not-read': {
    zh: '名称这一列没有读（隐藏了，或者有两列名称而不一致），所以整张表没有读。请改好后再导入。',
    en: 'The column of names is not read (it is hidden, or there are two that differ), so nothing of the table is. Correct it and import again.',
  },
  'no-ledger': { zh: '这张表不能做成台账，没有读。', en: 'No ledger can be made from this table; it is not read.' },
  'no-person': {
    zh: '这里写的不是姓名，或者不只是姓名，不知是谁，未填入台账。请只写一个人的全名；没有人的，请留空，并在填报表中写明。',
    en: 'This is not a name, or not only a name, so it is not known who is meant; nothing is in the ledger. Write the whole name of one person and nothing else; where there is nobody, leave the cell blank and say so in a template.',
  },
  nobody: {
    zh: '写明没有人，但没有写是现在空缺还是从来没有，未填入台账。有人的写姓名；确实没有的，请在填报表中写明。',
    en: 'This says that there is nobody, but not whether there never was anybody or nobody is there now; nothing is in the ledger. If there is somebody, write the name; if not, say so in a template.',
  },
  'none-not-possible': {
    zh: '写的是“没有”，而这一项要写数或日期等，未填入台账。数额为零的请写 0；不清楚的请留空。',
    en: 'This says that there is none, and the fact cannot be none. It is not in the ledger: where an amount is zero, write 0; where it is not known, leave the cell blank.',
  },
  'not-a-name': {
    zh: '这里写的不像名称（或是数字、日期、句子、表头、合计、签字），这一行没有读。如为一条记录，请写全称；写的就是全称的，在对照设置中写明这个名称或这种写法；是简称的，写明全称。',
    en: 'This does not look like a name (but like a number, a date, a sentence, a heading, a total or a signature); the row is not read. If it is a record, write the full name; if this is the full name, add it or its form to `names.like` of the mapping, and if it stands for another, to `names.aliases`.',
  },
  'not-about-row': {
    zh: '按这一行其他各列所写，这一格不应有内容，没有读。请核对。',
    en: 'By what else the row says, there should be nothing here; it is not read. Check it.',
  },
  'not-counted': {
    zh: '这一行不能确定算不算，或者与另一行像是同一人，相关人数没有填入台账。请改正后重新导入。',
    en: 'It cannot be told whether this row counts, or it may be the same person as another, so the numbers it belongs to are not in the ledger. Correct it and import again.',
  },
  'not-understood': {
    zh: '读不懂，未填入台账。请改成表格规定的写法，或在对照设置中写明其含义。',
    en: 'This is not understood and not in the ledger. Write it as the form asks, or say in the mapping what it means.',
  },
  'number-of-several': {
    zh: '这个数写在合并了几行的单元格里，不知各是多少，没有填给任何一个。请取消合并，逐行填写。',
    en: 'This number is in a cell merged over several rows, so it is not known how many each has; it is given to none. Split the cell and fill in each row.',
  },
  'of-either': {
    zh: '这一单位的两处所写不是同一人或同一党组织，不知这里说的是哪一个，未填入台账。请核实后改正其中一处。',
    en: 'Two cells say that it is not the same person or organization, so that it is not known of which this is. It is not in the ledger: correct one of the two.',
  },
  'organization-of-several': {
    zh: '这个组织的名称写在合并了几行的单元格里，不知是各有一个，还是合建一个，没有填入台账。请取消合并，逐行填写；合建一个的，写明是联合的。',
    en: 'The name of this organization is in a cell merged over several rows, so it is not known whether each has one or all have one together; it is not in the ledger. Split the cell and fill in each row, and say where it is a joint one.',
  },
  'other-table': {
    zh: '从这一行起是另一张表，这一行和以下各行都没有读。请另放一张工作表，再导入。',
    en: 'Another table begins here; this row and those below are not read. Put it on a sheet of its own and import again.',
  },
  'person-alike': {
    zh: '这个姓名与同一单位另一处的很像（差一个字，或两个字颠倒），不知是不是同一个人，未填入台账。是同一人的，请改成同一写法；确是两人的，请在“一肩挑”一列写“否”，或在填报表中填写。',
    en: 'This name is very like another of the same organization (it differs in one letter, or two are swapped), and it is not known whether they are one person; it is not in the ledger. If they are one, write the name in one way; if they are two, say so in a column such as “the same person: no”, or in a template.',
  },
  'personal-number': {
    zh: '此处似为身份证号或电话号码，已略去，不填入台账。请从表格中删去。',
    en: 'This looks like an identity or telephone number. It is dropped; remove it from the workbook.',
  },
  'record-made': {
    zh: '其他表中没有这个名称，按此新建了记录。',
    en: 'No other table has this name, so a record was made for it.',
  },
  remark: {
    zh: '此处有备注，程序不能代为判断。请人工阅读，必要时补入台账。',
    en: 'There is a remark here, which a program cannot judge. Read it, and add to the ledger what it says.',
  },
  'row-earlier': {
    zh: '同样的表有填报日期更近的一张，也写了这个名称，以那一张为准；这一行只读那一张没有写的往年情况。',
    en: 'A newer sheet of the same form has this name too, and is what counts; of this row only what that sheet does not say of other years is read.',
  },
  'row-hidden': {
    zh: '隐藏的行没有读。要读取请取消隐藏。',
    en: 'A hidden row is not read. Unhide it to have it read.',
  },
  'row-not-counted': {
    zh: '按对照设置，这一行不计入任何单位的人数。',
    en: 'The mapping says that this row counts for no organization.',
  },
  'row-not-read': {
    zh: '按对照设置，这一行不属于这张表所列的对象，没有读。',
    en: 'The mapping says that this row is not about what the table lists; it is not read.',
  },
  'row-of-several': {
    zh: '这一行写了不止一个人或单位，分不清各是哪些内容，整行没有读。请分成几行，每行一个。',
    en: 'This row is about more than one person or organization, and what is whose cannot be told; nothing of it is read. Make a row for each.',
  },
  'row-of-unknown': {
    zh: '认不出这一行属于哪一个：没有这个名称，或有几个都像。这一行整行没有读。请改成全称，或在对照设置中写明这个简称。',
    en: 'It cannot be told to which record this row belongs: none has this name, or several are like it. The whole row is not read. Write the full name, or add it to `aliases` of the mapping.',
  },
  'row-skipped': { zh: '合计、说明或表头，没有读。', en: 'A total, an explanation or a heading: not read.' },
  'row-without-name': {
    zh: '这一行没有名称，没有读。如为一条记录，请填写名称。',
    en: 'The row has no name and is not read. If it is a record, give its name.',
  },
  'same-for-several': {
    zh: '这一格合并了几行，所写的已填给其中每一个。请核对。',
    en: 'This cell is merged over several rows, and what it says is in the ledger for each of them. Check it.',
  },
  'same-number': {
    zh: '数不能写“同上”，未填入台账。请写明是多少。',
    en: 'A number cannot be “the same”; it is not in the ledger. Write how many.',
  },
  'section-not-known': {
    zh: '像是小标题或者小计，认不出以下各行归哪个上级；没有写明上级的各行，上级留空待核。请在各行写明。',
    en: 'This looks like a title or a total between the rows, but it is not known what it says of those below; what they belong to is left open. Write it in each row.',
  },
  'serial-date': {
    zh: '此处是一个数，按 Excel 的日期序号读作日期。请核对。',
    en: 'This is a number; it is read as a date of Excel. Check it.',
  },
  'several-organizations': {
    zh: '写了不止一个组织，未填入台账。请只写一个；几家合建一个的，写合建的那个的名称。',
    en: 'There is more than one organization here; none is in the ledger. Write one; where several have one together, write the name of that one.',
  },
  'several-persons': {
    zh: '写了不止一人，未填入台账。请只留现任一人。',
    en: 'There is more than one person here; none is in the ledger. Leave the one who is in office.',
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
  'sheet-skipped': { zh: '按对照设置不读的工作表。', en: 'The mapping says that this sheet is not read.' },
  'short-name': {
    zh: '像是简称，不知是不是同一家，这一行没有读。请改成全称。',
    en: 'This looks like a short name, and it is not certain of which; the row is not read. Write the full name.',
  },
  'still-to-come': {
    zh: '所写的起始日期在填报日期之后，还没有到：日期已填入台账，是否在任没有推定。写错的请改正。',
    en: 'This begins after the day of the form and is still to come: the day is in the ledger, and nobody is taken to be in office. Correct it if it is wrong.',
  },
  unplaced: {
    zh: '没有写明归哪个上级，留空待核。请补上后重新导入。',
    en: 'It is not said what this belongs to; that is left open. Add it and import again.',
  },
  'value-refused': {
    zh: '台账不能有这个值，未填入。请核实后改正。',
    en: 'A ledger cannot have this value. Find out what is right and correct it.',
  },
  'waits-for-other': {
    zh: '要看同一行的另一列才能读，而那一列读不懂，未填入台账。请先改正那一列。',
    en: 'How to read this depends on another cell of the row, which is not understood. It is not in the ledger: correct that one first.',
  },
  'year-ahead': {
    zh: '所写年度在台账日期之后，已填入台账。请核对年度。',
    en: 'This is of a year after that of the ledger. It is in the ledger: check the year.',
  },
  'year-not-known': {
    zh: '不知道是哪一年的，未填入台账。请写明台账的日期或年度。',
    en: 'It is not known of which year this is. It is not in the ledger: give the day of the ledger, or the year.',
  },
  'year-not-that-of-date': {
    zh: '日期与年度对不上：这一年度的事在本年内或次年完成，而年初完成的一般是上一年度的。未填入台账。请核对日期，并在表头写明是哪一年度的。',
    en: 'The day does not fit the year. What is done for a year is done in it or in the next, and what is done in the first months is as a rule for the year before. It is not in the ledger: check the day, and write in the heading of which year it is.',
  },
  'year-unclear': {
    zh: '不知说的是哪一年：表头没有写年度，这里也没有写明在哪一年；或者表头写“上年度”，表中又有年度一列。未填入台账。请写明日期，或在表头写明年度，如“2025年民主评议党员”。',
    en: 'It is not known of which year this is: the heading names none and the cell has no date that says so, or the heading says “last year” beside a column of years. It is not in the ledger: write the day, or the year in the heading.',
  },
} as const satisfies Record<ImportNoteCode, Text>

const TO_KNOW: ReadonlySet<ImportNoteCode> = new Set([
  'no-ledger',
  'record-made',
  'row-earlier',
  'row-not-counted',
  'row-not-read',
  'row-skipped',
  'same-for-several',
  'sheet-earlier',
  'sheet-empty',
  'sheet-hidden',
  'sheet-skipped',
])

export function severityOf(code: ImportNoteCode): 'warning' | 'info' {
  return TO_KNOW.has(code) ? 'info' : 'warning'
}
