// Written by scripts/generate.ts from the files of this folder. Do not edit.
import ganzhou201832 from './ganzhou-2018-32/index.js'
import partyOrganizationBasics from './party-organization-basics/index.js'

/** Every pack, by its id. */
export default {
  'ganzhou-2018-32': ganzhou201832,
  'party-organization-basics': partyOrganizationBasics,
}
