import type { Property } from './property.ts'
import { asOf } from './properties/as-of.ts'
import { completion } from './properties/completion.ts'
import { conditions } from './properties/conditions.ts'
import { whatIf } from './properties/what-if.ts'
import { exact } from './properties/exact.ts'
import { missing } from './properties/missing.ts'
import { oddFacts } from './properties/odd-facts.ts'
import { order } from './properties/order.ts'
import { runtimes } from './properties/runtimes.ts'
import { settling } from './properties/settling.ts'
import { stream } from './properties/stream.ts'
import { streamConflicts } from './properties/stream-conflicts.ts'
import { texts } from './properties/texts.ts'
import { unwrittenYear } from './properties/unwritten-year.ts'
import { together } from './properties/together.ts'

/** Everything that must hold of random packs, ledgers and conditions. */
export const PROPERTIES: readonly Property[] = [
  conditions,
  oddFacts,
  runtimes,
  completion,
  missing,
  settling,
  whatIf,
  order,
  stream,
  streamConflicts,
  together,
  asOf,
  unwrittenYear,
  exact,
  texts,
]
