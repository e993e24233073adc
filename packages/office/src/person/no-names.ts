/** Words that begin with a letter that is also a surname, by their first two letters. */
const WORDS =
  '安排 安置 包括 保留 毕业 边缘 别处 常务 常设 常委 常驻 常年 常缺 车间 成立 成员 申报 申请 单独 单列 单位 ' +
  '东部 董事 段落 封存 符合 高级 巩固 顾问 关闭 关停 关于 管理 和解 花名 ' +
  '计划 计生 季度 解除 解散 解聘 金额 经办 经理 经批 简称 简历 连任 路过 满员 门市 明年 明细 ' +
  '平调 平级 平时 强化 强制 权属 权限 全部 全市 全县 全区 全所 全体 全无 全员 任满 任免 任命 任期 任上 容缺 ' +
  '商定 商请 尚待 尚空 尚缺 尚未 尚无 师傅 时间 司法 司机 席位 宣传 项目 向外 信息 严重 易人 ' +
  '应建 应配 应补 应选 应有 应派 原定 原因 原有 展期 终止 左右 全年 全额 农民 单人 满意 支援 支队 融合 红色 初选 应到 应换 占比 占用 费用 贡献 怀疑 印发 印章 双人 双重 双向 官方 战时 习惯 劳动 劳务 初任 初定 初步 税务 闭会 寿终 松散 红头 万元 文件'

/** Words that are names as well where something stands behind them, as in 何时雨. */
const WHOLE_WORDS =
  '何处 何故 何人 何时 何况 万人 万件 方可 方面 方式 方案 元旦 元月 明确 向上 连续 时任 双方 曾任 时限 时期 时段 时点 时代 时下 时后 ' +
  '查无 查中 单设 单管 单项 单点 单线 单面 单层 单程 单件 单章 单据 单数 单月 单年 单季 单批 单型 应设 应收 应付 应用 应当 应量 应到 ' +
  '房管 房间 房费 党管 党章 党规 党部 党报 党费 党数 党表 党线 双管 双程 双线 双面 双层 双数 双月 双年 双季 双期 农管 农村 农费 路程 路面 路线 路段 路费 路上 ' +
  '全程 全面 全线 全数 全满 章程 文章 文案 文稿 文费 简章 简报 简表 简约 简单 盖章 印量 常规 常例 常量 和约 和议 商议 商量 商务 计议 计数 计量 ' +
  '占据 元件 平面 平年 平均 封面 原则 原址 原点 原型 原件 原稿 范例 成例 成型 成稿 成数 初稿 初期 初中 高中 高层 席上 马上 门下 古代 容量 费率 费数 ' +
  '税法 东面 红线 红章 红件 支付 支出 支收 尚存 尚欠 戴帽 申时'

/** What is in no name, wherever it stands: who does something, and what becomes of it. */
const WITHIN =
  /主任|委员|指导员|专员|干事|[部局科所组处会院]长|负责|主管|法人|代表|代理|代管|主持|改选|期满|到期|到岗|空缺|缺位|补选|增补|推选|选举|选任|选配|选定|调离|调走|调出|调任|离任|离岗|辞去|免去|退休|去世|病故|注销|不详|不明|不在|待定|待补|待选|未定|未选|未配|未建|未设|未填|未知|没有|暂无|不需|需要|取消|空白|同上|同前|详见|附件|名单|其他|无人|姓名|人选|人员|产生|落实|上报|审批|批准|公示|交接|接替|接任|继任|前任|现任|原任|曾任[过职满]/
/** The same of one letter; behind such a letter as is listed it may be half of a name: 兼善, 聘卿, 组缃. */
const LETTER_WITHIN =
  /[缺届撤暂派职否副委局县区级]|聘(?![卿之君三贤])|兼(?![善之济爱三])|拟(?![古之文])|市(?!民)|组(?![缃绶云])|员(?!外)/

const FIRST = new Set(WORDS.split(' '))
const WHOLE = new Set(WHOLE_WORDS.split(' '))

/** A title behind a surname (张所, 胡总), or what else no given name of one letter is. */
const NOT_ALONE = new Set('所工总局处科股院站董秘老校庭队律厂店办部额款账册码欠况址代离退停辞撤替缺空')
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
  return WITHIN.test(letters) || LETTER_WITHIN.test(letters) || FIRST.has(letters.slice(0, 2)) || WHOLE.has(letters)
}

/** Words in English that stand in place of a name. */
export const NOT_IN_ENGLISH_NAMES: ReadonlySet<string> = new Set(
  'acting appointed available confirmed director elected election former head interim known manager none not of pending person position post secretary see staff tba tbc tbd the to unknown vacancy vacant'.split(
    ' ',
  ),
)
