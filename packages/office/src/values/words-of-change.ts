/** Words that something was, is being or is to be done, or is otherwise than before: 已批复, 正在办理, 待核. */
const OF_CHANGE = /[已改增减调转另补重未待拟]|正在/u

export function speaksOfChange(text: string): boolean {
  return OF_CHANGE.test(text)
}

/** Words that something happened, or is otherwise now: 均已整改, 全部转出, 目前停业. */
const HAPPENED = /已|均|全部|目前|现已|不再|完毕/u
/** Words that tell how to fill in a form. */
const HOW_TO_WRITE = /[填请须应按]/u

export function saysWhatHappened(text: string): boolean {
  return HAPPENED.test(text) && !HOW_TO_WRITE.test(text)
}
