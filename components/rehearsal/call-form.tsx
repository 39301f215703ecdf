'use client';
import { PhoneIncoming } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { PanelPart } from './panel-part';
import type { Steering } from './steering';

const number = String.raw`\+[1-9]\d{6,14}`;

/** Lets somebody call in. */
export function CallForm({ isBusy, onSteer }: Steering) {
  const t = useTranslations('rehearsal.call');
  const [from, setFrom] = useState('+13125550177');
  const [to, setTo] = useState('+13125550100');
  const [callerName, setCallerName] = useState('');
  return (
    <PanelPart title={t('title')}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const name = callerName.trim();
          onSteer({ action: 'placeCall', from, to, ...(name !== '' && { callerName: name }) });
        }}
      >
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={t('from')}
            type="tel"
            required
            pattern={number}
            title={t('format')}
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
            }}
          />
          <TextField
            label={t('to')}
            type="tel"
            required
            pattern={number}
            title={t('format')}
            value={to}
            onChange={(event) => {
              setTo(event.target.value);
            }}
          />
        </div>
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <TextField
              label={t('name')}
              maxLength={80}
              value={callerName}
              onChange={(event) => {
                setCallerName(event.target.value);
              }}
            />
          </div>
          <Button type="submit" disabled={isBusy} icon={<PhoneIncoming aria-hidden size={14} />}>
            {t('place')}
          </Button>
        </div>
      </form>
    </PanelPart>
  );
}
