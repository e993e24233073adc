import type { Facts } from '../workload/workload.ts'
import type { Decide } from './plain-typescript.ts'

/** The facts of a kitchen; dates are days since 1970-01-01. */
interface Kitchen {
  kitchen_seats: number
  kitchen_staff: number
  kitchen_trained: number
  kitchen_fridge: number
  kitchen_openedOn: number
  kitchen_inspectedOn: number
  kitchen_kind: 'canteen' | 'restaurant' | 'bakery' | 'stall'
  kitchen_grade: 'a' | 'b' | 'c' | 'none'
  kitchen_licensed: boolean
  kitchen_insured: boolean
  kitchen_open: boolean
  kitchen_indoors: boolean
  kitchen_gas: boolean
  kitchen_gasChecked: boolean
  kitchen_ventilated: boolean
  kitchen_meat: boolean
}

const FIRST_OF_2017 = Date.UTC(2017, 0, 1) / 86_400_000
const FIRST_OF_2018 = Date.UTC(2018, 0, 1) / 86_400_000

/** The thirty rules by hand. */
const RULES: Record<string, (kitchen: Kitchen) => boolean> = {
  licensed: (k) => k.kitchen_licensed,
  insured: (k) => k.kitchen_insured,
  open: (k) => k.kitchen_open,
  seatsAtMost200: (k) => k.kitchen_seats <= 200,
  oneCook: (k) => k.kitchen_staff >= 1,
  oneCookForForty: (k) => k.kitchen_seats <= 40 || k.kitchen_staff >= 2,
  oneCookForEighty: (k) => k.kitchen_seats <= 80 || k.kitchen_staff >= 3,
  noMoreCooksThanSeats: (k) => k.kitchen_staff <= k.kitchen_seats,
  trainedCooks: (k) => k.kitchen_trained >= k.kitchen_staff,
  someTrained: (k) => k.kitchen_staff === 0 || k.kitchen_trained > 0,
  knownKind: (k) => k.kitchen_kind === 'canteen' || k.kitchen_kind === 'restaurant' || k.kitchen_kind === 'bakery',
  noStallIndoors: (k) => k.kitchen_kind !== 'stall' || !k.kitchen_indoors,
  canteensInsured: (k) => k.kitchen_kind !== 'canteen' || k.kitchen_insured,
  bakeriesSmall: (k) => k.kitchen_kind !== 'bakery' || k.kitchen_seats < 30,
  gradeGiven: (k) => k.kitchen_grade !== 'none',
  gradeFair: (k) => k.kitchen_grade === 'a' || k.kitchen_grade === 'b',
  gradeAWhenLarge: (k) => k.kitchen_seats < 150 || k.kitchen_grade === 'a',
  gradeATrained: (k) => k.kitchen_grade !== 'a' || k.kitchen_trained >= 1,
  gasChecked: (k) => !k.kitchen_gas || k.kitchen_gasChecked,
  gasIndoors: (k) => !(k.kitchen_gas && k.kitchen_indoors && !k.kitchen_ventilated),
  ventilated: (k) => !k.kitchen_indoors || k.kitchen_ventilated,
  fridgeCold: (k) => k.kitchen_fridge <= 8,
  fridgeNotFrozen: (k) => k.kitchen_fridge > 0,
  fridgeWhenMeat: (k) => !k.kitchen_meat || k.kitchen_fridge <= 4,
  meatLicensed: (k) => !k.kitchen_meat || (k.kitchen_licensed && (k.kitchen_grade === 'a' || k.kitchen_grade === 'b')),
  inspectedSince2017: (k) => k.kitchen_inspectedOn >= FIRST_OF_2017,
  inspectedAfterOpening: (k) => k.kitchen_inspectedOn >= k.kitchen_openedOn,
  inspectedIn2018IfMeat: (k) => !k.kitchen_meat || k.kitchen_inspectedOn >= FIRST_OF_2018,
  newKitchensTrained: (k) => k.kitchen_openedOn < FIRST_OF_2018 || k.kitchen_trained > 0,
  closedOrComplete: (k) =>
    !k.kitchen_open || (k.kitchen_licensed && k.kitchen_insured && k.kitchen_staff > 0 && k.kitchen_grade !== 'none'),
}

export const THIRTY_RULES: Record<string, Decide> = Object.fromEntries(
  Object.entries(RULES).map(([name, holds]) => [
    name,
    (facts: Facts) => (holds(facts as unknown as Kitchen) ? 'met' : 'not_met'),
  ]),
)
