import { holds } from './holds.ts'
import { oddFacts } from './properties/odd-facts.ts'

holds(oddFacts, 2000)
