'use client';
import { Check, Copy } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';

/** The address of the webhook door as this browser reaches it, to copy into the carrier's portal. */
export function WebhookAddress() {
  const t = useTranslations('conferences.empty');
  const [isCopied, setIsCopied] = useState(false);
  const origin = useSyncExternalStore(neverChanges, originHere, noOrigin);
  const address = `${origin}/api/webhooks/telnyx`;
  return (
    <span className="flex max-w-full items-center gap-1 rounded-lg border border-line bg-panel py-0.5 pr-0.5 pl-2.5">
      <code className="truncate font-mono text-sm">{address}</code>
      <IconButton
        look="ghost"
        label={isCopied ? t('copied') : t('copy')}
        icon={isCopied ? <Check size={14} /> : <Copy size={14} />}
        onClick={() => {
          void navigator.clipboard.writeText(address).then(() => {
            setIsCopied(true);
          });
        }}
      />
    </span>
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
function originHere(): string {
  return window.location.origin;
}
function noOrigin(): string {
  return '';
}
