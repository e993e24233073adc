import { holds } from './holds.ts'
import { together } from './properties/together.ts'

holds(together)
