import { remembered } from '../remembered.ts'

const TICKS = /[✓✔☑✅]\uFE0F?/gu
const CROSSES = /[✗✘✖❌❎☒]\uFE0F?/gu

/** A text as it is compared: half-width, in small letters, without spaces, and with one sign for all ticks and crosses. */
export const keyOf = remembered((text) =>
  text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(TICKS, '√').replaceAll(CROSSES, '×').toLowerCase(),
)

/** A heading as it is compared: also without quotation marks and what introduces it. */
export const headingKey = remembered((text) =>
  keyOf(text)
    .replaceAll(/["'“”‘’「」《》:、。*]/g, '')
    .replace(/^其中/, ''),
)

/** Brackets of any kind that offices write, and what is in them: （元）, [元], 【元】. */
const BRACKETS = /[([{【〔]([^()[\]{}【】〔〕]*)[)\]}】〕]/g

/** A key without brackets and what is in them. */
export function withoutBrackets(key: string): string {
  return key.replaceAll(BRACKETS, '')
}

/** What a text says in brackets. */
export function inBrackets(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(BRACKETS)].map(([, inside]) => inside!)
}

/** Whether a text has a label with what it says, as 单位：元, and not in brackets. 其中：女 is a heading. */
export function hasLabel(text: string): boolean {
  return withoutBrackets(keyOf(text)).replaceAll('其中:', '').includes(':')
}

/** What stands before the name in a title: 二、, （二）, 2. */
export const ORDINAL = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])/

/** Words that mean the same in every column, where a mapping does not say otherwise. */
export const USUAL_WORDS = {
  blank: ['—', '－', '-', '――', '--', '/', 'n/a', 'tbc', 'not known', 'unknown'],
  none: ['无', '没有', 'none', 'nil'],
  yes: ['是', '有', '√', '已', 'yes', 'y', 'true'],
  no: ['否', '无', '×', '未', '没有', '不是', 'no', 'n', 'false'],
  same: ['同上', '同前', '〃', '"', 'same', 'same as above', 'ditto', 'as above'],
  rows: [
    '合计',
    '小计',
    '总计',
    '…小计',
    '…合计',
    '…总计',
    '累计',
    '平均',
    '填表说明',
    '填报说明',
    '注意事项',
    '必填',
    '填表人',
    '填报人',
    '审核人',
    '制表',
    '联系人',
    '联系电话',
    '单位负责人',
    '单位盖章',
    '(盖章)',
    '(公章)',
    '…(盖章)',
    '…(公章)',
    '说明:',
    '注:',
    'total',
    'totals',
    'subtotal',
    'sub-total',
    'grand total',
    'average',
    'cumulative',
    'note',
    'notes',
    'prepared by',
    'filled in by',
    'completed by',
    'checked by',
    'approved by',
    'signed',
    'signature',
    'contact',
    'phone',
  ],
} as const
