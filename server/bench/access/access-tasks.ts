/** What the server with and without checks can be asked. */
export interface AccessTasks {
  port: () => number;
  /** Makes accounts that may moderate; the Cookie headers of their sessions. */
  cookies: (count: number) => Promise<readonly string[]>;
}
