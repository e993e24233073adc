// Written by scripts/generate.ts from the files of this folder. Do not edit.
import ganzhou201832SamplesCityOf79 from './ganzhou-2018-32/samples/city-of-79.json' with { type: 'json' }

/** The sample ledgers of every pack, by its id and their path. All of them are made up. */
export default {
  'ganzhou-2018-32': {
    'samples/city-of-79.json': ganzhou201832SamplesCityOf79,
  },
  'party-organization-basics': {
  },
}
