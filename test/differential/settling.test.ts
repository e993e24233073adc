import { holds } from './holds.ts'
import { settling } from './properties/settling.ts'

holds(settling)
