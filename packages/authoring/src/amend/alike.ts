/** Signs that are written in several ways, each as one; none is longer or shorter for it. */
export function alike(words: string): string {
  return words
    .replaceAll(/[“”‘’「」"']/gu, '"')
    .replaceAll(/[〔【]/gu, '[')
    .replaceAll(/[〕】]/gu, ']')
    .replaceAll(/[\uff01-\uff5e]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0))
    .toLowerCase()
}
