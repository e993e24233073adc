import { holds } from './holds.ts'
import { runtimes } from './properties/runtimes.ts'

holds(runtimes)
