import { refusal } from '../refusal';
import { type Application, type ApplicationSettings, type World } from './world';

const DIGITS_OF_AN_ID = 19;

/** What an application is like when it says nothing else, beside its name and its address. */
export const usualSettings = {
  active: true,
  anchorsite_override: 'Latency',
  call_cost_in_webhooks: false,
  dtmf_type: 'RFC 2833',
  first_command_timeout: false,
  first_command_timeout_secs: 30,
  inbound: { shaken_stir_enabled: false, sip_subdomain_receive_settings: 'from_anyone' },
  outbound: {},
  redact_dtmf_debug_logging: false,
  tags: [],
  webhook_api_version: '1',
  webhook_event_failover_url: null,
  webhook_timeout_secs: null,
} as const satisfies Omit<ApplicationSettings, 'application_name' | 'webhook_event_url'>;

function addApplication(world: World, id: string, settings: ApplicationSettings): Application {
  const now = world.clock.now();
  const application = { id, createdAt: now, updatedAt: now, settings };
  world.applications.set(id, application);
  return application;
}

/** The account's own application: it is there from the start (DOMAIN §1.6). */
export function addOwnApplication(world: World): void {
  const [primary, failover] = world.webhookUrls;
  if (primary === undefined) return;
  addApplication(world, world.connectionId, {
    ...usualSettings,
    application_name: 'Rostrum',
    webhook_api_version: '2',
    webhook_event_url: primary,
    webhook_event_failover_url: failover ?? null,
  });
}

/** Makes an application with an id of its own. */
export function createApplication(world: World, settings: ApplicationSettings): Application {
  let id: string;
  do id = world.ids.digits(DIGITS_OF_AN_ID);
  while (world.applications.has(id));
  return addApplication(world, id, settings);
}

/** The application of this id; 404/10005 when there is none. */
export function applicationOf(world: World, id: string): Application {
  const application = world.applications.get(id);
  if (application !== undefined) return application;
  throw refusal('10005', 'The call control application does not exist.');
}

/** 10015 unless calls may be dialled for this connection (DOMAIN §5.2). */
export function requireConnection(world: World, connectionId: string): void {
  if (world.applications.get(connectionId)?.settings.active === true) return;
  const detail =
    'The requested connection_id (Call Control App ID) is either invalid or does not exist. ' +
    'Only Call Control Apps with valid webhook URL are accepted.';
  throw refusal('10015', detail, { pointer: '/connection_id' });
}
