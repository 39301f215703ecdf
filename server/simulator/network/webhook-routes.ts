import { type World } from './world';

/** Where an event is delivered, and how. */
export interface WebhookRoute {
  /** The address, and the one to fall back to. */
  readonly urls: readonly string[];
  /** Waits before each further attempt, per address. */
  readonly retryDelaysMs: readonly number[];
  /** How long an attempt may take, on the real clock. */
  readonly timeoutMs: number;
  readonly version: '1' | '2';
}

/** The parts of an event's payload that decide where it goes. */
export interface RoutedPayload {
  readonly connection_id?: unknown;
  readonly call_control_id?: unknown;
}

function ofConnection(world: World, connectionId: string): WebhookRoute | null {
  const { retryDelaysMs, webhookTimeoutMs } = world.switches;
  const application = world.applications.get(connectionId);
  if (application === undefined) {
    // Other applications, which nobody made here, deliver to the same address; a deleted one is silent.
    if (connectionId === world.connectionId) return null;
    const urls = world.webhookUrls;
    return { urls, retryDelaysMs, timeoutMs: webhookTimeoutMs, version: '2' };
  }
  const { settings } = application;
  if (!settings.active) return null;
  const failover = settings.webhook_event_failover_url ?? '';
  const seconds = settings.webhook_timeout_secs ?? 0;
  return {
    urls: [settings.webhook_event_url, ...(failover === '' ? [] : [failover])],
    retryDelaysMs,
    timeoutMs: seconds === 0 ? webhookTimeoutMs : seconds * 1000,
    version: settings.webhook_api_version,
  };
}

/**
 * Where this event goes: to its application's address, unless a command said another for the call
 * (DOMAIN §3.4). Null when nobody is told.
 */
export function webhookRouteOf(
  world: World,
  type: string,
  payload: RoutedPayload,
): WebhookRoute | null {
  const route = ofConnection(world, String(payload.connection_id));
  const leg = world.legs.get(String(payload.call_control_id));
  // Requests about conferences have no address of their own: their events go to the application.
  if (route === null || leg === undefined || !type.startsWith('call.')) return route;
  const { url, byType, retriesByType } = leg.webhooks;
  const own = byType[type] ?? url;
  return {
    ...route,
    urls: own === null ? route.urls : [own],
    retryDelaysMs: retriesByType[type] ?? route.retryDelaysMs,
  };
}
