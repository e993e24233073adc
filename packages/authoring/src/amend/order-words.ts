/** Verbs of orders, as alternatives of patterns. */

/** To put other words in the place of some; 改 and 换 do so only with what follows: 改为, 换成. */
export const CHANGE = '修改|修订|修正|调整|变更|更改|更正|替换|更换'
export const CHANGE_TO = `${CHANGE}|改|换`
/** To let a figure be another. */
export const RAISE_OR_LOWER = '提高|降低|增加|减少|上调|下调|调高|调低|扩大'
export const ADD = '增加|增写|新增|增补|补充'
/** To end a document as a whole. */
export const END_DOCUMENT = '废止|停止执行|停止施行|停止适用|终止执行|失效|不再执行|不再施行|不再适用|撤销'
