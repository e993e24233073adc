import { holds } from './holds.ts'
import { unwrittenYear } from './properties/unwritten-year.ts'

holds(unwrittenYear)
