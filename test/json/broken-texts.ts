import type { JsonProblemCode } from '@tiaoli/engine/plan'

/** A text or file that is not acceptable JSON, and what every door must say of it. */
export interface BrokenText {
  what: string
  source: string | Uint8Array
  code: JsonProblemCode
  line: number
  column: number
  /** Where in the value, as far as it could be read. */
  pointer?: string
}

/** Bytes, a character each; `\u0100` and beyond cannot occur. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const units = new DataView(new ArrayBuffer(2 * text.length))
  for (let i = 0; i < text.length; i++) units.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return new Uint8Array(units.buffer)
}

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

type Row = readonly [
  what: string,
  source: string | Uint8Array,
  code: JsonProblemCode,
  line: number,
  column: number,
  pointer?: string,
]

const ROWS: readonly Row[] = [
  // Not text in UTF-8.
  ['GBK', bytes('{"id": "\xd5\xc5\xc8\xfd"}'), 'gbk', 1, 9],
  ['GBK after a line in ASCII', bytes('{\n  "id": "\xd5\xc5"}'), 'gbk', 2, 10],
  ['GB 18030 with a character of four bytes', bytes('{"id": "\x81\x30\x81\x30"}'), 'gbk', 1, 9],
  ['Latin-1', bytes('{"id": "caf\xe9"}'), 'not-utf-8', 1, 12],
  ['UTF-8 cut within a character', bytes('{"id": "\xe5\xbc\xa0\xe4\xb8\x89\xe6\x9d'), 'not-utf-8', 1, 11],
  ['a byte that no encoding of Chinese has', bytes('{"id": "\xff"}'), 'not-utf-8', 1, 9],
  ['UTF-16 from the Notepad of old', utf16('\uFEFF{"id": "F1"}', true), 'utf-16', 1, 1],
  ['UTF-16, the other way round', utf16('\uFEFF{"id": "F1"}', false), 'utf-16', 1, 1],
  ['UTF-16 without a mark', utf16('{"id": "F1"}', true), 'utf-16', 1, 1],
  ['UTF-32', bytes('\xff\xfe\0\0{\0\0\0}\0\0\0'), 'utf-32', 1, 1],
  ['UTF-32, the other way round', bytes('\0\0\xfe\xff\0\0\0{\0\0\0}'), 'utf-32', 1, 1],
  ['UTF-32 without a mark', bytes('{\0\0\0}\0\0\0'), 'utf-32', 1, 1],
  ['GBK that was once read as UTF-8', '{"id": "\uFFFD\uFFFD"}', 'lost-characters', 1, 9],

  // Another kind of file.
  ['an Excel workbook', bytes('PK\x03\x04\x14\x00\x06\x00\xff\xfe'), 'zip-file', 1, 1],
  ['an old Excel workbook', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'office-file', 1, 1],
  ['a PDF', bytes('%PDF-1.7\r%\xb5\xb5\xb5\xb5'), 'pdf-file', 1, 1],
  ['a gzip file', bytes('\x1f\x8b\x08\x00\x00'), 'gzip-file', 1, 1],
  ['a web page', '<!doctype html><title>404</title>', 'html-page', 1, 1],
  ['a table', 'id,name', 'not-json', 1, 1],
  ['nothing', '', 'empty-text', 1, 1],
  ['only space and a byte order mark', '\uFEFF \n', 'empty-text', 1, 1],

  // What a Chinese keyboard, a word processor or another language writes.
  ['a Chinese comma', '{"id": 1，"members": {}}', 'chinese-punctuation', 1, 9],
  ['a Chinese colon', '{"id"：1}', 'chinese-punctuation', 1, 6],
  ['Chinese quotation marks', '{“id”: 1}', 'chinese-punctuation', 1, 2],
  ['a Chinese quotation mark at the end of a name', '{"id”: "F1"}', 'chinese-punctuation', 1, 5],
  ['a Chinese quotation mark at the end of a value', '{"id": "F1”, "full": 3}', 'chinese-punctuation', 1, 11],
  ['full-width brackets', '｛"id": 1｝', 'chinese-punctuation', 1, 1],
  ['a full-width space', '{"id":　1}', 'invisible-character', 1, 7, '/id'],
  [
    'a file with a byte order mark within another text',
    '{"ledger":\uFEFF{"id": 1}}',
    'byte-order-mark',
    1,
    11,
    '/ledger',
  ],
  ['single quotation marks', "{'id': 1}", 'single-quotes', 1, 2],
  ['a comment at the end of a line', '{"id": 1} // the firm', 'comment', 1, 11],
  ['a comment in between', '{"id": /* none */ 1}', 'comment', 1, 8, '/id'],
  ['a key without quotation marks', '{id: 1}', 'unquoted-key', 1, 2],
  ['a text without quotation marks', '{"id": 张三}', 'unquoted-text', 1, 8, '/id'],
  ['NaN', '{"full": NaN}', 'no-such-value', 1, 10, '/full'],
  ['Infinity below zero', '[-Infinity]', 'no-such-value', 1, 2, '/0'],
  ['undefined', '{"full": undefined}', 'no-such-value', 1, 10, '/full'],
  ['None', '{"full": None}', 'miswritten-word', 1, 10, '/full'],
  ['True', '{"sole": True}', 'miswritten-word', 1, 10, '/sole'],

  ['a full-width digit', '{"full": ３}', 'full-width-value', 1, 10, '/full'],
  ['a number that ends in a full-width digit', '{"full": 1２}', 'full-width-value', 1, 10, '/full'],
  ['a full-width date', '{"on": ２０１９-01-01}', 'full-width-value', 1, 8, '/on'],
  ['full-width letters', '{"sole": ｔｒｕｅ}', 'full-width-value', 1, 10, '/sole'],

  // Numbers and strings.
  ['a leading zero', '{"full": 03}', 'malformed-number', 1, 10, '/full'],
  ['a plus sign', '{"full": +3}', 'malformed-number', 1, 10, '/full'],
  ['a number that begins with a point', '{"full": .5}', 'malformed-number', 1, 10, '/full'],
  ['a number that ends with a point', '{"full": 5.}', 'malformed-number', 1, 10, '/full'],
  ['a thousands separator', '{"full": 3,000}', 'malformed-number', 1, 12],
  ['a date without quotation marks', '{"on": 2019-01-01}', 'malformed-number', 1, 8, '/on'],
  ['a number past what is finite', '{"full": 1e400}', 'number-too-large', 1, 10, '/full'],
  ['a tab in a string', '{"id": "F\t1"}', 'control-character', 1, 10, '/id'],
  ['a line break in a string', '{"id": "F1\n}', 'control-character', 1, 11, '/id'],
  ['a backslash before any letter', '{"id": "C:\\data"}', 'bad-escape', 1, 11, '/id'],
  ['half an escape', '{"id": "\\u00"}', 'bad-escape', 1, 9, '/id'],
  ['a quotation mark in a string', '{"id": "the "old" firm"}', 'inner-quote', 1, 14],
  ['a string without an end', '{"id": "F1', 'unclosed-string', 1, 8, '/id'],

  // Brackets, commas and colons.
  ['a comma after the last entry', '{"id": 1,}', 'trailing-comma', 1, 9],
  ['a comma after the last item, lines before the bracket', '[1,\n2,\n\n]', 'trailing-comma', 2, 2],
  ['a missing comma', '{"id": 1 "full": 2}', 'missing-comma', 1, 10],
  ['a missing comma at the end of a line', '{\n  "id": 1\n  "full": 2\n}', 'missing-comma', 3, 3],
  ['a missing colon', '{"id" 1}', 'missing-colon', 1, 7],
  ['a key alone', '{"id"}', 'missing-colon', 1, 6],
  ['a missing value', '{"id": }', 'missing-value', 1, 8, '/id'],
  ['two commas', '[1,,2]', 'missing-value', 1, 4, '/1'],
  ['an unclosed bracket', '{"counties": [{"id": 1}', 'unclosed-bracket', 1, 24, '/counties'],
  ['the first line of JSON that is laid out', '{', 'unclosed-bracket', 1, 2],
  ['brackets that do not match', '{"counties": [1}', 'wrong-bracket', 1, 16, '/counties'],
  ['a colon too many', '{"id":: 1}', 'unexpected-character', 1, 7, '/id'],
  ['a semicolon', '[true; false]', 'unexpected-character', 1, 6],
  ['a bracket too many', '{"id": 1}}', 'text-after-end', 1, 10],
  ['several documents on a line', '{"id": 1} {"id": 2}', 'several-documents', 1, 11],
  ['NDJSON', '{"id": 1}\n{"id": 2}\n', 'several-documents', 2, 1],

  // What `JSON.parse` takes.
  ['a key twice', '{"id": 1, "full": 2, "id": 3}', 'duplicate-key', 1, 22, '/id'],
  ['a key twice, once with an escape', '{"id": 1, "\\u0069d": 2}', 'duplicate-key', 1, 11, '/id'],
  ['a key of a prototype', '{"__proto__": {}}', 'forbidden-name', 1, 2, '/__proto__'],
  ['a constructor', '[{"constructor": {}}]', 'forbidden-name', 1, 3, '/0/constructor'],
  ['a key with a backslash', '{"a\\\\b": 1}', 'forbidden-name', 1, 2, '/a\\b'],
  ['half a character', '{"id": "\\ud800"}', 'ill-formed-text', 1, 8, '/id'],
  ['half a character in a key', '{"\\udc00": 1}', 'ill-formed-text', 1, 2, '/\uFFFD'],
  ['too many levels', nested(49), 'too-deep', 1, 49, '/0'.repeat(48)],
]

export const BROKEN_TEXTS: readonly BrokenText[] = ROWS.map(([what, source, code, line, column, pointer = '']) => ({
  what,
  source,
  code,
  line,
  column,
  pointer,
}))

/** What is wrong with a whole text of NDJSON, wherever it shows first. */
const ENCODINGS: ReadonlySet<string> = new Set<JsonProblemCode>(['gbk', 'lost-characters'])

/** Whether a source can be a line of NDJSON whose other lines are read all the same. */
export function isFaultyLine(broken: BrokenText): boolean {
  return isOneLine(broken) && !ENCODINGS.has(broken.code)
}

/** Whether a source can be one line of NDJSON: it is neither several lines nor blank, which is no line at all. */
export function isOneLine({ source, code }: BrokenText): boolean {
  const units = typeof source === 'string' ? Array.from(source, (character) => character.charCodeAt(0)) : [...source]
  return code !== 'empty-text' && !units.includes(0x0a)
}

export function bytesOf(source: string | Uint8Array): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : source
}

/** NDJSON of which each of `sources` is a line. */
export function ndjsonOf(sources: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = sources.map((source) => [...bytesOf(source), 0x0a])
  return Uint8Array.from(parts.flat())
}

/** Texts that every door takes, though some would stumble over them. */
export const SOUND_TEXTS: readonly [what: string, source: string | Uint8Array][] = [
  ['a byte order mark', '\uFEFF{}'],
  ['line breaks of Windows', '{\r\n}\r\n'],
  ['48 levels', `{"a": ${nested(47)}}`],
  ['brackets, colons and names within strings', '{"a\\": {\\"a": "[[[[{:\\\\", "b": "\\"__proto__\\": //"}'],
  ['Chinese quotation marks within a string', '{"a": "“厨房”"}'],
  ['a character of two escapes', '{"a": "\\ud842\\udfb7"}'],
  ['the same key in two objects', '{"a": {"b": 1}, "b": {"a": 1}}'],
]
