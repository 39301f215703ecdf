import { PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { FormFields } from '@/components/forms/form-fields';
import { sentFields, textIn, troublesIn } from '@/components/forms/form-values';
import { showToast } from '@/components/ui/toast';
import { ProblemError, UnreachableError } from '@/lib/browser/request';
import { newCommandId, sendDial } from '@/lib/browser/send-command';
import { useTeller } from '@/lib/browser/teller';
import { usePreferences, useSetPreferences } from '@/lib/browser/use-preferences';
import { dialForm } from '@/lib/contract/forms/call-forms';
import { FormWindow } from './form-window';
import { useCallForm } from './use-call-form';

/** Calls somebody; the call shows in the list as soon as the carrier has taken it. */
export function DialDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('calls.dial');
  const teller = useTeller();
  const callerId = usePreferences((preferences) => preferences.callerId);
  const prefer = useSetPreferences();
  const form = useCallForm(dialForm, (values) => troublesIn(dialForm, values), onClose, {
    from: callerId,
  });
  const { values, troubles, told, isBusy, problem } = form;
  return (
    <FormWindow
      title={t('title')}
      sendLabel={t('send')}
      sendIcon={<PhoneOutgoing size={15} />}
      {...{ isBusy, problem, onClose }}
      onSubmit={() => {
        form.submit(async (tell) => {
          try {
            await sendDial(newCommandId(), sentFields(dialForm, values));
            prefer({ callerId: textIn(values, 'from') });
            showToast({ title: t('placed', { to: textIn(values, 'to') }) });
            return true;
          } catch (error) {
            if (error instanceof ProblemError) {
              if (!tell(error.problem)) teller.problem(error.problem);
            } else if (error instanceof UnreachableError) teller.unreachable();
            else throw error;
            return false;
          }
        });
      }}
    >
      <FormFields fields={dialForm} {...{ values, troubles, told }} onChange={form.change} />
    </FormWindow>
  );
}
