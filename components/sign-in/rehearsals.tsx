'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { signInToRehearse } from '@/lib/browser/sign-in';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { Role } from '@/lib/domain/permission';

/** One click, one role: offered at the machine itself while the simulator runs. */
export function Rehearsals({
  roles,
  onDone,
}: {
  readonly roles: readonly Role[];
  readonly onDone: () => void;
}) {
  const t = useTranslations('signIn');
  const names = useTranslations('roles.names');
  const about = useTranslations('rights.about');
  const { isBusy, trouble, run } = useAttempt();
  return (
    <section aria-labelledby="rehearse" className="flex flex-col gap-2">
      <h2 id="rehearse" className="text-xl font-[620] tracking-[-0.015em]">
        {t('rehearse')}
      </h2>
      <p className="text-ink-2">{t('rehearseAbout')}</p>
      <TroubleLine trouble={trouble} />
      <ul className="-mx-2 flex flex-col">
        {roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              disabled={isBusy}
              aria-describedby={`rehearse-${role}`}
              aria-label={names(role)}
              onClick={() => {
                run(async () => {
                  await signInToRehearse(role);
                  onDone();
                });
              }}
              className="group flex w-full items-center gap-3 rounded-lg px-2 py-1.5 text-left hover:bg-raise disabled:opacity-50"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-[560]">{names(role)}</span>
                <span id={`rehearse-${role}`} className="block text-sm text-ink-3">
                  {about(role)}
                </span>
              </span>
              <ArrowRight
                aria-hidden
                size={15}
                className="shrink-0 text-ink-3 group-hover:text-ink"
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
