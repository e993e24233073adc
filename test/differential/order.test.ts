import { holds } from './holds.ts'
import { order } from './properties/order.ts'

holds(order)
