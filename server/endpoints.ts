import type { RegulationPack } from '../domain/regulation/pack.ts';
import { clockEndpoints } from './clock/clock-endpoints.ts';
import { exchangeEndpoints } from './exchange/packet-endpoint.ts';
import { fileEndpoints } from './files/file-endpoints.ts';
import type { Endpoint } from './http/endpoint.ts';
import { cookieName } from './identity/cookie.ts';
import { sessionEndpoints } from './identity/session-endpoints.ts';
import { inboxEndpoints } from './inbox/inbox-endpoints.ts';
import { listCouncils } from './lists/councils.ts';
import { listDocuments } from './lists/documents.ts';
import { listIncoming } from './lists/incoming.ts';
import { listPlans } from './lists/plans.ts';
import { listRounds } from './lists/rounds.ts';
import { listSchemes } from './lists/schemes.ts';
import { showFunds } from './money/fund-endpoint.ts';
import { descriptionEndpoint } from './openapi/description-endpoint.ts';
import { describe } from './openapi/document.ts';
import { takeInPlan } from './plans/plan-endpoints.ts';
import { delegationEndpoints } from './reference/delegation-endpoints.ts';
import { referenceEndpoints } from './reference/reference-endpoints.ts';
import { depositOfScheme } from './register/deposit-endpoint.ts';
import { registerEndpoints } from './register/register-endpoints.ts';
import { serviceEndpoints } from './service/service-endpoints.ts';
import { commandEndpoints } from './things/command-endpoints.ts';
import { factsEndpoint } from './things/facts-endpoint.ts';
import { findingsEndpoint } from './things/findings-endpoint.ts';
import { collectionNames } from './things/kinds.ts';
import { thingEndpoint } from './things/thing-endpoints.ts';
import { verifyEndpoints } from './verify/verify-endpoints.ts';

/** Everything that the interface can do. */
export function allEndpoints(packs: Iterable<RegulationPack>, publicUrl: string): Endpoint[] {
  const loaded = [...packs];
  const endpoints: Endpoint[] = [
    ...sessionEndpoints,
    listRounds,
    listSchemes,
    listCouncils,
    listDocuments,
    listIncoming,
    listPlans,
    ...collectionNames.map(thingEndpoint),
    ...collectionNames.map(factsEndpoint),
    findingsEndpoint,
    ...collectionNames.flatMap((collection) => commandEndpoints(collection, loaded)),
    takeInPlan,
    ...fileEndpoints,
    ...inboxEndpoints,
    showFunds,
    ...clockEndpoints,
    ...referenceEndpoints,
    ...registerEndpoints,
    ...exchangeEndpoints,
    depositOfScheme,
    ...delegationEndpoints,
    ...verifyEndpoints,
    ...serviceEndpoints,
  ];
  const description = descriptionEndpoint(() => JSON.stringify(describe(endpoints, { publicUrl, cookie: cookieName(publicUrl) })));
  endpoints.push(description);
  return endpoints;
}
