import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Problem } from '@/lib/contract/problem';

/** A window with a form and what sends it. */
export function FormWindow({
  title,
  description,
  sendLabel,
  sendIcon,
  isBusy,
  problem,
  onClose,
  onSubmit,
  children,
}: {
  readonly title: string;
  readonly description?: string;
  readonly sendLabel: string;
  readonly sendIcon?: ReactNode;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}) {
  const common = useTranslations('common');
  const formId = useId();
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      {...(description === undefined ? {} : { description })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" icon={sendIcon} disabled={isBusy}>
            {isBusy ? common('busy') : sendLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <TroubleLine trouble={problem} />
      </form>
    </Dialog>
  );
}
