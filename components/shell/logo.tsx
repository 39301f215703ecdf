import { Mic } from 'lucide-react';

/** Rostrum's mark. */
export function Logo() {
  return (
    <span
      aria-hidden
      className="grid size-[22px] shrink-0 place-items-center rounded-[7px] bg-[linear-gradient(135deg,#6474f5,#2fb596)] text-on-person"
    >
      <Mic size={13} />
    </span>
  );
}
