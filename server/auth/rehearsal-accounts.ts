import { type Role, roles } from '@/lib/domain/permission';
import type { People } from './ports';

// RFC 2606 keeps .invalid for names that never exist: no mail and no provider can claim them.
const domain = 'rehearsal.invalid';
const names: Readonly<Record<Role, string>> = {
  viewer: 'Vera Viewer',
  moderator: 'Momo Moderator',
  supervisor: 'Sunny Supervisor',
  manager: 'Mani Manager',
  administrator: 'Ada Administrator',
};

/** The e-mail address of the account that rehearses a role. */
export function rehearsalEmail(role: Role): string {
  return `${role}@${domain}`;
}

/** Whether an account is one of those for rehearsing. */
export function isRehearsal(person: { readonly email: string }): boolean {
  return person.email.endsWith(`@${domain}`);
}

/**
 * Keeps one account per role while the simulator is on, each as it is meant to be; while a real carrier
 * is connected they are disabled and their sessions end.
 */
export async function keepRehearsalAccounts(people: People, isSimulator: boolean): Promise<void> {
  for (const role of roles) {
    const known = await people.findByEmail(rehearsalEmail(role));
    if (known === null) {
      if (isSimulator)
        await people.add({ name: names[role], email: rehearsalEmail(role), role, password: null });
      continue;
    }
    if (known.isDisabled === isSimulator || known.role !== role)
      await people.change(known.id, { role, isDisabled: !isSimulator });
    if (!isSimulator) await people.endSessionsOf(known.id);
  }
}

/** Who asks for one-click sign-in: what the socket and the headers say before anything is believed. */
export interface Asker {
  /** The address of the other end of the connection. */
  readonly peer: string | undefined;
  readonly host: string | undefined;
  readonly headerNames: readonly string[];
}

const loopbackPeer = /^(127\.|::1$|::ffff:127\.)/;
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
/** Names of headers by which proxies say for whom they ask. */
export const forwardingHeader =
  /^(forwarded|via|cdn-loop|x-forwarded(-.*)?|x-original-.*|x-real-ip|x-client-ip|x-cluster-client-ip|x-(envoy|amzn|azure|arr)-.*|true-client-ip|(fastly|fly|cf|tailscale)-.*)$/i;

/** Whether one-click sign-in may be offered: peer and Host are this machine and nothing forwarded it. */
export function isAtThisMachine({ peer, host, headerNames }: Asker): boolean {
  return (
    peer !== undefined &&
    loopbackPeer.test(peer) &&
    host !== undefined &&
    loopbackHost.test(host) &&
    !headerNames.some((name) => forwardingHeader.test(name))
  );
}
