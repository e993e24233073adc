import { drawFrom, propertySeed } from './property-seed.ts'

drawFrom(propertySeed(process.env['PROPERTY_SEED']))
