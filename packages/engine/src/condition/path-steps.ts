import type { Text } from '../text/text.ts'
import { refuse } from './refuse.ts'

/** `.name`, `[0]`, `[name]`, `['any name']`, `["any name"]`. */
const STEP = /\.([^.[\]'"]+)|\[([^.[\]'"]+)\]|\['([^'"[\]]*)'\]|\["([^'"[\]]*)"\]/uy

/** The steps of `$.a.b[0]['c d']`, with or without the `$` and the dot before it: names and positions, so that no path runs code. */
export function pathSteps(path: unknown, at: string): string[] {
  if (typeof path !== 'string') return refuse(at, 'not-string')
  const text = path.replace(/^\$(?=[.[]|$)/, '').replace(/^(?=[^.[])/, '.')
  const steps: string[] = []
  for (let end = 0; end < text.length; end = STEP.lastIndex) {
    STEP.lastIndex = end
    const match = STEP.exec(text)
    if (!match) refuse(at, 'path', unreadable(text.slice(end)))
    const quoted = match[3] ?? match[4]
    const step = quoted ?? match[1] ?? match[2] ?? ''
    const other = otherMeaning(step, quoted !== undefined)
    if (other) refuse(at, 'path', other)
    steps.push(step)
  }
  return steps
}

const SCRIPT: Text = {
  zh: '不支持筛选和脚本，可用自定义的 pathResolver 读取',
  en: 'filters and scripts are not supported: a pathResolver of your own may read them',
}

/** Why no step begins here. */
function unreadable(rest: string): Text {
  const shown = JSON.stringify(rest)
  if (rest.startsWith('..'))
    return { zh: '“..”表示逐层查找，不支持', en: '".." searches at every depth, which is not supported' }
  if (rest.startsWith('.['))
    return {
      zh: '“.[”在 JSONPath 中表示逐层查找，请去掉点',
      en: '".[" searches at every depth in JSONPath: leave out the dot',
    }
  if (/^\[\??\(/.test(rest)) return SCRIPT
  if (/^\.?['"]/.test(rest))
    return { zh: '带引号的名称应放在方括号内', en: 'a name in quotes needs brackets around it' }
  if (rest.startsWith('['))
    return {
      zh: `${shown} 不是方括号内的名称或位置；名称中不能有引号和方括号`,
      en: `${shown} is no name or position in brackets, and quotes and brackets cannot be part of a name`,
    }
  return { zh: `${shown} 处缺少名称`, en: `there is no name where it goes on with ${shown}` }
}

/** What JSONPath reads in a step that is not the name of a property; undefined where it is one. */
function otherMeaning(step: string, isQuoted: boolean): Text | undefined {
  const shown = JSON.stringify(step)
  if (step === '') return { zh: '名称不能为空', en: 'a name cannot be empty' }
  if (step === '*') return { zh: '“*”表示全部，不支持', en: '"*" asks for everything, which is not supported' }
  if (/^\??\(/.test(step)) return SCRIPT
  if (/^-?\d*:-?\d*:?\d*$/.test(step))
    return { zh: `${shown} 表示列表的一段，不支持`, en: `${shown} asks for a part of a list, which is not supported` }
  if (/^-\d+$/.test(step) && !isQuoted)
    return { zh: `${shown} 不是位置：位置从 0 数起`, en: `${shown} is no position: positions count from 0` }
  if (
    ['$', '..', '~'].includes(step) ||
    /^[@`]|[,;^]|#\d|@\w+\(\)/.test(step) ||
    readByJsonPath(step) !== step ||
    (step.includes('~') && !isQuoted)
  )
    return {
      zh: `JSONPath 不把 ${shown} 当作名称，可用自定义的 pathResolver 读取`,
      en: `JSONPath does not read ${shown} as a name: a pathResolver of your own may`,
    }
  return undefined
}

/** JSONPath puts signs in the place of dots and tildes, and takes them back: of some names it makes others. */
function readByJsonPath(name: string): string {
  const escaped = name.replaceAll('.', '%@%').replaceAll('~', '%%@@%%')
  return escaped.replaceAll('%@%', '.').replaceAll('%%@@%%', '~')
}
