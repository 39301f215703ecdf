/** The states of a recording that is on its way into the archive. */
export const underWay = ['waiting', 'archiving', 'retrying'] as const;

/** Whether a recording in this state is on its way there. */
export function isUnderWay(state: string): boolean {
  return (underWay as readonly string[]).includes(state);
}
