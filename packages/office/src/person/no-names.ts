/** Words that begin with a letter that is also a surname, by their first two letters. */
const WORDS =
  '安排 安置 班子 包括 保留 毕业 边缘 别处 常务 常设 常委 常驻 常年 常缺 车间 成立 成员 申报 申请 单独 单列 单位 党办 ' +
  '党龄 党外 党内 党建 党政 东部 董事 段落 方可 封存 符合 高级 巩固 顾问 关闭 关停 关于 广西 管理 和解 何处 何故 何人 何时 花名 ' +
  '计划 计生 季度 江苏 江西 解除 解散 解聘 金额 经办 经理 经批 简称 简历 连任 连续 路过 满员 门市 明确 明年 明细 南昌 ' +
  '农工 平调 平级 平时 强化 强制 权属 权限 全部 全市 全县 全区 全所 全体 全无 全员 任满 任免 任命 任期 任上 容缺 ' +
  '商定 商请 尚待 尚空 尚缺 尚未 尚无 师傅 时间 时任 司法 司机 席位 宣传 项目 向上 向外 信息 严重 易人 ' +
  '应建 应配 应补 应选 应有 应派 元旦 原定 原因 原有 云南 展期 支书 支委 终止 左右 全年 全额 农民 单人 双人 满意 支援 支队 融合 红色 初选 应到 应换 占比 占用 费用 贡献 怀疑 印发 印章 双方 双重 双向 官方 战时 习惯 劳动 劳务 初任 初定 初步 山东 山西 税务 闭会 寿终 松散 红头 万人 万元 文件'

/** What is in no name, wherever it stands: offices, and what becomes of them. */
const WITHIN =
  /书记|主任|委员|指导员|专员|干事|[部局科所组处会院]长|律师|党员|党委|党组|支部|总支|合伙|负责|主管|法人|代表|代理|代管|主持|改选|换届|届满|到期|到岗|期满|空缺|缺位|补选|增补|推选|选举|选任|选配|选定|聘请|调离|调走|调出|调任|离任|离岗|辞去|免去|退休|去世|病故|注销|不详|不明|不在|待定|待补|待选|未定|未选|未配|未建|未设|未填|未知|没有|暂无|不需|需要|取消|空白|同上|同前|详见|附件|名单|其他|无人|姓名|人选|人员|产生|落实|上报|审批|批准|公示|交接|接替|接任|继任|前任|现任|原任|曾任|肩挑|[缺届撤聘拟暂兼派职否副员委局部县市区组级]/

const FIRST = new Set(WORDS.split(' '))

/** What no given name of one letter is: a title behind a surname (张所, 胡总), and the second half of words. */
const NOT_ALONE = new Set(
  '所工总局处科股院站董秘老校庭队师会厂店村镇乡街办律法务部门组员长书任职位岗编制度费额款项账册表格证照号码址期限时日月年季' +
    '无设管程章则例条案规约议据单函件报告稿批数量率比例型类别式种况项址段点线面级层内外上下前后中间边代离退停辞撤替缺空满止用付支收存欠',
)
/** Behind a whole name they say that it is not, or no longer, who is in office: 张三代. */
const BEHIND = /[代离退停辞]$/
/** Before a whole name it says who was: 原张三. It is a surname too, and then nothing tells which is meant. */
const BEFORE = /^原/

/** Whether letters are a surname with something that is no given name. */
export function isNoGivenName(given: string): boolean {
  return NOT_ALONE.has(given)
}

/** A name with what may say that this is who was, or who stands in. */
export function withoutOffice(letters: string): string {
  return letters.replace(BEFORE, '').replace(BEHIND, '')
}

/** Whether letters that begin with a surname are other words. */
export function areOtherWords(letters: string): boolean {
  return WITHIN.test(letters) || FIRST.has(letters.slice(0, 2))
}

/** Words in English that stand in place of a name. */
export const NOT_IN_ENGLISH_NAMES: ReadonlySet<string> = new Set(
  'acting appointed available confirmed director elected election former head interim known manager none not of pending person position post secretary see staff tba tbc tbd the to unknown vacancy vacant'.split(
    ' ',
  ),
)
