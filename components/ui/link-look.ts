/** A link that looks like a button with words on it. */
export const linkLook =
  'inline-flex h-[30px] items-center gap-[7px] rounded-lg border border-line bg-panel px-[11px] font-[530] hover:bg-raise';
