/** Before the day of a notice: 本通知施行前, 此前, 2027年1月1日前, 在新办法实施以前. */
const BEFORE =
  '(?:(?:施行|实施|印发|发布|公布|生效|执行|下发|调整|修改|出台|此|\\d日|\\d月|\\d年底?)(?:之|以)?前|之前|以前|期间)'
/** What had begun, was filed or agreed by then. */
const BEGUN =
  '(?:已经?|尚未|正在)[^，。；]{0,12}?(?:受理|申请|申报|立项|批准|审批|签订|签约|办理|办结|开展|开工|启动|实施|享受|取得|认定|登记|备案|发生|了结|完成|兑现|任职|进入)'
const OLD_RULES =
  '(?:原(?:有|来|先)?的?(?:规定|政策|办法|标准|文件|通知|意见|合同|程序|要求|方式|渠道|条件)|(?:原|旧)[^，。；]{0,24}(?:规定|标准|政策|办法)|修改前|调整前|变更前|原)'
const GOES_ON =
  '(?:(?:仍然?|继续|可以?|均|应|依旧)?(?:按照?|依照?|适用|沿用|执行|参照|享受|有效)|不溯及既往|不再(?:追溯|调整))'
const TRANSITIONAL = [
  new RegExp(
    `${BEFORE}[^。；]*(?:${GOES_ON}[^。；]{0,24}?(?:${OLD_RULES}|办理|执行|既往)|(?:仍然?|继续)(?:有效|执行|适用|享受|办理|沿用)|不溯及既往)`,
    'u',
  ),
  new RegExp(`${BEGUN}[^。；]*(?:仍然?|继续|可)(?:按照?|依照?|适用|沿用|执行)[^。；]{0,8}${OLD_RULES}`, 'u'),
  /(?:设(?:置|立)?|给予|实行)[^，。；]{0,12}过渡期|过渡期(?:内|限|为|至|自|满|结束|截止)|新老划断|新旧[^，。；]{0,8}衔接|(?:仍然?|继续)(?:按照?|依照?|适用|执行)原[^，。；]{0,16}(?:规定|标准|政策|办法)/u,
  /\b(?:transitional|savings? provisions?|nothing in this \w+ affects)\b/iu,
  /\b(?:before|prior to)\b[^.;]{0,80}\b(?:commencement|com(?:es?|ing) into (?:force|operation|effect)|day on which|takes? effect|date of this|\d{4})\b[^.;]*\b(?:continues? to|remains?|as if|(?:is|are|shall be) (?:dealt with|treated|governed|determined)|may (?:still|be completed))\b/iu,
  /\b(?:continues? to (?:apply|be governed|have effect)|remains? (?:subject to|in force))\b[^.;]*\b(?:before|prior to|already|pending)\b/iu,
]

/** Whether a sentence says what holds for that which had begun before its document was in force. */
export function isTransitional(sentence: string): boolean {
  return TRANSITIONAL.some((pattern) => pattern.test(sentence))
}
