import type { InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import type { LineColumn } from './line-index.ts'

/** Why a JSON text is refused, and where. No sentence repeats what the text says. */
export interface JsonProblem extends InputProblem {
  code: JsonProblemCode
  line: number
  column: number
}

export type JsonProblemCode = keyof typeof JSON_SENTENCES
export type JsonSentenceArguments<C extends JsonProblemCode> = Parameters<(typeof JSON_SENTENCES)[C]>

const zhPlace = ({ line, column }: LineColumn) => `第 ${line} 行第 ${column} 列`
const enPlace = ({ line, column }: LineColumn) => `line ${line}, column ${column}`

/** The sentence of every code: what is wrong, then what to do. Both languages say the same. */
export const JSON_SENTENCES = {
  // The bytes, and what the text is instead of JSON.
  'empty-text': () => ({ zh: '没有内容。请至少写 {}。', en: 'There is no content. Write at least {}.' }),
  'utf-16': () => ({
    zh: '文本是 UTF-16 编码。请另存为 UTF-8 编码。',
    en: 'The text is encoded as UTF-16. Save it as UTF-8.',
  }),
  'utf-32': () => ({
    zh: '文本是 UTF-32 编码。请另存为 UTF-8 编码。',
    en: 'The text is encoded as UTF-32. Save it as UTF-8.',
  }),
  gbk: () => ({
    zh: '文本不是 UTF-8 编码，很可能是 GBK（记事本称为 ANSI）。请另存为 UTF-8 编码。',
    en: 'The text is not UTF-8 but probably GBK, which Notepad calls ANSI. Save it as UTF-8.',
  }),
  'not-utf-8': () => ({
    zh: '此处的字节不是 UTF-8 编码。请将文本另存为 UTF-8 编码。',
    en: 'The bytes here are not UTF-8. Save the text as UTF-8.',
  }),
  'lost-characters': () => ({
    zh: '此处有替换字符（U+FFFD），说明文本曾按错误的编码读取，原来的字已经丢失。请将原件重新另存为 UTF-8 编码。',
    en: 'The replacement character U+FFFD shows that the text was once read in a wrong encoding and characters were lost. Save the original as UTF-8 again.',
  }),
  'zip-file': () => ({
    zh: '这是 Excel（.xlsx）、Word（.docx）或其他 zip 格式的文件，不是 JSON 文本。请先将其中的数据转换为 JSON。',
    en: 'This is an Excel (.xlsx), Word (.docx) or other zip file, not JSON text. Convert its data to JSON first.',
  }),
  'office-file': () => ({
    zh: '这是旧版 Excel（.xls）、Word（.doc）等格式的文件，不是 JSON 文本。请先将其中的数据转换为 JSON。',
    en: 'This is an old Excel (.xls), Word (.doc) or similar file, not JSON text. Convert its data to JSON first.',
  }),
  'pdf-file': () => ({
    zh: '这是 PDF 文件，不是 JSON 文本。请先将其中的数据转换为 JSON。',
    en: 'This is a PDF file, not JSON text. Convert its data to JSON first.',
  }),
  'gzip-file': () => ({
    zh: '这是 gzip 压缩文件。请先解压。',
    en: 'This is a gzip file. Decompress it first.',
  }),
  'html-page': () => ({
    zh: '这是网页（HTML）或 XML，不是 JSON 文本。请核对下载地址，或先转换为 JSON。',
    en: 'This is a web page (HTML) or XML, not JSON text. Check the address that it came from, or convert it to JSON first.',
  }),
  'not-json': () => ({
    zh: '这不是 JSON 文本。JSON 以 { 或 [ 开头；CSV 等其他格式请先转换为 JSON。',
    en: 'This is not JSON text, which begins with { or [. Convert CSV and other formats to JSON first.',
  }),

  // What a text holds that JSON does not have.
  'chinese-punctuation': (found: string, ascii: string) => ({
    zh: `此处的 ${found} 是中文（全角）标点。请改用英文（半角）的 ${ascii} 。`,
    en: `${found} is Chinese (full-width) punctuation. Write ${ascii} instead.`,
  }),
  'invisible-character': () => ({
    zh: '此处有全角空格或其他不可见的特殊字符。请删去，或改用普通空格。',
    en: 'There is a full-width space or another invisible character here. Remove it or write an ordinary space.',
  }),
  'byte-order-mark': () => ({
    zh: '此处有字节顺序标记（BOM），多半来自拼入的文件。请删去，或将该文件另存为不带 BOM 的 UTF-8。',
    en: 'There is a byte order mark (BOM) here, probably from a file that was put into this text. Remove it, or save that file as UTF-8 without BOM.',
  }),
  'single-quotes': () => ({
    zh: '此处用了单引号。请改用英文双引号 " 。',
    en: 'JSON has no single quotation marks. Write " instead.',
  }),
  comment: () => ({ zh: 'JSON 不能写注释。请删去注释。', en: 'JSON has no comments. Remove this one.' }),
  'unquoted-key': () => ({
    zh: '键没有加引号。请在前后加上英文双引号 " 。',
    en: 'The key has no quotation marks. Put " before and after it.',
  }),
  'unquoted-text': () => ({
    zh: '文字没有加引号。请在前后加上英文双引号 " 。',
    en: 'The text here has no quotation marks. Put " before and after it.',
  }),
  'no-such-value': () => ({
    zh: 'JSON 没有 NaN、Infinity 和 undefined。请写实际的值，或删去这一项。',
    en: 'JSON has no NaN, Infinity or undefined. Write a real value or remove the entry.',
  }),
  'miswritten-word': () => ({
    zh: 'JSON 只有小写的 true、false 和 null。请改正。',
    en: 'JSON has only true, false and null, in lower case. Correct the word.',
  }),
  'full-width-value': () => ({
    zh: '此处用了全角的数字或字母。请改用半角的 0–9、a–z。',
    en: 'The digits or letters here are full-width. Write them in half width: 0–9, a–z.',
  }),
  'malformed-number': () => ({
    zh: '此处不是 JSON 的数字。不要写加号、单位、千分位和开头多余的 0，小数点前后都要有数字；日期和编号请加英文双引号 " 。',
    en: 'This is not a JSON number. Write no plus sign, unit, thousands separator or leading zero, and digits on both sides of a decimal point; put dates and codes in quotation marks.',
  }),
  'number-too-large': () => ({
    zh: '数字过大，无法表示。请写较小的数字。',
    en: 'The number is too large to be represented. Write a smaller one.',
  }),
  'control-character': (escape: string) => ({
    zh: `引号之内有换行、制表符等控制字符。请改写为 ${escape} ，或在它之前补上漏写的引号。`,
    en: `A string contains a line break, tab or other control character. Write ${escape} instead, or close the string before it.`,
  }),
  'bad-escape': () => ({
    zh: '反斜杠之后只能写 " \\ / b f n r t，或 u 加四位十六进制数字。要写反斜杠本身，请写 \\\\ 。',
    en: 'After a backslash only " \\ / b f n r t can follow, or u with four hexadecimal digits. For a backslash itself write \\\\ .',
  }),
  'inner-quote': () => ({
    zh: '前一个引号已结束了文字。文字之内的英文双引号请写作 \\" 。',
    en: 'The quotation mark before this ended the string. Within a string write \\" for a quotation mark.',
  }),

  // Brackets, commas and colons.
  'trailing-comma': () => ({
    zh: '最后一项之后多了逗号。请删去。',
    en: 'There is a comma after the last entry. Remove it.',
  }),
  'missing-comma': (line: number | undefined) => ({
    zh: `缺少逗号。请在${line === undefined ? '此处之前' : `第 ${line} 行末尾`}加上 , 。`,
    en: `A comma is missing. Put , ${line === undefined ? 'before this' : `at the end of line ${line}`}.`,
  }),
  'missing-colon': () => ({
    zh: '键的后面缺少冒号。请写成 "键": 值 。',
    en: 'There is no colon after the key. Write "key": value.',
  }),
  'missing-value': () => ({
    zh: '此处缺少值。请补上，或删去多余的键或逗号。',
    en: 'A value is missing here. Add it, or remove the superfluous key or comma.',
  }),
  'unclosed-string': () => ({
    zh: '从此处开始的文字没有结束的引号。请在文字之后补上 " 。',
    en: 'The string that begins here has no closing quotation mark. Put " after its last character.',
  }),
  'unclosed-bracket': (open: string, place: LineColumn, isLine: boolean) => ({
    zh: `文本到此结束，但${zhPlace(place)}的 ${open} 没有配对。请补全${isLine ? '；NDJSON 的每条记录须写在一行之内' : ''}。`,
    en: `The text ends here, but the ${open} at ${enPlace(place)} is not closed. Complete it${isLine ? '; in NDJSON each record is on one line' : ''}.`,
  }),
  'wrong-bracket': (found: string, open: string, place: LineColumn) => ({
    zh: `此处的 ${found} 与${zhPlace(place)}的 ${open} 不配对。请检查两者之间有没有遗漏或多余的括号。`,
    en: `The ${found} here does not match the ${open} at ${enPlace(place)}. Check for a missing or superfluous bracket between them.`,
  }),
  'unexpected-character': (found: string) => ({
    zh: `此处不应有 ${found} 。请删去，或补上前面遗漏的内容。`,
    en: `There should be no ${found} here. Remove it, or add what is missing before it.`,
  }),
  'text-after-end': () => ({
    zh: 'JSON 在此之前已经结束。请删去其后的内容，或检查前面是否多了括号。',
    en: 'The JSON text ends before this. Remove what follows, or check for a superfluous bracket before it.',
  }),
  'several-documents': () => ({
    zh: '文本中不止一个 JSON。请合并为一个；如果是每行一条记录的 NDJSON，请逐条评价（命令行：文件扩展名 .ndjson；程序：evaluateEach；HTTP：/evaluate/stream）。',
    en: 'The text contains more than one JSON document. Combine them into one; if it is NDJSON, one record per line, evaluate the records one at a time (command line: file extension .ndjson; library: evaluateEach; HTTP: /evaluate/stream).',
  }),

  'not-ndjson': () => ({
    zh: '这不是每行一条记录的 NDJSON：第一行只是一个 JSON 文本的开头。整份台账请按 JSON 提交（命令行：文件扩展名 .json；HTTP：/evaluate）；记录请每条写成一行。',
    en: 'This is not NDJSON, one record per line: the first line is only the beginning of a JSON text. Submit a whole ledger as JSON (command line: file extension .json; HTTP: /evaluate); put each record on one line.',
  }),

  // JSON that would not be read as it is meant.
  'duplicate-key': (first: LineColumn) => ({
    zh: `这个键在同一对象中出现了两次，第一次在${zhPlace(first)}。请删去其中一个。`,
    en: `This key appears twice in one object, first at ${enPlace(first)}. Remove one of the two.`,
  }),
  'forbidden-name': () => ({
    zh: '不能使用这个名称。请改名或删去。',
    en: 'This name cannot be used. Choose another or remove it.',
  }),
  'ill-formed-text': () => ({
    zh: '文字中有不成对的代理码元（如 \\ud800），不是完整的字符。请改正或删去。',
    en: 'The text contains half of a surrogate pair (such as \\ud800), which is not a character. Correct it or remove it.',
  }),

  // Size.
  'too-deep': (limit: number) => ({
    zh: `嵌套超过 ${limit} 层。请减少层数。`,
    en: `Nested more than ${limit} levels deep. Use fewer levels.`,
  }),
  'too-large': (limit: number) => ({
    zh: `文本超过 ${limit} 个字符。请拆分。`,
    en: `The text is longer than ${limit} characters. Split it.`,
  }),
  'too-many-objects': (limit: number) => ({
    zh: `对象和列表超过 ${limit} 个。请分批提交。`,
    en: `There are more than ${limit} objects and lists. Submit them in parts.`,
  }),
  'line-too-long': (limit: number) => ({
    zh: `这一行超过 ${limit} MiB。NDJSON 每行一条记录，请检查换行。`,
    en: `The line is longer than ${limit} MiB. NDJSON has one record per line; check the line breaks.`,
  }),
} satisfies Record<string, (...args: never[]) => Text>

export function jsonProblem<C extends JsonProblemCode>(
  code: C,
  args: JsonSentenceArguments<C>,
  { line, column }: LineColumn,
  pointer = '',
): JsonProblem {
  const sentence = JSON_SENTENCES[code] as (...args: unknown[]) => Text
  return { code, pointer, line, column, message: sentence(...args) }
}
