import { buildApplication, buildRouteMap, type Application } from '@stricli/core'
import packageJson from '../package.json' with { type: 'json' }
import { commandDefinitions } from './command-definitions.ts'
import type { Context } from './context.ts'
import { stricliText, type GivenFlags } from './texts/stricli-text.ts'

/** The whole command line in one language. */
export function program({ texts }: Context, saying: GivenFlags): Application<Context> {
  const root = buildRouteMap({
    routes: commandDefinitions(texts),
    docs: { brief: texts.brief, fullDescription: `${texts.brief}\n\n${texts.exitCodes}\n\n${texts.environment}` },
  })
  return buildApplication(root, {
    name: 'tiaoli',
    versionInfo: { currentVersion: packageJson.version },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    documentation: { caseStyle: 'convert-camel-to-kebab', onlyRequiredInUsageLine: true },
    localization: { text: stricliText(texts, saying) },
  })
}
