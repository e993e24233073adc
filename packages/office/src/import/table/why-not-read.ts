/** Why a column is not read. */
export const WHY = {
  otherYear: {
    zh: '表头写的是另一年，而这一项记的是现状，没有读。',
    en: 'The heading names another year, and this is about how it is now: not read.',
  },
  twoYears: {
    zh: '表头写的年份，与按填报日期算出的“上年度”“本年度”不是同一年，没有读。请核对表头。',
    en: 'The year in the heading is not last or this year as counted from the day of the form: not read. Check the heading.',
  },
  hidden: { zh: '隐藏的列没有读。要读取请取消隐藏。', en: 'A hidden column is not read. Unhide it to have it read.' },
  unknown: { zh: '导入说明中没有这样表头的列。', en: 'The mapping has no column under these headings.' },
  notGuessed: {
    zh: '从表头推测不出这一列是什么。',
    en: 'What this column gives cannot be guessed from its headings.',
  },
  again: { zh: '与另一列内容相同，只读前一列。', en: 'The same as a column before, which is read.' },
  twice: { zh: '有两列是同一内容。', en: 'Two columns are about the same.' },
  remark: { zh: '备注，请人工阅读。', en: 'Remarks, for a person to read.' },
}
