import type { Role } from '@/lib/domain/permission';
import { type People, PeopleError, type Person } from './ports';
import { isRehearsal } from './rehearsal-accounts';

/** Settings → People: what an administrator may do to the accounts of others. */
export interface ManagePeople {
  list(): Promise<readonly Person[]>;
  /** Adds somebody; the secret of the link by which they choose a password. */
  invite(person: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
  }): Promise<{ readonly person: Person; readonly linkToken: string }>;
  changeRole(by: string, id: string, role: Role): Promise<Person>;
  setDisabled(by: string, id: string, isDisabled: boolean): Promise<Person>;
  /** Takes password, second factors and sessions away; the secret of the link to choose anew. */
  reset(by: string, id: string): Promise<{ readonly linkToken: string }>;
  signOutEverywhere(id: string): Promise<void>;
}

/** Whether somebody can manage people, with a real carrier as well. */
export function isAdministrator(person: Person): boolean {
  return person.role === 'administrator' && !person.isDisabled && !isRehearsal(person);
}

/** Manages people by the rules that always hold: one administrator stays, and nobody unseats themselves. */
export function createManagePeople(people: People): ManagePeople {
  // One after the other: two who unseat each other at once would leave nobody to let others in.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const staysLed = async (id: string) => {
    // An account for rehearsing is gone as soon as a real carrier is connected.
    const others = (await people.list()).filter((one) => one.id !== id && isAdministrator(one));
    if (others.length === 0) throw new PeopleError('last-administrator');
  };
  const known = async (id: string) => {
    const person = await people.find(id);
    if (person === null) throw new PeopleError('no-such-person');
    return person;
  };
  const changeable = async (by: string, id: string) => {
    const person = await known(id);
    if (by === id) throw new PeopleError('oneself');
    // What one click leads to is what the button says.
    if (isRehearsal(person)) throw new PeopleError('rehearsal');
    return person;
  };
  return {
    list: () => people.list(),
    invite: async (given) => {
      const person = await people.add({ ...given, password: null });
      return { person, linkToken: await people.issueLink(person.id) };
    },
    changeRole: (by, id, role) =>
      inTurn(async () => {
        const person = await changeable(by, id);
        if (person.role === role) return person;
        if (person.role === 'administrator') await staysLed(id);
        return people.change(id, { role });
      }),
    setDisabled: (by, id, isDisabled) =>
      inTurn(async () => {
        const person = await changeable(by, id);
        if (isDisabled && person.role === 'administrator') await staysLed(id);
        return people.change(id, { isDisabled });
      }),
    reset: async (by, id) => {
      await changeable(by, id);
      await people.dropPassword(id);
      await people.dropSecondFactors(id);
      await people.endSessionsOf(id);
      return { linkToken: await people.issueLink(id) };
    },
    signOutEverywhere: async (id) => {
      await known(id);
      await people.endSessionsOf(id);
    },
  };
}
