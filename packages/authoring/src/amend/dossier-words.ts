import type { Text } from '@tiaoli/engine'
import type { AmendedClause, Dossier } from './amend.ts'
import type { Reading } from './told-reading.ts'

export const FATE_WORDS: Record<AmendedClause['fate'], Text> = {
  moved: { zh: '移至他处', en: 'moved' },
  reworded: { zh: '改写', en: 'reworded' },
  split: { zh: '拆分', en: 'split' },
  merged: { zh: '合并', en: 'merged' },
  repunctuated: { zh: '只改标点', en: 'with other punctuation alone' },
  renamed: { zh: '更名', en: 'with another name' },
  dropped: { zh: '删去', en: 'dropped' },
  named: { zh: '通知提及此处，请核对', en: 'the notice names this place: to be read' },
}

export const READING_WORDS: Record<Reading, Text> = {
  whole: {
    zh: '新文本按文件全文与原文逐条对照。',
    en: 'The new text was read as the whole document, clause by clause.',
  },
  notice: {
    zh: '新文本按修改通知读取：未提及的条款视为不变。',
    en: 'The new text was read as a notice: clauses of which it says nothing are taken to stay.',
  },
}

export const REMARK_WORDS: Record<Dossier['remarks'][number]['about'], Text> = {
  'words-not-there': {
    zh: '原文中没有找到通知所引的文字，请核对：',
    en: 'the document does not have the words that are quoted, to be read: ',
  },
  'place-not-there': {
    zh: '原文没有通知所说的位置，请核对：',
    en: 'the document does not have the place that is named, to be read: ',
  },
  'prolonged-without-day': {
    zh: '通知延长有效期而没有写明到哪一天，请核对：',
    en: 'prolongs the document without saying to which day, to be read: ',
  },
  'also-named': {
    zh: '所提的条款已由通知的其他内容修改，请核对：',
    en: 'also speaks of a clause that another sentence of the notice changes, to be read: ',
  },
  'days-differ': {
    zh: '同一条款分几个日期修改，先后由人确定，草案没有写入：',
    en: 'a clause is changed on several days, and a person has to put them in order; not in the draft: ',
  },
  'day-unclear': {
    zh: '一句中有几项要求，日期属于哪一项由人确定，草案没有写入：',
    en: 'orders several things, and a person has to say from which day each of them is ordered; not in the draft: ',
  },
  'changed-later': {
    zh: '所改的条款另有文件从以后的日期起修改，先后由人确定，草案没有写入：',
    en: 'a document in the pack changes the same clause on a later day, and a person has to put them in order; not in the draft: ',
  },
  'says-more': {
    zh: '所改的条款还说明其他内容，草案让它全部由新条款取代，请把其余部分另写成条款：',
    en: 'the clause that is changed says more, and the draft replaces all of it; write the rest as clauses of their own: ',
  },
  transitional: {
    zh: '过渡规定，草案没有写入，哪些情形仍按原规定由人确定：',
    en: 'a transitional rule, not in the draft; to what the earlier words still apply, a person decides: ',
  },
  'beside-open': {
    zh: '所改的条款中，有的还有别的修改不能照写；对这些条款的修改没有写入草案，由人一并处理：',
    en: 'some of the clauses that it changes are also changed in a way that could not be carried out; what is ordered of these is not in the draft, for a person to do together: ',
  },
  'place-by-words': {
    zh: '通知所说的款或者段，是按新文字的内容对应到上列条款的，请核对：',
    en: 'the paragraph that is named was found by its new words, to be read: ',
  },
  'term-of-clauses': {
    zh: '通知给部分条款规定了期限，或者暂停、恢复，草案没有写入，由人确定：',
    en: 'gives some of the clauses a term, or halts them, which is not in the draft; a person decides: ',
  },
  defines: {
    zh: '通知给出定义；是否就是下列条款所用的含义，由人确定：',
    en: 'gives a word a meaning; whether it is the sense of these clauses, a person decides: ',
  },
  'of-another': {
    zh: '是对其他文件的修改，没有与本文件对照：',
    en: 'changes another document, and was not laid beside this one: ',
  },
  'not-carried-out': {
    zh: '通知还有要求，草案没有写入，请由人阅读：',
    en: 'orders something else that is not in the draft, to be read by a person: ',
  },
  renumbered: { zh: '只调整序号，条款内容不变：', en: 'changes numbers only, and no words: ' },
}

/** Which reading was taken though the text does not show it. */
export const DOUBT_WORDS: Record<Reading, Text> = {
  whole: {
    zh: '请先核对：新文本没有写明它是全文还是修改通知。如果只是修改通知，请注明按修改通知（notice）重新对照，否则未提及的条款会全部删去。',
    en: 'To be checked first: the text does not show whether it is the whole document or a notice. If it is a notice, lay it beside the document again with the reading notice; else clauses of which it says nothing are dropped.',
  },
  notice: {
    zh: '请先核对：新文本没有写明它是修改通知还是全文。如果是重新印发的全文，请注明按全文（whole）重新对照。',
    en: 'To be checked first: the text does not show whether it is a notice or the whole document. If it is the reissued document, lay it beside the earlier one again with the reading whole.',
  },
}

export const NO_CHANGE: Text = { zh: '本通知没有修改该文件。', en: 'The notice changes nothing of the document.' }
export const ONLY_NEAR: Text = {
  zh: '本通知没有写明如何修改该文件，只有下列条款与它的文字相近，请核对。',
  en: 'The notice orders no change of the document. Its words come near the clauses below, to be read.',
}

/** The lines that those sign who answer for a change. */
export const SIGNATURES: readonly Text[] = [
  { zh: '拟稿：', en: 'Drafted by:' },
  { zh: '审核：', en: 'Reviewed by:' },
  { zh: '批准：', en: 'Approved by:' },
].map(({ zh, en }) => ({
  zh: `${zh}${'　'.repeat(10)}日期：　　　　年　　月　　日`,
  en: `${en}${'\u{2003}'.repeat(12)}Date:`,
}))

export const WAY_WORDS = {
  requirement: { zh: '要求', en: 'requirement' },
  exception: { zh: '例外', en: 'exception' },
  note: { zh: '提示', en: 'note' },
  parameter: { zh: '参数', en: 'parameter' },
  due: { zh: '期限所在的句子', en: 'sentence of its last day' },
} satisfies Record<string, Text>

export const PARTLY_ENDED: Text = {
  zh: '；依据只有一部分改变，起始日期以后不符合的由人工研判，请核对',
  en: '; only part of its ground changes, and what is not met from the first day on is for a person to judge: to be read',
}

export const TEXT_KIND_WORDS = {
  exception: WAY_WORDS.exception,
  note: WAY_WORDS.note,
  horizon: { zh: '规划期', en: 'plan' },
}
