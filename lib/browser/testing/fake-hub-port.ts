import type { WatchAnswer } from '@/lib/contract/hub';
import type { HubListener, HubPort } from '../hub-port';

/** A question a page has asked a `FakeHubPort`, to be answered or left. */
export interface Question {
  readonly topic: string;
  readonly after: number | undefined;
  answer: (answer: WatchAnswer) => Promise<void>;
  timeOut: () => Promise<void>;
}

/** A hub under a test's thumb: it remembers what it was asked and says what it is told to. */
export class FakeHubPort implements HubPort {
  readonly questions: Question[] = [];
  readonly unwatched: string[] = [];
  reconnections = 0;
  isClosed = false;
  private listener: HubListener | null = null;
  private isUp = false;

  /** What the page is told; throws before it has opened the hub. */
  get says(): HubListener {
    if (this.listener === null) throw new Error('The hub is not open');
    return this.listener;
  }
  /** The last question asked. */
  get lastQuestion(): Question {
    const question = this.questions.at(-1);
    if (question === undefined) throw new Error('Nothing was asked');
    return question;
  }

  open = (listener: HubListener) => {
    this.listener = listener;
  };
  isConnected = () => this.isUp;
  watch = (topic: string, { after }: { after?: number }) =>
    new Promise<WatchAnswer>((resolve, reject) => {
      this.questions.push({
        topic,
        after,
        answer: (answer) => {
          resolve(answer);
          return settled();
        },
        timeOut: () => {
          reject(new Error('operation has timed out'));
          return settled();
        },
      });
    });
  unwatch = (topic: string) => {
    this.unwatched.push(topic);
  };
  reconnect = () => {
    this.reconnections += 1;
    this.disconnects();
    this.connects();
  };
  close = () => {
    this.isClosed = true;
  };

  connects() {
    this.isUp = true;
    this.says.connected();
  }
  disconnects() {
    if (!this.isUp) return;
    this.isUp = false;
    this.says.disconnected();
  }
}

// Two turns: one for the answer to arrive, one for what follows from it.
async function settled() {
  await Promise.resolve();
  await Promise.resolve();
}
