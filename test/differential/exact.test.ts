import { holds } from './holds.ts'
import { exact } from './properties/exact.ts'

holds(exact)
