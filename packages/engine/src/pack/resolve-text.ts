import { completeText, isWrittenIn } from '../text/fallback-language.ts'
import { LANGUAGES, type Language, type Text } from '../text/text.ts'
import { tagOf } from '../text/reading.ts'
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
  const places = new Map<string, Language>()
  for (const language of writtenIn(text)) for (const name of namesIn(pieces[language])) places.set(name, language)
  const placeholders = [...places].flatMap(([name, language]): Placeholder[] => {
    const expression = resolvePlaceholder(resolver, name, setting, spot.at(tagOf(resolver.reading, language)))
    return expression ? [{ name, expression, described: describe(expression) }] : []
  })
  const partsOf = (language: Language): TemplateParts =>
    pieces[language].map((piece) =>
      'words' in piece ? piece.words : placeholders.findIndex(({ name }) => name === piece.name),
    )
  const parts = { zh: partsOf('zh'), en: partsOf('en') }
  const plain = () =>
    completeText(Object.fromEntries(writtenIn(text).map((language) => [language, parts[language].join('')])))
  const fixed = placeholders.length > 0 ? undefined : plain()
  return { fixed, placeholders, parts }
}

function hasBrace({ zh, en }: Text): boolean {
  return /[{}]/.test(zh) || /[{}]/.test(en)
}

function piecesOf(resolver: Resolver, text: Text, language: Language, spot: Spot): TemplatePiece[] {
  const { pieces, stray } = parseTemplate(text[language])
  if (stray !== undefined && isWrittenIn(language, text))
    resolver.report('placeholder-form', spot.at(tagOf(resolver.reading, language)), [stray])
  return pieces
}

/** English first, so that of a name in both languages the Chinese place is told. */
function writtenIn(text: Text): Language[] {
  return LANGUAGES.filter((language) => isWrittenIn(language, text)).reverse()
}

function namesIn(pieces: readonly TemplatePiece[]): Set<string> {
  return new Set(pieces.flatMap((piece) => ('name' in piece ? [piece.name] : [])))
}

/** What one language says, the other may not leave out. */
function reportUntranslated(resolver: Resolver, pieces: Record<Language, TemplatePiece[]>, spot: Spot): void {
  const [zh, en] = [namesIn(pieces.zh), namesIn(pieces.en)]
  const missing = (language: Language, name: string) =>
    resolver.report('placeholder-untranslated', spot.at(tagOf(resolver.reading, language)), [name])
  for (const name of zh) if (!en.has(name)) missing('en', name)
  for (const name of en) if (!zh.has(name)) missing('zh', name)
}
