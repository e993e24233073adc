import type { Language, Text } from '../errors/text.ts'
import { describe } from '../plan/describe.ts'
import type { Placeholder, TemplateParts, TextTemplate } from '../plan/text-template.ts'
import { parseTemplate, type TemplatePiece } from './parse-template.ts'
import { resolvePlaceholder } from './resolve-operand.ts'
import type { Resolver, Setting, Spot } from './resolver.ts'

/**
 * Resolves the names in the braces of a text; those that do not fit are reported and left out. Without a setting no
 * record is at hand where the text is shown, and it can name parameters alone.
 */
export function resolveText(resolver: Resolver, text: Text, setting: Setting | undefined, spot: Spot): TextTemplate {
  if (!hasBrace(text)) return { fixed: text, placeholders: [], parts: { zh: [text.zh], en: [text.en] } }
  const pieces = { zh: piecesOf(resolver, text, 'zh', spot), en: piecesOf(resolver, text, 'en', spot) }
  reportUntranslated(resolver, pieces, spot)
  const places = new Map([...namesIn(pieces.en)].map((name) => [name, 'en']))
  for (const name of namesIn(pieces.zh)) places.set(name, 'zh')
  const placeholders = [...places].flatMap(([name, language]): Placeholder[] => {
    const expression = resolvePlaceholder(resolver, name, setting, spot.at(language))
    return expression ? [{ name, expression, described: describe(expression) }] : []
  })
  const partsOf = (language: Language): TemplateParts =>
    pieces[language].map((piece) =>
      'words' in piece ? piece.words : placeholders.findIndex(({ name }) => name === piece.name),
    )
  const parts = { zh: partsOf('zh'), en: partsOf('en') }
  const fixed = placeholders.length > 0 ? undefined : Object.freeze({ zh: parts.zh.join(''), en: parts.en.join('') })
  return { fixed, placeholders, parts }
}

function hasBrace({ zh, en }: Text): boolean {
  return /[{}]/.test(zh) || /[{}]/.test(en)
}

function piecesOf(resolver: Resolver, text: Text, language: Language, spot: Spot): TemplatePiece[] {
  const { pieces, stray } = parseTemplate(text[language])
  if (stray !== undefined) resolver.report('placeholder-form', spot.at(language), [stray])
  return pieces
}

function namesIn(pieces: readonly TemplatePiece[]): Set<string> {
  return new Set(pieces.flatMap((piece) => ('name' in piece ? [piece.name] : [])))
}

/** What one language says, the other may not leave out. */
function reportUntranslated(resolver: Resolver, pieces: Record<Language, TemplatePiece[]>, spot: Spot): void {
  const [zh, en] = [namesIn(pieces.zh), namesIn(pieces.en)]
  for (const name of zh) if (!en.has(name)) resolver.report('placeholder-untranslated', spot.at('en'), [name])
  for (const name of en) if (!zh.has(name)) resolver.report('placeholder-untranslated', spot.at('zh'), [name])
}
