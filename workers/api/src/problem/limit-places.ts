import type { ProblemPlace } from './problem-error.ts'

/** Places of one problem; nobody reads more. */
export const MAX_PLACES = 100
/** Characters of a pointer: a name may be as long as a body. */
const MAX_POINTER_LENGTH = 1000

/** Shortens a list of places, and their pointers, to what a response may hold. */
export function limitPlaces(places: readonly ProblemPlace[]): ProblemPlace[] {
  return places.slice(0, MAX_PLACES).map((place) => ({ ...place, pointer: shorten(place.pointer) }))
}

function shorten(pointer: string): string {
  return pointer.length > MAX_POINTER_LENGTH ? `${pointer.slice(0, MAX_POINTER_LENGTH).toWellFormed()}…` : pointer
}
