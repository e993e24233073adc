import { holds } from './holds.ts'
import { stream } from './properties/stream.ts'

holds(stream)
