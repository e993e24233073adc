import { holds } from './holds.ts'
import { missing } from './properties/missing.ts'

holds(missing)
