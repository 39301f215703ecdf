'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { TroubleLine } from '@/components/shell/trouble-line';
import { Button } from '@/components/ui/button';
import { ChoiceField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { showToast } from '@/components/ui/toast';
import { useAttempt } from '@/lib/browser/use-attempt';
import type { AnnouncementsView } from '@/lib/browser/use-announcements';
import { useVoices } from '@/lib/browser/use-voices';
import type { AnnouncementRow } from '@/lib/contract/announcement';
import { longestAnnouncementTitle } from '@/lib/contract/limits';
import {
  longestSpeech,
  type SpeechLanguage,
  speechLanguages,
  type SpeechTextType,
  speechTextTypes,
} from '@/lib/domain/speech';
import { useLanguageName } from './use-language-name';

const formId = 'announcement';

/** Asks what an announcement says, in which voice, and at which key; changes `row` where there is one. */
export function AnnouncementDialog({
  row,
  freeKeys,
  announcements,
  onClose,
}: {
  readonly row: AnnouncementRow | null;
  /** The keys it may take, its own included. */
  readonly freeKeys: readonly number[];
  readonly announcements: Pick<AnnouncementsView, 'save'>;
  readonly onClose: () => void;
}) {
  const t = useTranslations('settings.announcements.dialog');
  const common = useTranslations('common');
  const { isBusy, trouble, run } = useAttempt();
  const [key, setKey] = useState(String(row?.key ?? freeKeys[0] ?? 1));
  const [text, setText] = useState(row?.text ?? '');
  const [textType, setTextType] = useState<SpeechTextType>(row?.textType ?? 'text');
  const [language, setLanguage] = useState<SpeechLanguage | ''>(row?.language ?? '');
  const save = (field: (name: string) => string) => {
    run(async () => {
      const saved = await announcements.save(row?.id ?? null, {
        key: Number(key),
        title: field('title'),
        text,
        textType,
        voice: field('voice').trim(),
        language: language === '' ? null : language,
      });
      showToast({ title: t('done', { title: saved.title, key: saved.key }) });
      onClose();
    });
  };
  const count = t('count', { count: text.length, most: longestSpeech });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(row === null ? 'addTitle' : 'editTitle')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isBusy}>
            {isBusy ? common('busy') : t('save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={save}>
        <div className="grid grid-cols-[auto_1fr] gap-3">
          <SelectField
            label={t('key')}
            value={key}
            options={freeKeys.map((free) => ({ value: String(free), label: String(free) }))}
            onChange={setKey}
          />
          <TextField
            label={t('title')}
            name="title"
            defaultValue={row?.title}
            maxLength={longestAnnouncementTitle}
            autoComplete="off"
            required
          />
        </div>
        <TextArea
          label={t('text')}
          hint={textType === 'ssml' ? `${t('ssmlHint')} ${count}` : count}
          value={text}
          maxLength={longestSpeech}
          required
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <ChoiceField
          label={t('textType')}
          value={textType}
          choices={speechTextTypes.map((value) => ({ value, label: t(`textTypes.${value}`) }))}
          onChange={setTextType}
        />
        <LanguageAndVoice language={language} onLanguage={setLanguage} voice={row?.voice} />
        <TroubleLine trouble={trouble} />
      </Form>
    </Dialog>
  );
}

function LanguageAndVoice({
  language,
  onLanguage,
  voice,
}: {
  readonly language: SpeechLanguage | '';
  readonly onLanguage: (language: SpeechLanguage | '') => void;
  readonly voice: string | undefined;
}) {
  const t = useTranslations('settings.announcements.dialog');
  const id = useId();
  const languageName = useLanguageName();
  const voices = useVoices(language === '' ? null : language);
  return (
    <>
      <SelectField
        label={t('language')}
        value={language}
        options={[
          { value: '', label: t('anyLanguage') },
          ...speechLanguages.map((value) => ({ value, label: languageName(value) })),
        ]}
        onChange={onLanguage}
      />
      <TextField
        label={t('voice')}
        hint={t('voiceHint', { count: voices.length })}
        name="voice"
        list={`${id}-voices`}
        defaultValue={voice}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <datalist id={`${id}-voices`}>
        {voices.map(({ voice: value, name, gender }) => (
          <option key={value} value={value}>
            {gender === null ? name : `${name} · ${gender}`}
          </option>
        ))}
      </datalist>
    </>
  );
}
