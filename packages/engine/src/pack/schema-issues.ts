import type { z } from 'zod'
import { diagnostic, type Diagnostic } from './diagnostics.ts'
import { rangeWords } from '../errors/range-words.ts'
import { JSON_TYPE_WORDS } from '../schema/json-type-words.ts'
import { keysOfForms, knownKeys } from '../schema/known-keys.ts'
import type { Path } from '../json/pointer.ts'
import type { SourceFile } from './source-file.ts'
import type { Text } from '../text/text.ts'
import { closestName } from '../errors/closest-name.ts'

type Issue = z.core.$ZodIssue

interface Faulty {
  file: SourceFile
  schema: z.core.$ZodType
}

/** Turns what zod found in a file into diagnostics with the place of each. */
export function schemaIssues(file: SourceFile, schema: z.core.$ZodType, error: z.ZodError): Diagnostic[] {
  return error.issues.flatMap((issue) => describe({ file, schema }, issue, []))
}

function describe(faulty: Faulty, issue: Issue, above: Path): Diagnostic[] {
  const { file } = faulty
  const path = [...above, ...(issue.path as (string | number)[])]
  const actual = valueAt(file.value, path)
  switch (issue.code) {
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors)
      if (branch) return branch.flatMap((inner) => describe(faulty, inner, path))
      if ('options' in issue && issue.options)
        return actual === undefined ? missing(faulty, path) : choice(file, path, issue.options.map(String), actual)
      return [form(file, path, '没有一种写法相符', 'none of the allowed forms matches')]
    }
    case 'unrecognized_keys': {
      const taken = Object.keys(actual as object)
      const known = knownKeys(faulty.schema, path)
      const free = known.filter((key) => !taken.includes(key))
      // What another form of the object knows is not misspelt, but out of place.
      const meant = (key: string) => (known.includes(key) ? undefined : closestName(key, free))
      return issue.keys.map((key) => diagnostic('unknown-key', file.place([...path, key], true), [[key]], meant(key)))
    }
    case 'invalid_type':
      if (actual === undefined) return missing(faulty, path)
      return [form(file, path, `应为${typeWords(issue.expected).zh}`, `expected ${typeWords(issue.expected).en}`)]
    case 'invalid_value':
      return actual === undefined ? missing(faulty, path) : choice(file, path, issue.values.map(String), actual)
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? outOfRange(file, path, Number(issue.minimum), undefined)
        : [form(file, path, '不能为空或过短', 'it is empty or too short')]
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? outOfRange(file, path, undefined, Number(issue.maximum))
        : [form(file, path, '过长', 'it is too long')]
    case 'invalid_format':
      return [form(file, path, FORMS[issue.message] ?? issue.message, issue.message)]
    case 'invalid_key':
      return issue.issues.map(({ message }) => form(file, path, FORMS[message] ?? message, message))
    case 'custom': {
      const keys = (issue.params as { keys?: string[] } | undefined)?.keys
      if (!keys) return [form(file, path, FORMS[issue.message] ?? issue.message, issue.message)]
      const en = `one of these keys is needed: ${keys.join(', ')}`
      return [form(file, path, `须写明其中之一：${keys.join('、')}`, en)]
    }
    default:
      return [form(file, path, issue.message, issue.message)]
  }
}

function typeWords(type: string): Text {
  return JSON_TYPE_WORDS[type] ?? { zh: type, en: type }
}

function outOfRange(file: SourceFile, path: Path, min: number | undefined, max: number | undefined): Diagnostic[] {
  const range = rangeWords(min, max)
  return range ? [form(file, path, `应${range.zh}`, `expected ${range.en}`)] : []
}

/** The forms of names and dates in Chinese, by what the schemas say in English. */
const FORMS: Record<string, string> = {
  'a date is written YYYY-MM-DD': '日期写成 YYYY-MM-DD',
  'an IANA time zone, such as Asia/Shanghai': '时区写成 IANA 时区名称，如 Asia/Shanghai',
  'each language once': '每种语言只写一次',
  'a version is written 1.0.0': '版本号写成 1.0.0',
  'lower-case words joined by hyphens, such as one-shoulder': '应为以连字符相连的小写英文词，如 one-shoulder',
  'dotted camelCase words that begin with a scope, such as firm.members.full':
    '应为以范围名开头、以点相连的驼峰式英文词，如 firm.members.full',
  'one camelCase word': '应为一个驼峰式英文词，如 firstYear',
  'no braces, for these words can show no values': '不能有花括号，此处的文字不能显示数值',
  'a clause id such as s3.5.a1': '应为条款编号，如 s3.5.a1',
}

function choice(file: SourceFile, path: Path, values: readonly string[], actual: unknown): Diagnostic[] {
  const suggestion = typeof actual === 'string' ? closestName(actual, values) : undefined
  return [form(file, path, `只能是 ${values.join('、')}`, `expected one of ${values.join(', ')}`, suggestion)]
}

function form(file: SourceFile, path: Path, zh: string, en: string, suggestion?: string): Diagnostic {
  return diagnostic('wrong-shape', file.place(path), [zh, en], suggestion)
}

/**
 * Of an object that may have several forms, a key that is missing beside a strange one is most likely that one
 * misspelt, and is not reported again.
 */
function missing({ file, schema }: Faulty, path: Path): Diagnostic[] {
  const key = path.at(-1)
  if (key === undefined) return [diagnostic('missing-file', file.place(path), [file.path])]
  const above = path.slice(0, -1)
  const forms = keysOfForms(schema, above)
  const known = new Set(forms.flat())
  const isEcho = forms.length > 1 && Object.keys(valueAt(file.value, above) as object).some((name) => !known.has(name))
  return isEcho ? [] : [diagnostic('missing-key', file.place(path), [String(key)])]
}

/** Of the forms a union allows, the one the author most likely meant: fewest strange keys, then fewest faults. */
function nearestBranch(branches: readonly Issue[][]): Issue[] | undefined {
  const cost = (issues: Issue[]) =>
    issues.reduce((sum, issue) => {
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return sum + 100 * issue.keys.length
      if (issue.code === 'invalid_type' && issue.path.length === 0) return sum + 10_000
      if (issue.code === 'invalid_value' && issue.path.length === 1) return sum + 1_000 // another discriminator
      return sum + (issue.path.length > 1 ? 1 : 10)
    }, 0)
  return branches.filter((branch) => branch.length > 0).sort((a, b) => cost(a) - cost(b))[0]
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}
