'use client';
import { CircleUserRound, LogOut, UserRoundCog } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem } from '@/components/ui/menu';
import { signOut } from '@/lib/browser/sign-in';
import { useTeller } from '@/lib/browser/teller';
import { useMe } from '@/lib/browser/use-may';

/** Who is signed in and as what; leads to their account, and out. */
export function PersonMenu() {
  const t = useTranslations('shell.person');
  const roles = useTranslations('roles.names');
  const { name, role } = useMe();
  const router = useRouter();
  const teller = useTeller();
  const leave = () => {
    signOut().then(
      () => {
        window.location.assign('/sign-in');
      },
      () => {
        teller.unreachable();
      },
    );
  };
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('label', { name, role: roles(role) })}
          className="flex min-h-[30px] min-w-0 items-center gap-[7px] rounded-lg px-2 py-1 text-left hover:bg-raise aria-expanded:bg-raise md:-mx-2"
        >
          <CircleUserRound aria-hidden size={16} className="shrink-0" />
          <span className="flex min-w-0 flex-col leading-tight max-md:sr-only">
            <span className="truncate font-medium text-ink">{name}</span>
            <span className="text-xs">{roles(role)}</span>
          </span>
        </button>
      }
    >
      <MenuItem
        icon={<UserRoundCog aria-hidden size={15} />}
        onSelect={() => {
          router.push('/settings/account');
        }}
      >
        {t('account')}
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden size={15} />} onSelect={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
