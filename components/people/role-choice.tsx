'use client';
import { useTranslations } from 'use-intl';
import { type Role, roles } from '@/lib/domain/permission';

/** The roles to choose from, each with what it may do. */
export function RoleChoice({
  value,
  onChange,
}: {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}) {
  const t = useTranslations('settings.people');
  const names = useTranslations('roles.names');
  const about = useTranslations('rights.about');
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="mb-1 text-sm font-medium text-ink-2">{t('role')}</legend>
      {roles.map((role) => (
        <label
          key={role}
          className="flex items-start gap-2.5 rounded-lg px-2 py-1.5 hover:bg-raise has-checked:bg-brand-soft has-focus-visible:outline-2 has-focus-visible:outline-brand"
        >
          <input
            type="radio"
            name="role"
            value={role}
            checked={role === value}
            aria-labelledby={`role-${role}`}
            aria-describedby={`role-${role}-about`}
            onChange={() => {
              onChange(role);
            }}
            className="mt-0.5 size-[15px] shrink-0 accent-brand outline-none"
          />
          <span className="min-w-0">
            <span id={`role-${role}`} className="block font-[560]">
              {names(role)}
            </span>
            <span id={`role-${role}-about`} className="block text-sm text-ink-2">
              {about(role)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
