/** Words that something was, is being or is to be done, or is otherwise than before: 已批复, 正在办理, 待核, 9月单独成立. */
const OF_CHANGE =
  /[已均改增减调转另补重未待拟]|正在|成立|设立|建立|组建|单独|联合|撤销|合并|批复|批准|同意|换届|组织关系/u

export function speaksOfChange(text: string): boolean {
  return OF_CHANGE.test(text)
}

const PLANNED = /^(?:拟|计划|预计|打算)/u
/** What is planned, and agreed to or begun, may be so by now; an end that is planned, or a move, is for somebody to read. */
const BEGUN = /[已经批同获得正]|[撤销散停并退转迁]/u

/** Whether a clause says what is planned and no more: it is not so yet. */
export function isPlan(clause: string): boolean {
  return PLANNED.test(clause) && !BEGUN.test(clause)
}

/** Words that something happened, or is otherwise now: 均已整改, 全部转出, 目前停业. */
const HAPPENED = /已|均|全部|目前|现已|不再|完毕/u
/** What a sentence says of rows above it, whatever the word: 以上两所于8月补建完成. */
const OF_ROWS = /^(?:以上|上述|theabove)/u
/** Words that tell how to fill in a form. 申请, 按要求 behind 已 and 相应 tell what happened. */
const HOW_TO_WRITE = /[填须]|(?<![申报提呈邀])请(?![求示假])|(?<![相响对供反适效感])应|(?<![已均])按/u

/** The same in English. Spaces are not compared. */
const HAPPENED_IN_ENGLISH = /ha(?:s|ve|d)|already|both|nolonger|since/
const HOW_TO_WRITE_IN_ENGLISH = /please|must|should|fillin|enter/
const CHINESE = /\p{Script=Han}/u

/** Whether a key says that something happened to rows, and not how to fill them in. */
export function saysWhatHappened(key: string): boolean {
  if (OF_ROWS.test(key)) return !HOW_TO_WRITE.test(key) && !HOW_TO_WRITE_IN_ENGLISH.test(key)
  return CHINESE.test(key)
    ? HAPPENED.test(key) && !HOW_TO_WRITE.test(key)
    : HAPPENED_IN_ENGLISH.test(key) && !HOW_TO_WRITE_IN_ENGLISH.test(key)
}
