import { STATUS_WORDS, type Text } from '@tiaoli/engine'
import { LANGUAGES } from '@tiaoli/engine/names'
import {
  completeText,
  isObject,
  type CheckEntry,
  type Clause,
  type DerivedFact,
  type DocumentFile,
  type GivenFact,
  type Instrument,
  type PackFile,
  type Parameter,
  type Profile,
  type RequirementEntry,
  type ScopeEntry,
  type WrittenText,
} from '@tiaoli/engine/plan'
import { DUTY_LABELS, FORCE_LABELS, TESTABILITY_LABELS, TYPE_LABELS } from '../handbook/enum-labels.ts'
import type { Json, DefinitionKind } from './definitions.ts'

export const KIND_LABELS: Record<DefinitionKind, Text> = {
  pack: { zh: '规则包', en: 'pack' },
  document: { zh: '文件', en: 'document' },
  clause: { zh: '条款', en: 'clause' },
  instrument: { zh: '外部文件', en: 'instrument' },
  body: { zh: '主体', en: 'body' },
  role: { zh: '身份', en: 'role' },
  scope: { zh: '范围', en: 'scope' },
  fact: { zh: '事实', en: 'fact' },
  check: { zh: '检查', en: 'check' },
  parameter: { zh: '参数', en: 'parameter' },
  profile: { zh: '参数方案', en: 'profile' },
  requirement: { zh: '要求', en: 'requirement' },
  exception: { zh: '例外', en: 'exception' },
  note: { zh: '提示', en: 'note' },
}

type KeyOf<Entry> = Entry extends unknown ? keyof Entry : never
type ExceptionEntry = NonNullable<RequirementEntry['unless']>[number]
type NoteEntry = NonNullable<RequirementEntry['notes']>[number]

/** Whatever a definition of a pack may say. Changes name the id and file of it, and notes are compared alone. */
type Field = Exclude<
  | KeyOf<PackFile | DocumentFile | Clause | Instrument | ScopeEntry | GivenFact | DerivedFact | CheckEntry>
  | KeyOf<Parameter | Profile | RequirementEntry | ExceptionEntry | NoteEntry>
  | 'zh'
  | 'en',
  '$schema' | '$comment' | 'id' | 'notes'
>

/** What the fields of pack files are called. Typed, so that a field that a schema gains is not missed. */
const FIELD_LABELS: Record<Field, string> = {
  title: '标题',
  clauses: '所引条款',
  basis: '所引文件',
  force: '力度',
  subject: '对象',
  dutyBearer: '责任主体',
  supervisor: '监督主体',
  effective: '有效期',
  at: '适用何日的规定',
  recurs: '周期',
  applies: '适用条件',
  requires: '要求的内容',
  due: '期限',
  achievedOn: '完成日期',
  unless: '例外的次序',
  figures: '列示的数据',
  metUntil: '符合到何日',
  duty: '义务的种类',
  problem: '问题表述',
  remedy: '整改',
  laterRules: '后来的规定',
  text: '文字',
  label: '名称',
  when: '成立条件',
  status: '结论',
  unit: '单位',
  none: 'null 的含义',
  notEncoded: '不作判定的理由',
  testability: '可检验性',
  version: '版本',
  place: '位置',
  bearer: '责任主体',
  note: '说明',
  description: '说明',
  issuer: '发文机关',
  number: '文号',
  document: '首要文件',
  changes: '对以前规定的改变',
  issuedOn: '成文日期',
  horizon: '规划期',
  uses: '所用规则包',
  bodies: '主体',
  bodiesOf: '各有主体的范围',
  organizations: '可以主送的单位',
  defaultProfile: '默认参数方案',
  languages: '语言',
  timeZone: '时区',
  currency: '币种',
  sentences: '自动生成的语句所用的语言',
  parameters: '参数取值',
  choices: '可选的取值',
  around: '包含其他规则包的范围',
  to: '所指的范围',
  of: '编号所属的范围',
  scope: '范围',
  holds: '应当成立的条件',
  unique: '不得重复的事实',
  taints: '存疑的事实',
  on: '完成日期',
  some: '至少有一条的记录',
  every: '逐条核对的记录',
  where: '记录的条件',
  count: '计数的记录',
  sum: '合计的数据',
  least: '取最小值的数据',
  greatest: '取最大值的数据',
  date: '起算日期',
  plusDays: '增加的天数',
  plusMonths: '增加的月数',
  plusYears: '增加的年数',
  daysBetween: '相隔天数的起止日期',
  add: '相加的数据',
  subtract: '相减的数据',
  multiply: '相乘的数据',
  round: '取整方式',
  share: '部分与总数',
  zh: '中文',
  en: '英文',
  type: '类型',
  values: '取值',
  min: '下限',
  max: '上限',
  equals: '应等于',
  in: '上级范围',
  list: '清单的名称',
  key: '按年度记录',
  event: '是否为事件',
  named: '可否写名称',
  names: '是否用于识别记录',
  changeable: '由谁改变',
  future: '可否为将来日期',
  planned: '可否提前填写',
  intoNextYear: '可否在次年完成',
  absent: '未填写的含义',
  inForce: '施行时间',
  evidence: '核对情况',
  question: '待明确的问题',
}

export function fieldLabel(field: string): Text {
  return { zh: (FIELD_LABELS as Readonly<Record<string, string>>)[field] ?? field, en: field }
}

const LONGEST = 160

/** Fields whose values are codes with a label. */
const CODE_LABELS: Record<string, Readonly<Record<string, Text>>> = {
  force: FORCE_LABELS,
  testability: TESTABILITY_LABELS,
  status: STATUS_WORDS,
  type: TYPE_LABELS,
  duty: DUTY_LABELS,
}

/** A value of a pack file on one line; the words themselves where there are words. */
export function valueText(value: Json | undefined, field = ''): Text {
  if (value === undefined) return { zh: '无', en: 'none' }
  if (typeof value === 'string') {
    const label = CODE_LABELS[field]?.[value]
    return label ? { zh: label.zh, en: value } : { zh: shorten(value), en: shorten(value) }
  }
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: String(value) }
  if (isWrittenText(value)) {
    const { zh, en } = completeText({ ...value })
    const { one: single } = value as { one?: string }
    const one = single === undefined ? '' : ` (one: “${single}”)`
    return { zh: `“${shorten(zh)}”`, en: `“${shorten(en)}”${one}` }
  }
  const text = JSON.stringify(value)
  return { zh: shorten(text), en: shorten(text) }
}

function isWrittenText(value: Json): value is WrittenText & { readonly [key: string]: Json } {
  return isObject(value) && LANGUAGES.some((language) => typeof value[language] === 'string')
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
