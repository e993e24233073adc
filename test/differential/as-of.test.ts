import { holds } from './holds.ts'
import { asOf } from './properties/as-of.ts'

holds(asOf)
