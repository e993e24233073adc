/** Where a request holds what the engine and the registry speak of without knowing requests. */
export interface RequestPlaces {
  /** Pointer to the ledger; `/ledger` if unset. */
  ledger?: string
  /** Set where the options of the evaluation are in the query; they are in the body if unset. */
  options?: 'query'
  /** Pointer to the pack files by path, `/files` if unset; null where the request holds none. */
  files?: string | null
}
