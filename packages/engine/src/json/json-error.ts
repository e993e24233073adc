import type { Text } from '../errors/text.ts'

/** What is wrong with a JSON text, where (an offset), and what to do about it. */
export interface SyntaxFault {
  position: number
  text: Text
}

/** Says of the place at which a text stops being JSON what stands there that should not, or what is missing. */
export function syntaxFault(text: string, position: number): SyntaxFault {
  const found = text.slice(position, position + 1)
  const wide = WIDE.find(({ characters }) => found !== '' && characters.includes(found))
  const said = (zh: string, en: string, at = position): SyntaxFault => ({ position: at, text: { zh, en } })
  // The parser stops at the last digit of a number that ends the text.
  if (/^\d?\s*$/.test(text.slice(position)))
    return said(
      '文件到此结束，前面的引号或括号没有配对。请补全。',
      'The text ends before every quotation mark and bracket is closed. Add what is missing.',
      text.length,
    )
  if (wide)
    return said(
      `此处的 ${found} 是${wide.zh}。请改用英文的 ${wide.ascii} 。`,
      `${found} is a ${wide.en}. Write ${wide.ascii} instead.`,
    )
  if (found === '/') return said('JSON 不能写注释。请删去。', 'JSON has no comments. Remove it.')
  const before = lastBefore(text, position)
  if (/[}\]]/.test(found) && text[before] === ',')
    return said('最后一项之后多了逗号。请删去。', 'There is a comma after the last entry. Remove it.', before)
  if (/[}\],:]/.test(found))
    return said(
      `此处不应有 ${found} 。请检查前面的括号是否配对、有没有漏写。`,
      `There should be no ${found} here. Check that the brackets before it match and that nothing is left out.`,
    )
  if (/["\d}\]a-z]/.test(text.charAt(before))) return lacking(text, position, before)
  return said(
    '此处不是 JSON 的值。名称和文字须放在英文双引号 " 之内，双引号须成对。',
    'This is no JSON value. Names and words stand between straight double quotation marks, ", which come in pairs.',
  )
}

/** A value follows a name or another value, with nothing between them. */
function lacking(text: string, position: number, before: number): SyntaxFault {
  const [sign, zh, en] = isName(text, before) ? [':', '冒号', 'colon'] : [',', '逗号', 'comma']
  const lines = (end: number) => text.slice(0, end).split(/\r\n|\r|\n/).length
  const line = lines(before)
  const [where, whereEn] =
    line === lines(position) ? ['此处之前', 'before this'] : [`第 ${line} 行末尾`, `at the end of line ${line}`]
  return {
    position,
    text: { zh: `缺少${zh}。请在${where}加上 ${sign} 。`, en: `A ${en} is missing. Put ${sign} ${whereEn}.` },
  }
}

/** Whether the string that ends here is the name of an entry: it stands in an object, first or after a comma. */
function isName(text: string, end: number): boolean {
  const open: string[] = []
  let start = -1
  for (const { 0: token, index } of text.slice(0, end + 1).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    start = index
    if (token === '{' || token === '[') open.push(token)
    else if (token === '}' || token === ']') open.pop()
  }
  return text[end] === '"' && open.at(-1) === '{' && /[{,]/.test(text.charAt(lastBefore(text, start)))
}

function lastBefore(text: string, position: number): number {
  let at = position - 1
  while (at >= 0 && /\s/.test(text.charAt(at))) at--
  return at
}

/** What a Chinese keyboard writes in place of the signs of JSON. */
const WIDE = [
  { characters: '“”＂„‟', ascii: '"', zh: '中文引号', en: 'Chinese quotation mark' },
  { characters: "‘’＇'", ascii: '"', zh: '单引号', en: 'single quotation mark' },
  { characters: '，、', ascii: ',', zh: '中文标点', en: 'Chinese punctuation mark' },
  { characters: '：', ascii: ':', zh: '中文标点', en: 'Chinese punctuation mark' },
  { characters: '｛', ascii: '{', zh: '全角括号', en: 'full-width bracket' },
  { characters: '｝', ascii: '}', zh: '全角括号', en: 'full-width bracket' },
  { characters: '［【', ascii: '[', zh: '全角括号', en: 'full-width bracket' },
  { characters: '］】', ascii: ']', zh: '全角括号', en: 'full-width bracket' },
]
