/** 局, 党组, 工委, committee: what a body is called ends so. What any body is called, 组织 or 单位, names none. */
const BODY =
  /(?:党委|党组|工委|委员会|办公室|办公厅|人民政府|政府|人民法院|法院|检察院|协会|学会|联合会|研究院|公司|中心|(?<=[\p{Script=Han}]{2})(?:主管|行政|管理|监督)部门|(?<!党)委|局|厅|(?<!支|全|内)部|处|科|办|署|院)$|\b(?:committees?|offices?|bureaux?|bureaus?|departments?|ministry|councils?|authority|boards?|agency|commissions?|associations?|society|court|secretariat)$/iu
/** Behind these, words are more than a name. */
const NO_NAME = /[，。；：、]|[的向由对将应要须报]/u

/** Whether words are the name of a body, and nothing more. */
export function isBodyName(words: string): boolean {
  return BODY.test(words) && !NO_NAME.test(words)
}
