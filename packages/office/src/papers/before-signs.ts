export interface TemplatePart {
  readonly type: string
  readonly value?: string
  readonly module?: string
}

/**
 * Tells docxtemplater behind which placeholders the template has a sign of its own: {存在问题}。 with a sentence in it
 * would have two.
 */
export class BeforeSigns {
  readonly name = 'before-signs'
  readonly #found = new WeakSet<TemplatePart>()

  postparse(parts: readonly TemplatePart[]): readonly TemplatePart[] {
    for (const [i, part] of parts.entries())
      if (part.type === 'placeholder' && /^\s*[。；，、：！？.;,]/.test(textBehind(parts, i))) this.#found.add(part)
    return parts
  }

  has(part: TemplatePart | undefined): boolean {
    return part !== undefined && this.#found.has(part)
  }
}

/** The text of the template right behind a part, up to the end of its paragraph or the next placeholder. */
function textBehind(parts: readonly TemplatePart[], at: number): string {
  for (const { type, value = '' } of parts.slice(at + 1)) {
    if (type === 'placeholder') return ''
    if (type === 'content' && value.trim() !== '') return value
    if (type === 'tag' && /^<(?:\/w:p|w:br|w:tab)\b/.test(value)) return ''
  }
  return ''
}

/** A value without the stop at its end, also where that is inside of quotation marks: “……换届。” becomes “……换届”. */
export function withoutStop(text: string): string {
  return text.replace(/[。.](?=[”’]*$)/u, '')
}
