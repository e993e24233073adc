import type { Policy } from '@tiaoli/engine'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'
import { allPacks, findPack } from '../packs.ts'
import { declareProblems } from '../problem.ts'
import { packSchema, packSummarySchema } from '../schema/pack.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs',
  summary: 'The packs that can be evaluated',
  responses: {
    200: {
      description: 'All packs',
      content: { 'application/json': { schema: z.object({ packs: z.array(packSummarySchema) }) } },
    },
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}',
  summary: 'A pack: its document, requirements, parameters and profiles',
  request: { params: z.object({ pack: z.string() }) },
  responses: {
    200: { description: 'The pack', content: { 'application/json': { schema: packSchema } } },
    ...declareProblems(404),
  },
})

export const packs = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, (c) => c.json({ packs: allPacks().map(({ policy }) => summaryOf(policy)) }, 200))
  .openapi(readRoute, (c) => c.json(packOf(findPack(c.req.valid('param').pack).policy), 200))

function summaryOf({ plan, sha256 }: Policy) {
  const { id, version, title, issuer, documentNumber, issuedOn, uses = [] } = plan.pack
  return { id, version, sha256, title, issuer, documentNumber, issuedOn, uses }
}

function packOf(policy: Policy) {
  const { pack, profiles, parameters, requirements } = policy.plan
  return {
    ...summaryOf(policy),
    defaultProfile: pack.defaultProfile,
    profiles: [...profiles.values()].map(({ entry: { id, label, description } }) => ({ id, label, description })),
    parameters: [...parameters].map(([id, { pack: definedIn, entry }]) => ({
      id,
      pack: definedIn,
      label: entry.label,
      type: entry.type,
      unit: entry.unit,
      question: entry.question,
      values: entry.values.map(({ value, from, to }) => ({ value, from, to })),
    })),
    requirements: requirements.map(({ id, pack: definedIn, title, subject, force, entry }) => ({
      id,
      pack: definedIn,
      title,
      subject: subject.name,
      force,
      dutyBearer: entry.dutyBearer,
      clauses: entry.clauses ?? [],
    })),
  }
}
