import type { AccessNews } from '../hub';

/** Counts what the hub says of access. */
export class FakeAccess implements AccessNews {
  reloads = 0;
  isSignedOut = false;

  reload = () => {
    this.reloads += 1;
  };
  signedOut = () => {
    this.isSignedOut = true;
  };
}
