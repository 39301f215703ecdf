import { randomBytes } from 'node:crypto';
import { passwordLength } from '@/lib/contract/limits';
import { type Role, roles } from '@/lib/domain/permission';
import { type People, PeopleError, type Person, type SessionRow } from '@/server/auth/ports';
import type { LibraryHolder } from './library-holder';

const mostPeople = 1000;
const linkLifeMs = 3 * 86_400_000;

/** What the library knows of somebody, as far as Rostrum reads it. */
interface LibraryUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly role?: string | null;
  readonly banned?: boolean | null;
  readonly twoFactorEnabled?: boolean | null;
}

/** People as the library keeps them; its hooks tell the news of every change made here. */
export function createLibraryPeople(holder: LibraryHolder): People {
  const inside = async () => (await holder.current().$context).internalAdapter;
  const byId = async (id: string) => {
    const user = await (await inside()).findUserById(id);
    return user === null ? null : personOf(user);
  };
  const verified = async (identifier: string) => {
    const kept = await (await inside()).findVerificationValue(identifier);
    return kept === null || kept.expiresAt.getTime() <= Date.now() ? null : byId(kept.value);
  };
  return {
    list: async () => (await (await inside()).listUsers(mostPeople)).map(personOf),
    find: byId,
    findByEmail: async (email) => {
      const found = await (await inside()).findUserByEmail(email.toLowerCase());
      return found === null ? null : personOf(found.user);
    },
    add: (person) => add(holder, person),
    change: async (id, { role, isDisabled, name }) => {
      if ((await byId(id)) === null) throw new PeopleError('no-such-person');
      const adapter = await inside();
      const data = {
        ...(role === undefined ? {} : { role }),
        ...(name === undefined ? {} : { name }),
        ...(isDisabled === undefined ? {} : { banned: isDisabled }),
      };
      const user = await adapter.updateUser(id, data);
      if (isDisabled === true) await adapter.deleteUserSessions(id);
      return personOf(user);
    },
    issueLink: async (userId) => {
      const token = randomBytes(24).toString('base64url');
      await (
        await inside()
      ).createVerificationValue({
        identifier: `reset-password:${token}`,
        value: userId,
        expiresAt: new Date(Date.now() + linkLifeMs),
      });
      return token;
    },
    ofLink: (token) => verified(`reset-password:${token}`),
    ofChallenge: verified,
    hasPassword: async (id) => {
      const account = await (await inside()).findCredentialAccount(id);
      return typeof account?.password === 'string';
    },
    dropSecondFactors: async (id) => {
      const { adapter, internalAdapter } = await holder.current().$context;
      const where = [{ field: 'userId', value: id }];
      await adapter.deleteMany({ model: 'twoFactor', where });
      await adapter.deleteMany({ model: 'passkey', where });
      await internalAdapter.updateUser(id, { twoFactorEnabled: false });
    },
    dropPassword: async (id) => {
      const adapter = await inside();
      const account = await adapter.findCredentialAccount(id);
      if (account !== null) await adapter.deleteAccount(account.id);
    },
    sessionsOf: async (userId) => {
      const sessions = await (await inside()).listSessions(userId, { onlyActiveSessions: true });
      return sessions.map(sessionRowOf);
    },
    endSession: async (userId, sessionId) => {
      const adapter = await inside();
      const sessions = await adapter.listSessions(userId);
      const found = sessions.find(({ id }) => id === sessionId);
      if (found !== undefined) await adapter.deleteSession(found.token);
      return found !== undefined;
    },
    endSessionsOf: async (userId) => {
      await (await inside()).deleteUserSessions(userId);
    },
  };
}

async function add(holder: LibraryHolder, person: Parameters<People['add']>[0]): Promise<Person> {
  const { internalAdapter, password } = await holder.current().$context;
  const email = person.email.toLowerCase();
  if (person.password !== null && person.password.length < passwordLength.least)
    throw new PeopleError('password-too-short');
  if (person.password !== null && person.password.length > passwordLength.most)
    throw new PeopleError('password-too-long');
  if ((await internalAdapter.findUserByEmail(email)) !== null) throw new PeopleError('email-taken');
  const user = await internalAdapter
    // An administrator vouches for the address: single sign-on links to verified addresses only.
    .createUser(
      { name: person.name, email, emailVerified: true, role: person.role },
      { method: 'admin' },
    )
    .catch(async (error: unknown) => {
      // Another node was quicker.
      if ((await internalAdapter.findUserByEmail(email)) !== null)
        throw new PeopleError('email-taken');
      throw error;
    });
  if (person.password !== null) {
    await internalAdapter.createAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: await password.hash(person.password),
    });
  }
  return personOf(user);
}

function personOf(user: LibraryUser): Person {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: roleOf(user.role),
    isDisabled: user.banned === true,
    hasSecondFactor: user.twoFactorEnabled === true,
    createdAt: user.createdAt.getTime() * 1000,
  };
}

// What is none of ours may do the least.
function roleOf(text: string | null | undefined): Role {
  return roles.find((role) => role === text) ?? 'viewer';
}

function sessionRowOf(session: {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
}): SessionRow {
  return {
    id: session.id,
    createdAt: session.createdAt.getTime() * 1000,
    expiresAt: session.expiresAt.getTime() * 1000,
    address: session.ipAddress ?? null,
    browser: session.userAgent ?? null,
  };
}
