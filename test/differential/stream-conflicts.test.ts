import { holds } from './holds.ts'
import { streamConflicts } from './properties/stream-conflicts.ts'

holds(streamConflicts)
