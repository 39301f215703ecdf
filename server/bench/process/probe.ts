import { serveTasks } from './tasks';

/** Loaded into the server under test ahead of itself: tells its processor time and memory. */
export function probe(): void {
  serveTasks({});
}
