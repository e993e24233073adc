import { refuse } from './refuse.ts'

/** `.name`, `[0]`, `[name]`, `['any name']`, `["any name"]`. */
const STEP = /\.([^.[\]'"]+)|\[([^.[\]'"]+)\]|\['([^'"[\]]*)'\]|\["([^'"[\]]*)"\]/uy

/** The steps of `$.a.b[0]['c d']`, with or without the `$` and the dot before it: names and positions, so that no path runs code. */
export function pathSteps(path: unknown, at: string): string[] {
  if (typeof path !== 'string') return refuse(at, 'must be a string')
  const text = path.replace(/^\$(?=[.[]|$)/, '').replace(/^(?=[^.[])/, '.')
  const steps: string[] = []
  for (let end = 0; end < text.length; end = STEP.lastIndex) {
    STEP.lastIndex = end
    const match = STEP.exec(text)
    if (!match) refuse(at, `${PLAIN}; ${unreadable(text.slice(end))}`)
    const quoted = match[3] ?? match[4]
    const step = quoted ?? match[1] ?? match[2] ?? ''
    const other = otherMeaning(step, quoted !== undefined)
    if (other !== undefined) refuse(at, `${PLAIN}; ${other}`)
    steps.push(step)
  }
  return steps
}

const PLAIN = "must be names and positions, such as $.address.city, $.list[0] or $['any name']"

/** Why no step begins here. */
function unreadable(rest: string): string {
  if (rest.startsWith('..')) return '".." searches at every depth, which is not supported'
  if (rest.startsWith('.[')) return '".[" searches at every depth in JSONPath: leave out the dot'
  if (/^\[\??\(/.test(rest)) return 'filters and scripts are not supported: a pathResolver of your own may read them'
  if (/^\.?['"]/.test(rest)) return 'a name in quotes needs brackets around it'
  if (rest.startsWith('['))
    return `${JSON.stringify(rest)} is no name or position in brackets, and quotes and brackets cannot be part of a name`
  return `there is no name where it goes on with ${JSON.stringify(rest)}`
}

/** What JSONPath reads in a step that is not the name of a property; undefined where it is one. */
function otherMeaning(step: string, isQuoted: boolean): string | undefined {
  const shown = JSON.stringify(step)
  if (step === '') return 'a name cannot be empty'
  if (step === '*') return '"*" asks for everything, which is not supported'
  if (/^\??\(/.test(step)) return 'filters and scripts are not supported: a pathResolver of your own may read them'
  if (/^-?\d*:-?\d*:?\d*$/.test(step)) return `${shown} asks for a part of a list, which is not supported`
  if (/^-\d+$/.test(step) && !isQuoted) return `${shown} is no position: positions count from 0`
  if (
    ['$', '..', '~'].includes(step) ||
    /^[@`]|[,;^]|#\d|@\w+\(\)|%@%|%%@@%%/.test(step) ||
    (step.includes('~') && !isQuoted)
  )
    return `JSONPath does not read ${shown} as a name: a pathResolver of your own may`
  return undefined
}
