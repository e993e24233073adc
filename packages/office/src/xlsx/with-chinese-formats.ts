/**
 * Date formats that Chinese Excel has under numbers of its own and does not write into the file, and those of the system's
 * short date (ECMA-376, 18.8.30). Other programs take them for American ones, or show a month as a day.
 */
export const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const DEFINITIONS = Object.entries(CHINESE_FORMATS)
  .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
  .join('')
const FORMATS = /<((?:\w+:)?)numFmts(?:\s[^>]*)?(?:\/>|>)/
const BEFORE_FORMATS = /<((?:\w+:)?)styleSheet(?:\s[^>]*)?>/

declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** The styles of a file with these formats written out. What the file itself defines under a number comes after them, and counts. */
export function withChineseFormats(styles: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8').decode(styles)
  const written = FORMATS.test(text)
    ? text.replace(FORMATS, (tag, prefix: string) =>
        tag.endsWith('/>') ? `<${prefix}numFmts>${prefixed(prefix)}</${prefix}numFmts>` : `${tag}${prefixed(prefix)}`,
      )
    : text.replace(
        BEFORE_FORMATS,
        (tag, prefix: string) => `${tag}<${prefix}numFmts>${prefixed(prefix)}</${prefix}numFmts>`,
      )
  return new TextEncoder().encode(written)
}

function prefixed(prefix: string): string {
  return DEFINITIONS.replaceAll('<numFmt', `<${prefix}numFmt`)
}
