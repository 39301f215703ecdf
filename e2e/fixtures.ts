import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test';
import type { Role } from '@/lib/domain/permission';
import { Desk } from './pages/desk';
import { ConferencesPage } from './pages/conferences-page';
import type { Carrier } from './stage/carrier';
import { type Complaints, newComplaints } from './stage/complaints';
import { type House, openHouse } from './stage/house';
import type { Meeting } from './stage/meeting';
import { type Rostrum, type RostrumSettings, startRostrum } from './stage/rostrum';

interface JourneyFixtures {
  /** As whom the browser is signed in to the house; null for nobody. */
  readonly role: Role | null;
  /** A page that complains of something fails its journey, unless the journey expects it. */
  readonly complaints: Complaints;
  /** People call the carrier and meet; the meeting ends with the journey. */
  readonly opens: (name: string, people: readonly string[]) => Promise<Meeting>;
  /** The conferences of the house, in a browser of one's own. */
  readonly conferences: ConferencesPage;
  /** A conference of the house, in a browser of one's own. */
  readonly desk: Desk;
  /** One more browser, in which nobody is signed in. */
  readonly anotherPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** One more browser, of somebody else. */
  readonly anotherDesk: (options?: BrowserContextOptions, as?: Role) => Promise<Desk>;
  /** A Rostrum and a carrier for this journey alone: what is done to them harms no other. */
  readonly ownHouse: (apiKey?: string, settings?: RostrumSettings) => Promise<House>;
  /** A Rostrum with a simulator of its own, as a newcomer starts it. */
  readonly ownRostrum: (settings: RostrumSettings) => Promise<Rostrum>;
}

interface SharedFixtures {
  /** The Rostrum and the carrier that the journeys share, a conference for each. */
  readonly house: House;
  readonly carrier: Carrier;
  readonly rostrum: Rostrum;
}

/** A journey: what somebody does and sees, against the production build. */
export const test = base.extend<JourneyFixtures, SharedFixtures>({
  house: [
    async ({}, provide) => {
      const house = await openHouse();
      await provide(house);
      await house.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  carrier: [({ house }, provide) => provide(house.carrier), { scope: 'worker' }],
  rostrum: [({ house }, provide) => provide(house.rostrum), { scope: 'worker' }],
  complaints: [
    async ({ rostrum }, provide) => {
      const complaints = newComplaints();
      const before = rostrum.complaints();
      await provide(complaints);
      expect(complaints.unexpected(), 'what pages complained of').toEqual([]);
      expect(rostrum.complaints(), 'what the server complained of').toBe(before);
    },
    { auto: true },
  ],
  role: ['moderator', { option: true }],
  context: async ({ context, complaints, role, rostrum }, provide) => {
    complaints.hear(context);
    if (role !== null) await rostrum.letsIn(context, role);
    await provide(context);
  },
  opens: async ({ carrier }, provide) => {
    const meetings: Meeting[] = [];
    await provide(async (name, people) => {
      const meeting = await carrier.opens(name, people);
      meetings.push(meeting);
      return meeting;
    });
    await carrier.isWell();
    for (const meeting of meetings) await meeting.isEndedElsewhere().catch(() => undefined);
  },
  conferences: async ({ page, rostrum }, provide) => {
    await provide(new ConferencesPage(page, rostrum.url));
  },
  desk: async ({ page, rostrum }, provide) => {
    await provide(new Desk(page, rostrum.url));
  },
  anotherPage: async ({ browser, complaints }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      complaints.hear(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  anotherDesk: async ({ browser, complaints, rostrum, role }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options, as) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      complaints.hear(context);
      const who = as ?? role;
      if (who !== null) await rostrum.letsIn(context, who);
      return new Desk(await context.newPage(), rostrum.url);
    });
    for (const context of contexts) await context.close();
  },
  // Made before and so closed after the pages, which would complain of a server that is gone.
  ownHouse: [
    async ({}, provide) => {
      const houses: House[] = [];
      await provide(async (apiKey, settings) => {
        const house = await openHouse(apiKey, settings);
        houses.push(house);
        return house;
      });
      for (const house of houses) await house.close();
      for (const { rostrum } of houses) expect(rostrum.complaints()).toBe('');
    },
    { auto: true },
  ],
  ownRostrum: [
    async ({}, provide) => {
      const started: Rostrum[] = [];
      await provide(async (settings) => {
        const rostrum = await startRostrum(settings);
        started.push(rostrum);
        return rostrum;
      });
      for (const rostrum of started) await rostrum.close();
      for (const rostrum of started) expect(rostrum.complaints()).toBe('');
    },
    { auto: true },
  ],
});

export { expect };
