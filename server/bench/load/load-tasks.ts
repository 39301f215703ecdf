import type { Step } from '@/server/bench/traffic/floor';
import type { Gathering } from '@/server/bench/traffic/names';
import type { TrafficKind } from '@/server/bench/traffic/traffic';
import type { Board } from './board';
import type { Framing } from './listener';

/** What the sockets heard since they were opened or since `forget`. */
export interface Heard {
  readonly events: number;
  readonly bytes: number;
  /** From sent to heard, in milliseconds, over all sockets; NaN when nothing was timed. */
  readonly p50: number;
  readonly p99: number;
}

/** How long things took since the last lap, in milliseconds from sent to heard. */
export interface Lap {
  /** An event in its stream, over all sockets that watch it. */
  readonly event: { readonly p50: number; readonly p99: number };
  /** A queue's row that takes an entry or an exit in, at the first socket. */
  readonly row: { readonly p50: number; readonly p99: number };
}

/** A frame as the first socket heard it: when, from its first frame on, and the message's text. */
export interface HeardFrame {
  readonly atMs: number;
  readonly text: string;
}

/** What the load process does. It sends and listens, so both ends of a latency are on one clock. */
export interface LoadTasks {
  /** Writes and signs requests; they wait until they are delivered. Answers how many. */
  prepare: (input: {
    kind: TrafficKind;
    gatherings: readonly Gathering[];
    count: number;
    privatePem: string;
  }) => number;
  /** Writes and signs what the steps are told by; answers how many. */
  prepareSteps: (input: { steps: readonly Step[]; privatePem: string }) => number;
  /** Writes commands to the first of the conferences, by these sessions in turn; they wait as well. */
  command: (input: { path: string; cookies: readonly string[]; count: number }) => void;
  /** Delivers what is prepared, saturated, to every port in turn or only one; answers seconds. */
  saturate: (input: { port: number; connections: number }) => Promise<number>;
  /** Delivers what is prepared at a steady rate; answers seconds. */
  steady: (input: { port: number; perSecond: number }) => Promise<number>;
  /** Opens sockets, each on the next of the topics. */
  listen: (input: {
    port: number;
    framing: Framing;
    topics: readonly string[];
    sockets: number;
  }) => Promise<void>;
  /** Opens sockets, each on its topics. */
  listenToMany: (input: {
    port: number;
    framing: Framing;
    sockets: readonly (readonly string[])[];
  }) => Promise<void>;
  /** Waits until that many events were heard, or rejects after the time. */
  hearing: (input: { events: number; withinMs: number }) => Promise<Heard>;
  heard: () => Heard;
  /** How long it took since the last lap, or since `forget`; the next lap begins. */
  lap: () => Lap;
  /** The queues as the first socket's answers and frames tell them, folded as a browser folds them. */
  board: () => Board;
  /** The frames of the first socket since `forget`. */
  frames: () => readonly HeardFrame[];
  forget: () => void;
  hangUp: () => void;
}
