// Written by scripts/generate.ts from the files of this folder. Do not edit.
interface Pack {
  readonly files: Readonly<Record<string, unknown>>
  readonly uses: readonly Pack[]
}

/** Every pack, by its id. */
declare const packs: Readonly<Record<string, Pack>>
export default packs
