import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { ServicePreparation } from '../../workers/api/src/startup/prepare-service.ts'
import { emptyDatabase } from './empty-database.ts'

// All files run in one isolate, in which the service prepares its database once: here it is done for each file.
await emptyDatabase()
await new ServicePreparation().prepare(new CloudflarePlatform().ports(env, createExecutionContext()))
