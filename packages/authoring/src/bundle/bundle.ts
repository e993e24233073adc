import type { PackSource } from '@tiaoli/engine'
import { canonicalJson, contentOf, digest, readJson } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { loadOrThrow } from '../load-or-throw.ts'
import { BundleError } from './bundle-error.ts'

const FORMAT = 'tiaoli-bundle-1'
/** Levels: those of a pack file, below the packs that use one another. */
const BUNDLE_DEPTH = 256

interface BundledPack {
  files: Record<string, unknown>
  uses: BundledPack[]
}

export interface Bundle {
  /** Canonical JSON (RFC 8785), no line break at its end. */
  text: string
  /** SHA-256 of the text, what `sha256sum` prints for the file. */
  sha256: string
  /** SHA-256 of the pack, as in receipts. */
  packSha256: string
}

/** A pack and those it uses as one file. Throws `PackError` where the pack has faults. */
export function bundle(source: PackSource): Bundle {
  const packSha256 = digest(loadOrThrow(source).plan.content)
  const content = { format: FORMAT, sha256: packSha256, ...bundledPack(source) }
  return { text: canonicalJson(content), sha256: digest(content), packSha256 }
}

/** Only the packs that are used go along, in the order in which the pack names them. */
function bundledPack({ files, uses = [] }: PackSource): BundledPack {
  const parsed = Object.fromEntries(Object.entries(files).map(([path, content]) => [path, contentOf(content)]))
  const contents = new Map(uses.map((used) => bundledPack(used)).map((used) => [packIdIn(used), used]))
  return { files: parsed, uses: usedPacksIn(parsed).flatMap((id) => contents.get(id) ?? []) }
}

const packJsonSchema = z.object({ id: z.string(), uses: z.array(z.string()).default([]) })

function packIdIn({ files }: BundledPack): string {
  return packJsonSchema.parse(files['pack.json']).id
}

function usedPacksIn(files: BundledPack['files']): string[] {
  return packJsonSchema.parse(files['pack.json']).uses
}

const bundledSchema: z.ZodType<BundledPack> = z.lazy(() =>
  z.strictObject({ files: z.record(z.string(), z.unknown()), uses: z.array(bundledSchema) }),
)
const bundleSchema = z.strictObject({
  format: z.literal(FORMAT),
  sha256: z.string(),
  files: z.record(z.string(), z.unknown()),
  uses: z.array(bundledSchema),
})

/**
 * The pack of a bundle, to be compiled. Throws `BundleError` where the text is no bundle or was changed since it was
 * made, and `PackError` where the pack in it has faults.
 */
export function unbundle(text: string | Uint8Array): PackSource {
  const { sha256, files, uses } = parseBundle(text)
  const contents = { files, uses }
  if (digest(loadOrThrow(contents).plan.content) !== sha256) throw new BundleError('bundle-changed')
  return contents
}

function parseBundle(text: string | Uint8Array): z.infer<typeof bundleSchema> {
  const { value, problems } = readJson(text, { depth: BUNDLE_DEPTH })
  if (problems.length > 0) throw new BundleError('not-a-bundle', problems)
  const parsed = bundleSchema.safeParse(value)
  if (!parsed.success) throw new BundleError('not-a-bundle', parsed.error)
  return parsed.data
}
