import { ChevronRight } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FormField } from '@/lib/contract/forms/field';
import type { Choosable, ControlProps } from './control-props';
import { FieldControl } from './field-control';
import { type FormTroubles, type FormValues, isAsked } from './form-values';
import { SoundControl, type SoundNeed } from './sound-control';

interface FormFieldsProps {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  readonly troubles: FormTroubles;
  /** What the server found wrong, in its own words, by the names of the fields. */
  readonly told?: Readonly<Record<string, string>>;
  readonly people?: readonly Choosable[];
  /** Fields of this form that are drawn otherwise than their kind is. */
  readonly controls?: Readonly<Record<string, ComponentType<ControlProps>>>;
  /** What becomes of those of its sounds that nobody chooses; the usual one is heard if left out. */
  readonly sound?: SoundNeed;
  readonly onChange: (values: FormValues) => void;
}

/** The fields of any command's form, as its table tells them; what is seldom wanted is folded away. */
export function FormFields(props: FormFieldsProps) {
  const { values, troubles, told = {} } = props;
  const fields = props.fields.filter((field) => isAsked(field, values));
  const folded = fields.filter(({ isMore }) => isMore);
  return (
    <div className="flex flex-col gap-3.5">
      {drawn(
        fields.filter(({ isMore }) => !isMore),
        props,
      )}
      {folded.length > 0 && (
        <Folded
          isTouched={folded.some((field) => isTouched(field, values))}
          isWrong={folded.some(({ name }) => name in troubles || name in told)}
        >
          {drawn(folded, props)}
        </Folded>
      )}
    </div>
  );
}

/** What is seldom wanted; open where something of it was filled in, or is wrong. */
function Folded({
  isTouched: wasTouched,
  isWrong,
  children,
}: {
  readonly isTouched: boolean;
  readonly isWrong: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations('forms');
  const [isOpen, setOpen] = useState(wasTouched);
  return (
    <details
      open={isOpen || isWrong}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
      className="group rounded-lg border border-line-soft"
    >
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-lg px-3 py-2 font-[530] text-ink-2 hover:bg-raise">
        <ChevronRight
          aria-hidden
          size={14}
          className="transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        {t('more')}
      </summary>
      <div className="flex flex-col gap-3.5 px-3 pt-1 pb-3">{children}</div>
    </details>
  );
}

function isTouched({ name, preset }: FormField, values: FormValues): boolean {
  const value = values[name];
  return typeof value === 'string' && value !== (preset === null ? '' : String(preset));
}

function drawn(fields: readonly FormField[], props: FormFieldsProps): ReactNode {
  const { values, troubles, told = {}, people = [], controls = {}, onChange } = props;
  return fields.map((field, at) => {
    const next = fields[at + 1];
    const previous = fields[at - 1];
    // A link and a file stand for one sound, of which one is given.
    if (field.kind === 'media' && previous?.kind === 'link') return null;
    const change = (changed: FormValues) => {
      onChange({ ...values, ...changed });
    };
    if (field.kind === 'link' && next?.kind === 'media') {
      return (
        <SoundControl
          key={field.name}
          link={field}
          media={next}
          need={props.sound ?? 'usual'}
          {...{ values, troubles, told }}
          onChange={change}
        />
      );
    }
    return (
      <FieldControl
        key={field.name}
        field={field}
        value={values[field.name] ?? ''}
        trouble={troubles[field.name]}
        told={told[field.name]}
        control={controls[field.name]}
        {...{ values, people }}
        onChange={change}
      />
    );
  });
}
