import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { ServicePreparation } from '../../workers/api/src/startup/prepare-service.ts'
import { drawFrom, propertySeed } from '../support/property-seed.ts'
import { emptyDatabase } from './empty-database.ts'

drawFrom(propertySeed(env.PROPERTY_SEED))

// All test files run in one isolate, where the service prepares its database once. Here it is prepared for each file.
await emptyDatabase()
await new ServicePreparation().prepare(new CloudflarePlatform().ports(env, createExecutionContext()))
