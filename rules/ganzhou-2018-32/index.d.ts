// Written by scripts/generate.ts from the files of this folder. Do not edit.
interface Pack {
  readonly files: Readonly<Record<string, unknown>>
  readonly uses: readonly Pack[]
}

/** The pack as `compile` of @tiaoli/engine takes it. */
declare const pack: Pack
export default pack
