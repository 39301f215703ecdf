import type { AccessNews } from '../hub';

/** Counts what the hub says of access. */
export class FakeAccess implements AccessNews {
  reloads = 0;
  losses = 0;

  reload = () => {
    this.reloads += 1;
  };
  lost = () => {
    this.losses += 1;
  };
}
