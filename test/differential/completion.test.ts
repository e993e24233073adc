import { holds } from './holds.ts'
import { completion } from './properties/completion.ts'

holds(completion)
