import type { z } from 'zod'
import { diagnostic, type Diagnostic } from '../diagnostics.ts'
import type { Path } from './pointer.ts'
import type { SourceFile } from './source-file.ts'
import { nearest } from './suggest.ts'

type Issue = z.core.$ZodIssue

/** Turns what zod found in a file into diagnostics with the place of each. */
export function shapeDiagnostics(file: SourceFile, error: z.ZodError): Diagnostic[] {
  return error.issues.flatMap((issue) => describe(file, issue, []))
}

function describe(file: SourceFile, issue: Issue, above: Path): Diagnostic[] {
  const path = [...above, ...(issue.path as (string | number)[])]
  switch (issue.code) {
    case 'invalid_union': {
      const branch = nearestBranch(issue.errors)
      if (branch) return branch.flatMap((inner) => describe(file, inner, path))
      return [shape(file, path, '没有一种写法相符', 'none of the allowed forms matches')]
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        diagnostic('unknown-key', file.place([...path, key], true), [[key]], suggestKey(file, path, key)),
      )
    case 'invalid_type': {
      if (valueAt(file.value, path) === undefined)
        return [diagnostic('missing-key', file.place(path), [String(path.at(-1))])]
      return [shape(file, path, `应为 ${issue.expected}`, `expected ${issue.expected}`)]
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const actual = valueAt(file.value, path)
      if (actual === undefined) return [diagnostic('missing-key', file.place(path), [String(path.at(-1))])]
      return [
        shape(
          file,
          path,
          `只能是 ${values.join('、')}`,
          `expected one of ${values.join(', ')}`,
          typeof actual === 'string' ? nearest(actual, values) : undefined,
        ),
      ]
    }
    case 'too_small':
      return [shape(file, path, '不能为空或过短', 'it is empty or too short')]
    case 'too_big':
      return [shape(file, path, '过长或过大', 'it is too long or too large')]
    case 'invalid_format':
      return [shape(file, path, `写法应为：${issue.message}`, issue.message)]
    case 'invalid_key':
      return issue.issues.map((inner) => shape(file, path, `名称的写法应为：${inner.message}`, inner.message))
    default:
      return [shape(file, path, issue.message, issue.message)]
  }
}

function shape(file: SourceFile, path: Path, zh: string, en: string, suggestion?: string): Diagnostic {
  return diagnostic('wrong-shape', file.place(path), [zh, en], suggestion)
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
  return [...branches].filter((branch) => branch.length > 0).sort((a, b) => cost(a) - cost(b))[0]
}

const KEYS =
  'fact operator value all any not condition when some every count sum least greatest where holds date plusDays plusMonths plusYears daysBetween add subtract multiply share round id title clauses basis force subject dutyBearer supervisor effective at recurs applies requires due achievedOn unless figures notes cure text status on label unit none type min max equals values future to from list key description question scopes given derived checks roles'.split(
    ' ',
  )

function suggestKey(file: SourceFile, path: Path, key: string): string | undefined {
  const present = valueAt(file.value, path)
  const taken = typeof present === 'object' && present !== null ? Object.keys(present) : []
  return nearest(
    key,
    KEYS.filter((known) => !taken.includes(known)),
  )
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}
