import { holds } from './holds.ts'
import { conditions } from './properties/conditions.ts'

holds(conditions)
