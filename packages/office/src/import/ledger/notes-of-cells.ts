import type { Text } from '@tiaoli/engine'

/** What is said of a cell: of what it says, whom it names, and what it contradicts. */
export const NOTES_OF_CELLS = {
  'amount-in-two-units': {
    zh: '金额前的货币符号是一种单位，列名或表头写的是另一种，不知以哪个为准，未填入台账。请去掉符号，或者把单位写在金额后面。',
    en: 'The sign before this amount is one unit, and the heading names another, so it is not known in which it is; it is not in the ledger. Take the sign away, or write the unit behind the amount.',
  },
  'amount-unlike-before': {
    zh: '与同一单位其他年度或原来台账的这一项相差悬殊，像是用另一种单位写的，已按表上的单位填入台账。请核对金额的单位。',
    en: 'This amount is far from that of other years or of the earlier ledger, as if it were in another unit; it is in the ledger in the unit of the form. Check the unit.',
  },
  'amount-unlike-others': {
    zh: '与同一列其他金额相差悬殊，像是用另一种单位写的，已按表上的单位填入台账。请核对金额的单位。',
    en: 'This amount is far from the others of its column, as if it were in another unit; it is in the ledger in the unit of the form. Check the unit.',
  },
  'amount-unusual': {
    zh: '比通常的金额少得多或多得多，像是用另一种单位写的，已按表上的单位填入台账。请核对金额和单位。',
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
  'cell-struck': {
    zh: '单元格的内容（或一部分）已划去，未填入台账。请删去划去的内容，只留现在的。',
    en: 'The text of the cell, or part of it, is struck through; it is not in the ledger. Remove what is struck through and leave what is so now.',
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
    zh: '截止日期与起始日期按规定的期限推算的不一致，台账以起始日期为准。请核对；经批准延期的，请补填批准日期和延至何日。',
    en: 'This end does not follow from the beginning, which is what the ledger has. Check both; if an extension was approved, add the day of the approval and until when.',
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
    en: 'The cell says “none”, where a number, a day or the like is needed. It is not in the ledger: where an amount is zero, write 0; where it is not known, leave the cell blank.',
  },
  'not-about-row': {
    zh: '按这一行其他各列所写，这一格不应有内容，没有读。请核对。',
    en: 'By what else the row says, there should be nothing here; it is not read. Check it.',
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
    zh: '这一单位的两处所写不是同一人或同一组织，不知这里说的是哪一个，未填入台账。请核实后改正其中一处。',
    en: 'Two cells say that it is not the same person or organization, so that it is not known of which this is. It is not in the ledger: correct one of the two.',
  },
  'organization-of-several': {
    zh: '这个组织的名称写在合并了几行的单元格里，不知是各有一个，还是合建一个，没有填入台账。请取消合并，逐行填写；合建一个的，写明是联合的。',
    en: 'The name of this organization is in a cell merged over several rows, so it is not known whether each has one or all have one together; it is not in the ledger. Split the cell and fill in each row, and say where it is a joint one.',
  },
  'person-alike': {
    zh: '这个姓名与同一单位另一处的很像（差一个字，或两个字颠倒），不知是不是同一个人，未填入台账。是同一人的，请改成同一写法；确是两人的，请在写明是否同一人的一列写“否”，或在填报表中填写。',
    en: 'This name is very like another of the same organization (it differs in one letter, or two are swapped), and it is not known whether they are one person; it is not in the ledger. If they are one, write the name in one way; if they are two, write “no” in a column that says whether they are one person, or say so in a template.',
  },
  'personal-number': {
    zh: '此处似为身份证号或电话号码，已略去，不填入台账。请从表格中删去。',
    en: 'This looks like an identity or telephone number. It is dropped; remove it from the workbook.',
  },
  remark: {
    zh: '此处有备注，程序不能代为判断。请人工阅读，必要时补入台账。',
    en: 'There is a remark here, which a program cannot judge. Read it, and add to the ledger what it says.',
  },
  'remark-not-understood': {
    zh: '这里的文字程序读不懂，可能说的是另一种情况，有的单元格已留空待核。请阅读，并填写或改正这些单元格。',
    en: 'The program does not understand what is written here, which may say otherwise, so some cells are left open. Read it, and fill in or correct these cells.',
  },
  'same-for-several': {
    zh: '这一格合并了几行，所写的已填给其中每一个。请核对。',
    en: 'This cell is merged over several rows, and what it says is in the ledger for each of them. Check it.',
  },
  'same-number': {
    zh: '数不能写“同上”，未填入台账。请写明是多少。',
    en: 'A number cannot be “the same”; it is not in the ledger. Write how many.',
  },
  'serial-date': {
    zh: '此处是一个数，已按 Excel 的日期序号读作日期，填入台账。请核对，并把单元格改为日期格式。',
    en: 'This is a number; it is in the ledger as the day that Excel counts so. Check it, and give the cell the format of a date.',
  },
  'several-organizations': {
    zh: '写了不止一个组织，未填入台账。请只写一个；几家合建一个的，写合建的那个的名称。',
    en: 'There is more than one organization here; none is in the ledger. Write one; where several have one together, write the name of that one.',
  },
  'several-persons': {
    zh: '写了不止一人，未填入台账。请只留现任一人。',
    en: 'There is more than one person here; none is in the ledger. Leave the one who is in office.',
  },
  'still-to-come': {
    zh: '所写的起始日期在填报日期之后，还没有到：日期已填入台账，是否在任没有推定。写错的请改正。',
    en: 'This begins after the day of the form and is still to come: the day is in the ledger, and nobody is taken to be in office. Correct it if it is wrong.',
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
    zh: '不知说的是哪一年：表头没有写年度，这里也没有写明在哪一年；或者表头写“上年度”，表中又有年度一列。未填入台账。请写明日期，或在表头写明年度。',
    en: 'It is not known of which year this is: the heading names none and the cell has no date that says so, or the heading says “last year” beside a column of years. It is not in the ledger: write the day, or the year in the heading.',
  },
} as const satisfies Readonly<Record<string, Text>>
