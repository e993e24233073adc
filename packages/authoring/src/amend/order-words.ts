/** Verbs of orders, as alternatives of patterns. */

/** To put other words in the place of some; 改 and 换 do so only with what follows: 改为, 换成. */
export const CHANGE = '改称|更名|修改|修订|修正|调整|变更|更改|更正|替换|更换'
export const CHANGE_TO = `${CHANGE}|改|换`
/** To let a figure be another. */
export const RAISE_OR_LOWER = '缩短|延长|提高|降低|增加|减少|上调|下调|调高|调低|扩大'
export const ADD = '增加|增写|新增|增补|补充'
/** To put words in the place of those behind it, or to have them put there. */
export const EXCHANGE = '取代|代替|替代|置换'
/** To end a document as a whole. */
export const END_DOCUMENT =
  '废止|废除|作废|停止(?:执行|施行|实施|适用|办理)|终止(?:执行|施行|实施)|失效|不再(?:执行|施行|实施|适用|有效)|撤销'
/** To end what stands at a place, or words. */
export const END = `${END_DOCUMENT}|删去|删除|删掉|取消|终止|不再(?:保留|要求|实行|开展|组织)`
