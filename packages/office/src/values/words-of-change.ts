/** Words that something was, is being or is to be done, or is otherwise than before: 已批复, 正在办理, 待核. */
const OF_CHANGE = /[已改增减调转另补重未待拟]|正在/u

export function speaksOfChange(text: string): boolean {
  return OF_CHANGE.test(text)
}
