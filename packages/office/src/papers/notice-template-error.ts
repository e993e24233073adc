import type { Text } from '@tiaoli/engine'
import { looksPersonal } from '../looks-personal.ts'
import { noWordFile } from '../word-file-words.ts'

const SENTENCES = {
  'not-a-word-file': noWordFile({
    zh: '可以使用的 Word 模板（.docx）',
    en: 'a Word template (.docx) that can be used',
  }),
  'too-large': {
    zh: '模板太大：{}，而模板只是一页公文的样子。请删去图片、附件和多余的样式，或者新建一份空白 .docx，只粘贴文字，再试。',
    en: 'The template is too large: {}, where it should be no more than a letter. Remove pictures, annexes and unused styles, or paste its text into a new .docx file, and try again.',
  },
  'has-macros': {
    zh: '模板带有宏，没有使用。请用 Word 或 WPS 文字打开，另存为不带宏的 .docx。',
    en: 'The template has macros and is not used. Open it in Word or WPS and save it as a .docx file without macros.',
  },
  'has-outside-parts': {
    zh: '模板链接或者嵌入了其他文件，或者有取用其他文件的域，没有使用。请删去这些对象和链接（网址可以保留），再试。',
    en: 'The template links to other files, has some embedded, or has fields that fetch them, and is not used. Remove these (links to web pages may stay) and try again.',
  },
  'placeholder-broken': {
    zh: '模板中有占位符不完整：{}。占位符写成 {主送单位}，一段写成 {#问题} 与 {/问题}，成对出现。请改正。',
    en: 'A placeholder of the template is incomplete: {}. Write placeholders as {recipient}, and a repeated part between {#problems} and {/problems}. Correct it.',
  },
  'placeholder-wide': {
    zh: '占位符 {} 的花括号是全角的，认不出来。请改用半角的 { 和 }。',
    en: 'The braces of the placeholder {} are wide ones, as Chinese keyboards write them. Use { and }.',
  },
  'placeholder-unknown': {
    zh: '模板中有不认识的占位符：{}。可以用：{names}。请改正；不是占位符的，不要写花括号。',
    en: 'The template has an unknown placeholder: {}. Known are: {names}. Correct it; where no placeholder is meant, use no braces.',
  },
  'placeholder-misplaced': {
    zh: '占位符 {} 每个问题各有一个，只能写在 {#问题} 与 {/问题} 之间。请移到其间。',
    en: 'There is one {} for each problem: it has to stand between {#problems} and {/problems}. Move it there.',
  },
  'problems-missing': {
    zh: '模板中没有列出问题的一段。请写上 {#问题}{序号}、{存在问题}{/问题}，其间还可以有依据、整改要求等。',
    en: 'The template has no part for the problems. Write {#problems}{number}. {problem}{/problems}, with the basis, the remedy and more between if you like.',
  },
  'problems-nested': {
    zh: '{#问题} 与 {/问题} 之间又有 {#问题}。请只留一层。',
    en: 'There is another {#problems} between {#problems} and {/problems}. Keep only one.',
  },
} as const satisfies Record<string, Text>

export type NoticeTemplateCode = keyof typeof SENTENCES

interface Details {
  readonly placeholder?: string | undefined
  readonly suggestion?: string | undefined
  readonly names?: Text
  /** What is too large, by how much. */
  readonly size?: Text
}

/** A template of a notice that cannot be used. It says what to do. */
export class NoticeTemplateError extends Error {
  override readonly name = 'NoticeTemplateError'
  readonly code: NoticeTemplateCode
  readonly file: string
  readonly text: Text
  /** The placeholder that may be meant. */
  readonly suggestion: string | undefined

  constructor(
    code: NoticeTemplateCode,
    file: string,
    { placeholder = '', suggestion, names, size }: Details = {},
    cause?: unknown,
  ) {
    const { zh, en } = SENTENCES[code]
    const placeholders = shownPlaceholder(placeholder)
    const filled = (text: string, shown = placeholders, known = '') =>
      text.replace('{}', () => shown).replace('{names}', () => known)
    const text = { zh: filled(zh, size?.zh, names?.zh), en: filled(en, size?.en, names?.en) }
    super(`${file}: ${text.en}`, { cause })
    this.code = code
    this.file = file
    this.text = text
    this.suggestion = suggestion
  }
}

/** Characters of a placeholder that are repeated. */
const LONGEST = 30

function shownPlaceholder(placeholder: string): string {
  if (looksPersonal(placeholder) !== undefined) return '{…}'
  const letters = Array.from(placeholder)
  return `{${letters.slice(0, LONGEST).join('')}${letters.length > LONGEST ? '…' : ''}}`
}
