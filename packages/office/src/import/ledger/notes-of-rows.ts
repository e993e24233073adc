import type { Text } from '@tiaoli/engine'

/** What is said of a row: whether it is read, and which record it is about. */
export const NOTES_OF_ROWS = {
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
  'not-a-name': {
    zh: '这里写的不像名称（或是数字、日期、句子、表头、合计、签字），这一行没有读。如为一条记录，请写全称；写的就是全称的，在对照设置中写明这个名称或这种写法；是简称的，写明全称。',
    en: 'This does not look like a name (but like a number, a date, a sentence, a heading, a total or a signature); the row is not read. If it is a record, write the full name; if this is the full name, add it or its form to `names.like` of the mapping, and if it stands for another, to `names.aliases`.',
  },
  'not-counted': {
    zh: '这一行不能确定算不算，或者与另一行像是同一人，相关人数没有填入台账。请改正后重新导入。',
    en: 'It cannot be told whether this row counts, or it may be the same person as another, so the numbers it belongs to are not in the ledger. Correct it and import again.',
  },
  'record-made': {
    zh: '其他表中没有这个名称，按此新建了记录。',
    en: 'No other table has this name, so a record was made for it.',
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
    zh: '这一格所写的，不是这张表逐行所列的那一类，没有读。是几家共有的，请另加一列，写明各行是哪一家，再导入。',
    en: 'What this cell says is of another kind than what the rows of the table are; the row is not read. Where several share it, add a column that says of each row which of them it is, and import again.',
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
  'row-struck': {
    zh: '这一行的名称已划去，整行没有读。请删去这一行；仍须登记的（如已注销），请取消删除线，并在备注写明。',
    en: 'The name of this row is struck through, and the row is not read. Remove the row; or, if it is still to be recorded (as closed, say), take the line away and say so in a remark.',
  },
  'row-without-name': {
    zh: '这一行没有名称，没有读。如为一条记录，请填写名称。',
    en: 'The row has no name and is not read. If it is a record, give its name.',
  },
  'section-not-known': {
    zh: '像是小标题或者小计，认不出以下各行归哪个上级；没有写明上级的各行，上级留空待核。请在各行写明。',
    en: 'This looks like a title or a total between the rows, but it is not known what it says of those below; what they belong to is left open. Write it in each row.',
  },
  'short-name': {
    zh: '像是简称，不知是不是同一家，这一行没有读。请改成全称。',
    en: 'This looks like a short name, and it is not certain of which; the row is not read. Write the full name.',
  },
  unplaced: {
    zh: '没有写明归哪个上级，留空待核。请补上后重新导入。',
    en: 'It is not said what this belongs to; that is left open. Add it and import again.',
  },
} as const satisfies Readonly<Record<string, Text>>
