'use client';
import { LockKeyhole } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { linkLook } from '@/components/ui/link-look';
import { useMay, useMe } from '@/lib/browser/use-may';
import type { Permission } from '@/lib/domain/permission';
import { LaterWords } from './later-words';

/** A page for whoever has the permission, and for everybody else the sentence that says what is missing. */
export function RequirePermission({
  permission,
  children,
}: {
  readonly permission: Permission;
  readonly children: ReactNode;
}) {
  return useMay(permission) ? children : <NotAllowed permission={permission} />;
}

/** Says which permission is missing, and who can give it. */
export function NotAllowed({ permission }: { readonly permission: Permission }) {
  return (
    <LaterWords>
      <Missing permission={permission} />
    </LaterWords>
  );
}

function Missing({ permission }: { readonly permission: Permission }) {
  const t = useTranslations('rights.missing');
  const permissions = useTranslations('rights.permissions');
  const roles = useTranslations('roles.names');
  const { role } = useMe();
  return (
    <EmptyState
      icon={<LockKeyhole size={20} />}
      isPage
      title={t('title')}
      action={
        <Link href="/conferences" className={linkLook}>
          {t('back')}
        </Link>
      }
    >
      {t.rich('detail', {
        what: permissions(permission),
        role: roles(role),
        permission,
        code: (words) => <code className="font-mono text-sm">{words}</code>,
      })}
    </EmptyState>
  );
}
