'use client';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import {
  anchorSites,
  applicationLimits as limits,
  dtmfTypes,
  subdomainCallers,
  subdomainPattern,
  webhookVersions,
} from '@/lib/contract/application';
import type {
  ApplicationField,
  ApplicationForm,
  SwitchField,
  WrittenField,
} from './application-form';

interface FieldProps {
  readonly form: ApplicationForm;
  /** The fields that stand in the form otherwise than at the carrier. */
  readonly proposed: readonly ApplicationField[];
  /** The fields that the server refused. */
  readonly wrong: readonly ApplicationField[];
  readonly onChange: (part: Partial<ApplicationForm>) => void;
}

/** Everything that can be set of an application (DOMAIN §1.6), by what it is about. */
export function ApplicationFields({
  webhookUrl,
  ...props
}: FieldProps & { readonly webhookUrl: string | null }) {
  const t = useTranslations('settings.carrier.dialog');
  const { form, onChange } = props;
  return (
    <>
      <Written {...props} field="name" maxLength={limits.longestName} required />
      <Group title={t('groups.webhooks')}>
        <Written {...props} field="webhookUrl" type="url" required />
        {webhookUrl !== null && form.webhookUrl.trim() !== webhookUrl && (
          <Button
            size="sm"
            className="self-start"
            onClick={() => {
              onChange({ webhookUrl });
            }}
          >
            {t('useOurs')}
          </Button>
        )}
        <Written {...props} field="failoverUrl" type="url" />
        <Chosen {...props} field="apiVersion" values={webhookVersions} />
        <Written
          {...props}
          field="webhookTimeoutSecs"
          {...numeric}
          min={limits.webhookTimeoutSecs.least}
          max={limits.webhookTimeoutSecs.most}
        />
        <Switched {...props} field="callCostInWebhooks" />
      </Group>
      <Group title={t('groups.calls')}>
        <Switched {...props} field="isActive" />
        <Switched {...props} field="firstCommandTimeout" />
        <Written
          {...props}
          field="firstCommandTimeoutSecs"
          {...numeric}
          min={limits.firstCommandTimeoutSecs.least}
          required
        />
        <Chosen {...props} field="anchorSite" values={anchorSites} />
        <Chosen {...props} field="dtmfType" values={dtmfTypes} />
        <Switched {...props} field="redactDtmf" />
      </Group>
      <Group title={t('groups.inbound')}>
        <Written {...props} field="inboundChannelLimit" {...numeric} min={limits.channels.least} />
        <Switched {...props} field="shakenStir" />
        <Written {...props} field="sipSubdomain" pattern={subdomainPattern} />
        <Chosen {...props} field="sipSubdomainCallers" values={subdomainCallers} />
      </Group>
      <Group title={t('groups.outbound')}>
        <Written {...props} field="outboundChannelLimit" {...numeric} min={limits.channels.least} />
        <Written {...props} field="voiceProfileId" inputMode="numeric" pattern="\d{1,30}" />
      </Group>
    </>
  );
}

const numeric = { type: 'number', inputMode: 'numeric', step: 1 } as const;

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="flex flex-col gap-3 border-t border-line-soft pt-3"
    >
      <h3 id={id} className="font-[620]">
        {title}
      </h3>
      {children}
    </div>
  );
}

function Written({
  field,
  form,
  proposed,
  wrong,
  onChange,
  ...rest
}: FieldProps & { readonly field: WrittenField } & Omit<
    ComponentProps<typeof TextField>,
    'label' | 'form' | 'onChange'
  >) {
  const about = useAbout(field, proposed, wrong);
  return (
    <TextField
      {...rest}
      {...about}
      name={field}
      value={form[field]}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        onChange({ [field]: event.target.value });
      }}
    />
  );
}

function Chosen({
  field,
  values,
  form,
  proposed,
  wrong,
  onChange,
}: FieldProps & {
  readonly field: 'apiVersion' | 'anchorSite' | 'dtmfType' | 'sipSubdomainCallers';
  readonly values: readonly string[];
}) {
  const t = useTranslations('settings.carrier.dialog.values');
  const about = useAbout(field, proposed, wrong);
  const worded: Readonly<Record<string, string>> = {
    '1': t('version1'),
    '2': t('version2'),
    Latency: t('nearest'),
    from_anyone: t('anyone'),
    only_my_connections: t('ownConnections'),
  };
  // What the carrier has may be newer than our list.
  const all = [...new Set([...values, form[field]])];
  return (
    <SelectField
      {...about}
      value={form[field]}
      options={all.map((value) => ({ value, label: worded[value] ?? value }))}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
}

function Switched({
  field,
  form,
  proposed,
  wrong,
  onChange,
}: FieldProps & { readonly field: SwitchField }) {
  return (
    <CheckField
      {...useAbout(field, proposed, wrong)}
      isChecked={form[field]}
      onChange={(isChecked) => {
        onChange({ [field]: isChecked });
      }}
    />
  );
}

function useAbout(
  field: ApplicationField,
  proposed: readonly ApplicationField[],
  wrong: readonly ApplicationField[],
) {
  const t = useTranslations('settings.carrier.dialog');
  const help = t(`fields.${field}.help`);
  return {
    label: t(`fields.${field}.label`),
    hint: proposed.includes(field) ? `${t('changed')} ${help}` : help,
    ...(wrong.includes(field) && { error: t(`fields.${field}.wrong`) }),
  };
}
