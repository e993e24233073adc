import { attributeOf, forEachTag, type Tag } from '../xml/for-each-tag.ts'
import { shownNumber } from './shown-number.ts'

/** By which list, and how deep in it, a paragraph is numbered. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

interface Level {
  start: number
  format: string
  /** 第%1条: with the numbers of the levels, the outermost 1. */
  text: string
  /** What stands between the number and the words. */
  suffix: string
  /** Shown in figures, also the numbers of outer levels. */
  isLegal: boolean
  /** The level, from 1, behind which it begins again; 0 never, undefined behind any outer one. */
  restart: number | undefined
  /** The style whose paragraphs have it. */
  style: string | undefined
}

/** A list: where its levels are defined, and those that it defines or begins itself. */
interface List {
  definition: string
  levels: Map<number, Level>
  starts: Map<number, number>
}

interface Style {
  basedOn: string | undefined
  list: string | undefined
  level: number | undefined
}

const LEVELS = ['start', 'numFmt', 'lvlText', 'suff', 'isLgl', 'lvlRestart', 'pStyle'] as const
const NUMBERING_TAGS = [
  'abstractNum',
  'num',
  'abstractNumId',
  'lvl',
  'lvlOverride',
  'startOverride',
  ...LEVELS,
] as const
const STYLE_TAGS = ['style', 'basedOn', 'numId', 'ilvl'] as const
/** A list of this name is none. */
const NO_LIST = '0'
/** Behind a Chinese sign no space is needed. */
const CHINESE_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u

/** Counts the paragraphs that Word numbers itself. */
export class WordNumbering {
  readonly #definitions = new Map<string, Map<number, Level>>()
  readonly #lists = new Map<string, List>()
  readonly #styles = new Map<string, Style>()
  /** The last number of each level, by the definition that lists share. */
  readonly #counts = new Map<string, (number | undefined)[]>()
  /** Levels of lists that have begun with a number of their own. */
  readonly #begun = new Set<string>()

  /** @param numbering word/numbering.xml; @param styles word/styles.xml; a file without one has no such numbers. */
  constructor(numbering: Uint8Array | undefined, styles: Uint8Array | undefined) {
    if (numbering) this.#readLists(numbering)
    if (styles) this.#readStyles(styles)
  }

  /** Where a paragraph is numbered: as it says itself, or else as its style does. */
  placeOf(own: {
    style: string | undefined
    list: string | undefined
    level: number | undefined
  }): ListPlace | undefined {
    const { list: ofStyle, level, style } = this.#styled(own.style)
    const list = own.list ?? ofStyle
    if (list === undefined || list === NO_LIST || !this.#lists.has(list)) return undefined
    return { list, level: own.level ?? this.#levelOfStyle(list, style) ?? level ?? 0 }
  }

  /** Counts a paragraph on, and gives its number as it is shown before the words; empty where it is none, as a bullet. */
  next({ list: name, level }: ListPlace): string {
    const list = this.#lists.get(name)
    const own = list && this.#level(list, level)
    if (!list || !own) return ''
    const counts = this.#counts.get(list.definition) ?? []
    this.#counts.set(list.definition, counts)
    const key = `${name} ${level}`
    const begins = this.#begun.has(key) ? undefined : list.starts.get(level)
    this.#begun.add(key)
    const last = counts[level]
    counts[level] = begins ?? (last === undefined ? own.start : last + 1)
    for (let inner = level + 1; inner < counts.length; inner++) {
      const restart = this.#level(list, inner)?.restart
      if (restart === undefined || level < restart) counts[inner] = undefined
    }
    if (own.format === 'bullet') return ''
    const shown = own.text.replaceAll(/%(\d)/gu, (_, digit: string) => {
      const outer = Number(digit) - 1
      const of = this.#level(list, outer)
      return shownNumber(counts[outer] ?? of?.start ?? 1, own.isLegal ? 'decimal' : (of?.format ?? 'decimal'))
    })
    return shown === '' || own.suffix === 'nothing' || CHINESE_END.test(shown) ? shown : `${shown} `
  }

  #level({ definition, levels }: List, level: number): Level | undefined {
    return levels.get(level) ?? this.#definitions.get(definition)?.get(level)
  }

  /** What a style says of numbers, or one on which it is based. */
  #styled(name: string | undefined): { list?: string | undefined; level?: number | undefined; style?: string } {
    const seen = new Set<string>()
    for (let at = name; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.basedOn) {
      seen.add(at)
      const { list, level } = this.#styles.get(at) ?? {}
      if (list !== undefined) return { list, level, style: at }
    }
    return {}
  }

  #levelOfStyle(name: string, style: string | undefined): number | undefined {
    const definition = this.#definitions.get(this.#lists.get(name)?.definition ?? '')
    return [...(definition ?? [])].find(([, level]) => style !== undefined && level.style === style)?.[0]
  }

  #readLists(xml: Uint8Array): void {
    let [levels, list, index, level]: [Map<number, Level> | undefined, List | undefined, number, Level | undefined] = [
      undefined,
      undefined,
      0,
      undefined,
    ]
    forEachTag(xml, NUMBERING_TAGS, (tag) => {
      const { name, isClosing } = tag
      if (isClosing) {
        if (name === 'abstractNum') levels = undefined
        else if (name === 'num') list = undefined
        else if (name === 'lvl') level = undefined
        return
      }
      const value = attributeOf(xml, tag, 'val') ?? ''
      if (name === 'abstractNum') {
        levels = new Map()
        this.#definitions.set(attributeOf(xml, tag, 'abstractNumId') ?? '', levels)
      } else if (name === 'num') {
        list = { definition: '', levels: new Map(), starts: new Map() }
        this.#lists.set(attributeOf(xml, tag, 'numId') ?? '', list)
      } else if (name === 'abstractNumId') {
        if (list) list.definition = value
      } else if (name === 'lvlOverride') index = numberIn(xml, tag, 'ilvl')
      else if (name === 'startOverride') list?.starts.set(index, Number(value))
      else if (name === 'lvl') {
        level = {
          start: 1,
          format: 'decimal',
          text: '',
          suffix: 'tab',
          isLegal: false,
          restart: undefined,
          style: undefined,
        }
        const of = list?.levels ?? levels
        of?.set(numberIn(xml, tag, 'ilvl'), level)
      } else if (level) {
        if (name === 'start') level.start = Number(value)
        else if (name === 'numFmt') level.format = value
        else if (name === 'lvlText') level.text = value
        else if (name === 'suff') level.suffix = value
        else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
        else if (name === 'lvlRestart') level.restart = Number(value)
        else level.style = value
      }
    })
  }

  #readStyles(xml: Uint8Array): void {
    let style: Style | undefined
    forEachTag(xml, STYLE_TAGS, (tag) => {
      const { name, isClosing } = tag
      if (name === 'style') {
        style = isClosing ? undefined : { basedOn: undefined, list: undefined, level: undefined }
        if (style) this.#styles.set(attributeOf(xml, tag, 'styleId') ?? '', style)
      } else if (style && !isClosing) {
        const value = attributeOf(xml, tag, 'val') ?? ''
        if (name === 'basedOn') style.basedOn = value
        else if (name === 'numId') style.list = value
        else style.level = Number(value)
      }
    })
  }
}

function numberIn(xml: Uint8Array, tag: Tag, attribute: string): number {
  return Number(attributeOf(xml, tag, attribute) ?? 0)
}
