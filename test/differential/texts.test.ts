import { holds } from './holds.ts'
import { texts } from './properties/texts.ts'

holds(texts)
