import { holds } from './holds.ts'
import { whatIf } from './properties/what-if.ts'

holds(whatIf)
