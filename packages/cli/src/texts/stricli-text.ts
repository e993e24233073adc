import {
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
  type ApplicationText,
} from '@stricli/core'
import { kebab } from '../kebab.ts'
import type { Texts } from './texts.ts'

export interface GivenFlags {
  /** Errors are for programs. */
  json: boolean
  /** Whether the command line has a flag. */
  isGiven: (flag: string) => boolean
}

/** What Stricli says of the command line, in our words. */
export function stricliText(texts: Texts, { json, isGiven }: GivenFlags): ApplicationText {
  const { help, usage } = texts
  // One line each: several things can be wrong with one command line.
  const say = (message: string) => (json ? JSON.stringify({ error: { code: 'usage', message } }) : message)
  const near = (corrections: readonly string[]) =>
    corrections.length === 0 ? '' : texts.didYouMean(corrections.map((name) => name.replaceAll('`', '')).join(' / '))
  return {
    ...text_en,
    headers: help.headers,
    keywords: help.keywords,
    briefs: { help: help.help, helpAll: help.helpAll, version: help.version, argumentEscapeSequence: help.escape },
    noCommandRegisteredForInput: ({ input, corrections }) => say(usage.noCommand(input, near(corrections))),
    exceptionWhileParsingArguments: (error) =>
      say(
        error instanceof ArgumentScannerError
          ? formatMessageForArgumentScannerError(error, {
              FlagNotFoundError: ({ input, corrections }) =>
                usage.noFlag(`--${input}`, near([...new Set(corrections.map((name) => `--${kebab(name)}`))])),
              AliasNotFoundError: ({ input }) => usage.noFlag(`-${input}`, ''),
              EnumValidationError: ({ externalFlagName, values }) => usage.notOneOf(externalFlagName, values),
              UnsatisfiedFlagError: ({ externalFlagName }) =>
                isGiven(externalFlagName) ? usage.noValue(externalFlagName) : usage.flagMissing(externalFlagName),
              UnexpectedPositionalError: ({ input }) => usage.tooMany(input),
              UnsatisfiedPositionalError: ({ placeholder }) => usage.missing(placeholder),
              UnexpectedFlagError: ({ externalFlagName }) => usage.twice(externalFlagName),
              ArgumentParseError: ({ externalFlagNameOrPlaceholder, input }) =>
                usage.notParsed(externalFlagNameOrPlaceholder, input),
              InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => usage.noFlag(externalFlagName, ''),
            })
          : usage.other,
      ),
  }
}
