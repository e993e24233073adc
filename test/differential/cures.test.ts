import { holds } from './holds.ts'
import { cures } from './properties/cures.ts'

holds(cures)
