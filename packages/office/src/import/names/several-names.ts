import type { Scope } from '../../scope.ts'
import { bareName } from './bare-name.ts'
import type { NameMeanings } from './name-meanings.ts'
import type { Names } from './names.ts'
import { keyOf, withoutBrackets } from '../../values/words.ts'

/** How names of organizations end, whatever a policy is about. */
const ENDING = /(?:所|部|组|局|中心|公司|处|站|会)$/u

/** From what it was to what it is: two names, of which nothing says which is meant. */
const CHANGE = /→|⇒|[-—=]+>/u

/** What a text names, if it names several. */
export function namesIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[、,;/&\n→⇒]|[-—=]+>|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A name for several of which it is the first: 甲所等3家. */
const AND_OTHERS = /^(.+)等(?:\d+|[一二两三四五六七八九十几多数]+)[家个所]/u

/** What may stand between names that are known to be some. */
const AND = /[、,;/&\n和与及]|\s{2,}|\s(?:and|und|et|y)\s/iu

/** Whether a text names several records of a scope: each part is the name of one, or looks so by the mapping. */
export function areSeveralRecords(names: Names, scope: Scope, text: string): boolean {
  const isName = (part: string) =>
    names.find(scope, part).length > 0 || (names.meanings.looksOf(scope) !== undefined && names.mayName(scope, part))
  const parts = withoutBrackets(text.normalize('NFKC'))
    .split(AND)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const areNames =
    parts.length > 1 &&
    parts.every((part) => isName(part) && !names.meanings.isKind(part)) &&
    names.find(scope, text).length === 0
  const [, first] = AND_OTHERS.exec(text.normalize('NFKC').trim()) ?? []
  const other = names.meanings.namedWith(text)
  if (first !== undefined && isName(first)) return true
  if (other !== undefined && namesIn(other).some((part) => isName(part))) return true
  return areNames || areEndedOnce(names, scope, text) || areSeveralNames(names.meanings, text)
}

/**
 * Whether names stand beside each other of which the last alone has what such names end in: 江西甲、乙律师事务所. With &
 * between them it is one name, as 甲&乙律师事务所 is.
 */
function areEndedOnce(names: Names, scope: Scope, text: string): boolean {
  const parts = namesIn(withoutBrackets(bareName(text).normalize('NFKC')))
  const [last] = parts.slice(-1)
  if (parts.length < 2 || text.includes('&') || !names.meanings.looksOf(scope) || names.find(scope, text).length > 0)
    return false
  const isName = names.mayName(scope, last!) && !names.meanings.isKind(last!)
  return isName && parts.every((part) => /^[\p{L}\d]+$/u.test(part))
}

/** Whether a text names several organizations: 甲所、乙所. A joint branch has the names of its firms in its own. */
export function areSeveralNames(meanings: NameMeanings, text: string): boolean {
  if (CHANGE.test(text)) return true
  const parts = namesIn(withoutBrackets(text.normalize('NFKC'))).map((part) => keyOf(part))
  if (parts.length < 2 || parts.some((part) => part.includes('联合'))) return false
  const isName = (part: string) => ENDING.test(part) || meanings.hasForm(part)
  return parts.every((part) => part.length > 2 && isName(part) && !meanings.isKind(part))
}
