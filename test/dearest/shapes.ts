import { calendar, compareVersions, evaluate, papers, questions, template } from './shapes/ledgers.ts'
import { check, compare, registry } from './shapes/rules.ts'
import { amend, importing, stream } from './shapes/texts.ts'
import type { Shape } from './trial.ts'

/** The shapes of requests of which the dearest is searched. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  check,
  compare,
  registry,
  evaluate,
  questions,
  calendar,
  papers,
  template,
  'compare-versions': compareVersions,
  stream,
  amend,
  import: importing,
}
