import type { Text } from '@tiaoli/engine'

const MESSAGES = {
  'name-taken': (name: string) => ({
    zh: `“${name}”已经有了。请换一个名称，或直接修改已有的。`,
    en: `"${name}" is there already. Choose another name or change the one there is.`,
  }),
  'not-an-id': (name: string) => ({
    zh: `“${name}”不能作为代号。请用小写英文字母、数字，中间用连字符，如 notice-2027。`,
    en: `"${name}" is no id. Write lower-case words joined by hyphens, such as notice-2027.`,
  }),
  'no-document': (name: string) => ({
    zh: `规则包中没有文件“${name}”。请查对 documents 下的文件夹名称。`,
    en: `The pack has no document "${name}". Look up the folders under documents/.`,
  }),
  'documents-of-used-packs': (names: string) => ({
    zh: `规则包没有自己的文件，所用的规则包有：${names}。请用 amends 指明要修改的文件，新文件写入本规则包。`,
    en: `The pack has no document of its own; the packs that it uses have: ${names}. Name the one that is amended with amends, and the new one is drafted in this pack.`,
  }),
  'document-ended': (name: string) => ({
    zh: `文件“${name}”在新文件施行的那一天已经没有有效的条款。请用 amends 指明要修改的文件。`,
    en: `No clause of the document "${name}" holds on the first day of the new one. Name the document that is amended with amends.`,
  }),
  'given-already': (name: string) => ({
    zh: `这份通知已经在规则包中：文件“${name}”。不重复写入；要修改它的条款，请直接改 documents/${name}。`,
    en: `The pack has this notice already: the document "${name}". It is not written twice; to change its clauses, edit documents/${name}.`,
  }),
  'sentence-too-long': (paragraph: string, most: string) => ({
    zh: `新文件第 ${paragraph} 段（空行不计）中有一句超过 ${most} 字，中间没有句号、分号、问号或叹号。请查对标点，分句后再试。`,
    en: `In paragraph ${paragraph} of the new text, blank lines not counted, a sentence has more than ${most} letters: there is no full stop or semicolon in it. Look over its marks, and end its sentences.`,
  }),
  'too-many-quotations': (most: string) => ({
    zh: `新文件中的引号超过 ${most} 个。请分成几份，分别比对。`,
    en: `The new text has more than ${most} quotation marks. Divide it into several texts.`,
  }),
  'no-body': (pack: string) => ({
    zh: `规则包“${pack}”中没有责任主体。请先在 pack.json 的 bodies 中声明。`,
    en: `The pack "${pack}" has no body to bear a duty. Declare one under bodies in pack.json first.`,
  }),
  'no-parameter': (name: string) => ({
    zh: `规则包中没有参数“${name}”。`,
    en: `The pack has no parameter "${name}".`,
  }),
  'no-requirement': (name: string) => ({
    zh: `规则包自己没有要求“${name}”。所用规则包的要求，请在那个规则包中修改。`,
    en: `The pack itself has no requirement "${name}". Those of packs that it uses are changed there.`,
  }),
  'no-clause': (name: string) => ({
    zh: `规则包自己没有条款“${name}”。请选本规则包文件的条款，或录入文件。`,
    en: `The pack itself has no clause "${name}". Choose a clause of its own documents, or type in the document.`,
  }),
  'no-text': (file: string) => ({
    zh: `${file} 的这个位置没有文字。`,
    en: `There are no words at this place of ${file}.`,
  }),
  'needs-clause': () => ({
    zh: '这项修改须有条文作依据。请选条文，或录入文件。',
    en: 'This change needs a clause to rest on. Choose one, or type in the document.',
  }),
  'no-day': () => ({
    zh: '请填写施行日期。',
    en: 'Give the first day on which it holds.',
  }),
  'value-of-used-pack': (pack: string) => ({
    zh: `这个参数属于所用的规则包，规则包“${pack}”又没有口径可以写入新值。请先增加一个口径。`,
    en: `The parameter is of a pack that is used, and "${pack}" has no profile to hold the new value. Add a profile first.`,
  }),
} satisfies Record<string, (name: string, most: string) => Text>

/** Something that cannot be added to a pack in its present state. */
export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError'
  readonly code: keyof typeof MESSAGES
  readonly text: Text

  constructor(code: keyof typeof MESSAGES, subject: string, most = '') {
    const text = MESSAGES[code](subject, most)
    super(text.en)
    this.code = code
    this.text = text
  }
}
