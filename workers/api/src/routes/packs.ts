import { encodingOf } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'
import { allPacks, findPack } from '../packs.ts'
import { declareProblems } from '../problem.ts'
import { clauseSchema } from '../schema/clause.ts'
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

const clausesRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/clauses',
  summary: 'The clauses of a pack and of those it uses: their words, and what encodes each or why nothing does',
  request: { params: z.object({ pack: z.string() }) },
  responses: {
    200: {
      description: 'All clauses, in the order of the documents',
      content: { 'application/json': { schema: z.object({ clauses: z.array(clauseSchema) }) } },
    },
    ...declareProblems(404),
  },
})

export const packs = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, (c) => c.json({ packs: allPacks().map(({ policy }) => summaryOf(policy)) }, 200))
  .openapi(readRoute, (c) => c.json(packOf(findPack(c.req.valid('param').pack).policy), 200))
  .openapi(clausesRoute, (c) => c.json({ clauses: clausesOf(findPack(c.req.valid('param').pack).policy) }, 200))

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

function clausesOf({ plan }: Policy) {
  return [...encodingOf(plan).values()].map(({ clause, citers, cases }) => {
    const { id, pack, zh, en, force, bearer, testability, notEncoded } = clause
    return { id, pack, zh, en, force, bearer, testability, notEncoded, encodedBy: [...citers], cases }
  })
}
