import type { ParticipantAnswer, RehearsalAction, RehearsalState } from '@/lib/contract/http';
import type { ConferenceRow, DeliveryRow, Page, Verdict } from '@/lib/contract/rows';
import type { ConferenceCommand } from '@/lib/domain/conference/command';
import type { Conference } from '@/lib/domain/conference/conference';
import type { CreationCommand } from '@/lib/domain/creation/command';
import type { Creation } from '@/lib/domain/creation/creation';
import type { Actor } from '@/lib/domain/event';
import type { CallControlId, CommandId, ConferenceId } from '@/lib/domain/ids';
import type { Activity } from './activity/create-activity';
import type { AlertServices } from './alert/ports';
import type { WallboardServices } from './wallboard/ports';
import type { Announcements } from './announcements/create-announcements';
import type { Applications } from './application/create-applications';
import type { Challenged } from './auth/challenges';
import type { FirstAccount } from './auth/first-account';
import type { ManagePeople } from './auth/manage-people';
import type { People } from './auth/ports';
import type { Sessions } from './auth/sessions';
import type { CallServices } from './call/ports';
import type { WriteLimits } from './http/limit-writes';
import type { SignInDoor } from './http/sign-in-door';
import type { ReceiveDelivery } from './ingest/receive-delivery';
import type { CommandOrigin, LoggedEvent } from './log/ports';
import type { CommandOutcome } from './log/run-command';
import type { MediaLibrary } from './media/create-media-library';
import type { Supervisions } from './supervision/ports';
import type { QueueServices } from './queue/ports';
import type { StreamView } from './log/log';
import type { InboundRuleService } from './inbound/open-inbound';
import type { RecordingServices } from './recording/recording-services';
import type { RelayService } from './relay/open-relay';

/** What the routes may ask about signing in. */
export interface SignInServices {
  /** Answers below /api/auth. */
  readonly door: SignInDoor;
  readonly sessions: Sessions;
  readonly challenged: Challenged;
  readonly people: People;
  readonly manage: ManagePeople;
  readonly first: FirstAccount;
  /** Whether accounts for rehearsing are offered, to whoever is at this machine. */
  readonly isSimulator: boolean;
  /** What the single sign-on provider is called; null without one. */
  readonly providerName: string | null;
}

/** What the routes may ask of the server. */
export interface Services {
  readonly receiveDelivery: ReceiveDelivery;
  readonly signIn: SignInServices;
  readonly conferences: {
    live(): readonly ConferenceRow[];
    ended(page: {
      q?: string | undefined;
      cursor?: string | undefined;
      limit: number;
    }): Promise<Page<ConferenceRow>>;
    read(id: ConferenceId): Promise<StreamView<Conference> | null>;
    /** What the carrier says of one participant now; null where it knows nobody of that leg. */
    participant(id: ConferenceId, leg: CallControlId): Promise<ParticipantAnswer | null>;
    events(
      id: ConferenceId,
      range: {
        after?: number | undefined;
        before?: number | undefined;
        limit: number;
        types?: readonly string[] | undefined;
      },
    ): Promise<readonly LoggedEvent[]>;
    run(
      id: ConferenceId,
      request: {
        commandId: CommandId;
        command: ConferenceCommand;
        actor: Actor;
        origin: CommandOrigin;
      },
    ): Promise<CommandOutcome | null>;
    create(request: {
      commandId: CommandId;
      command: CreationCommand;
      actor: Actor;
      origin: CommandOrigin;
    }): Promise<CommandOutcome>;
    creation(id: CommandId): Promise<StreamView<Creation> | null>;
  };
  readonly calls: CallServices;
  readonly queues: QueueServices;
  readonly activity: Activity;
  readonly media: MediaLibrary;
  readonly announcements: Announcements;
  readonly relay: RelayService;
  readonly inboundRules: InboundRuleService;
  readonly recordings: RecordingServices;
  readonly applications: Applications;
  readonly supervisions: Supervisions;
  readonly alerts: AlertServices;
  readonly wallboards: WallboardServices;
  readonly deliveries: {
    list(page: {
      verdict?: Verdict | undefined;
      application?: 'ours' | 'other' | undefined;
      type?: string | undefined;
      cursor?: string | undefined;
      limit: number;
    }): Promise<Page<DeliveryRow>>;
  };
  /** Null when there is a real carrier. */
  readonly rehearsal: {
    state(): Promise<RehearsalState>;
    act(action: RehearsalAction): Promise<RehearsalState>;
  } | null;
  readonly health: {
    /** Throws what is not ready. */
    ready(): Promise<void>;
    /** Prometheus text, or null when no token is configured or this is not it. */
    metrics(token: string | null): Promise<string | null>;
  };
  readonly isSameOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  readonly limitWrites: WriteLimits;
  /** Our clock, in microseconds. */
  readonly now: () => number;
  readonly logFailure: (requestId: string, error: unknown) => void;
}

// Next bundles pages, routes and the custom server apart: only a global is the same in all three.
const key = Symbol.for('rostrum.services');
interface Holder {
  [key]?: Services;
}

/** Hands the services over to the routes; called once, by `main.ts`. */
export function provideServices(services: Services): void {
  (globalThis as Holder)[key] = services;
}

/** The services, in a route. */
export function getServices(): Services {
  const services = (globalThis as Holder)[key];
  if (services === undefined) throw new Error('Start Rostrum with its own server: npm start');
  return services;
}
