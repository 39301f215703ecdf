import { z } from 'zod';
import { applicationOf, createApplication, usualSettings } from '../network/applications';
import { type Application, type ApplicationSettings, type World } from '../network/world';
import { refusal } from '../refusal';
import { type CarrierRequest, created, data, type Handler, parseBody } from './carrier-request';
import { page } from './page';
import { type Route } from './router';
import { applicationBody } from './schemas';
import { applicationView } from './views';

const SHORTEST_SEARCH = 3;

const partial = z.looseObject({
  // An update, too, must say both (DOMAIN §1.6).
  application_name: z.string(),
  webhook_event_url: z.string(),
  inbound: z.looseObject({}).optional(),
  outbound: z.looseObject({}).optional(),
});

/** What a body says, and for the rest what was so before. */
function settingsOf(
  before: Omit<ApplicationSettings, 'application_name' | 'webhook_event_url'>,
  body: unknown,
): ApplicationSettings {
  const asked = parseBody(partial, body);
  return parseBody(applicationBody, {
    ...before,
    ...asked,
    inbound: { ...before.inbound, ...asked.inbound },
    outbound: { ...before.outbound, ...asked.outbound },
  });
}

const isAsked = (query: URLSearchParams, { settings }: Application): boolean => {
  const name = query.get('filter[application_name][contains]');
  const profile = query.get('filter[outbound.outbound_voice_profile_id]');
  if (name !== null && name.length < SHORTEST_SEARCH) {
    throw refusal('10031', `Give ${SHORTEST_SEARCH} characters or more.`, {
      parameter: 'filter[application_name][contains]',
    });
  }
  return (
    (name === null || settings.application_name.toLowerCase().includes(name.toLowerCase())) &&
    (profile === null || settings.outbound.outbound_voice_profile_id === profile)
  );
};

const orders: Readonly<Record<string, (a: Application, b: Application) => number>> = {
  created_at: (a, b) => a.createdAt - b.createdAt,
  connection_name: (a, b) => (a.settings.application_name < b.settings.application_name ? -1 : 1),
  active: (a, b) => Number(a.settings.active) - Number(b.settings.active),
};

/** In the order that is asked for; with none, the newest first. */
function sorted(query: URLSearchParams, found: readonly Application[]): Application[] {
  const asked = query.get('sort') ?? '-created_at';
  const order = orders[asked.replace(/^-/, '')];
  if (order === undefined) {
    throw refusal('10032', `'${asked}' is not a field to sort by.`, { parameter: 'sort' });
  }
  const ascending = found.toSorted(order);
  return asked.startsWith('-') ? ascending.reverse() : ascending;
}

const list =
  (world: World): Handler =>
  ({ query }) => {
    const found = [...world.applications.values()].filter((each) => isAsked(query, each));
    return page(query, sorted(query, found), applicationView);
  };

/** Call control applications (A2 to A6 of DOMAIN §1.2). */
export function applicationRoutes(world: World): Route[] {
  const one = '/call_control_applications/:id';
  const asked = ({ params }: CarrierRequest) => applicationOf(world, params.id ?? '');
  const update: Handler = (request) => {
    const application = asked(request);
    application.settings = settingsOf(application.settings, request.body);
    application.updatedAt = world.clock.now();
    return data(applicationView(application));
  };
  const remove: Handler = (request) => {
    const application = asked(request);
    world.applications.delete(application.id);
    return data(applicationView(application));
  };
  return [
    ['GET', '/call_control_applications', list(world)],
    [
      'POST',
      '/call_control_applications',
      ({ body }) =>
        created(applicationView(createApplication(world, settingsOf(usualSettings, body)))),
    ],
    ['GET', one, (request) => data(applicationView(asked(request)))],
    ['PATCH', one, update],
    ['DELETE', one, remove],
  ];
}
