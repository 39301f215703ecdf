'use client';
import { Play, RotateCcw, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { RehearsalState } from '@/lib/contract/http';
import { PanelPart } from './panel-part';
import type { Steering } from './steering';

const speeds = ['0.5', '1', '2', '5', '10', '20'];
const stories = ['quiet', 'town-hall', 'support-floor'] as const;

type Scenario = RehearsalState['scenarios'][number];

/** A scenario in the reader's language; one that only the simulator knows keeps the simulator's words. */
function useStory(): (scenario: Scenario) => Pick<Scenario, 'title' | 'about'> {
  const t = useTranslations('rehearsal.scenario.stories');
  return (scenario) => {
    const name = stories.find((each) => each === scenario.name);
    if (name === undefined) return scenario;
    return { title: t(`${name}.title`), about: t(`${name}.about`) };
  };
}

/** Starts a scenario with a seed and at a speed, and stops it. */
export function ScenarioForm({
  state: { scenario, scenarios },
  isBusy,
  onSteer,
}: Steering & { readonly state: RehearsalState }) {
  const t = useTranslations('rehearsal.scenario');
  const storyOf = useStory();
  const first = scenarios.find(({ name }) => name === 'town-hall') ?? scenarios[0];
  const [name, setName] = useState(scenario?.name ?? first?.name ?? '');
  const [seed, setSeed] = useState(String(scenario?.seed ?? 1));
  const [speed, setSpeed] = useState(String(scenario?.speed ?? 1));
  const chosen = scenarios.find((one) => one.name === name);
  const running = scenarios.find((one) => one.name === scenario?.name);
  return (
    <PanelPart title={t('title')}>
      <p role="status" className="text-sm text-ink-2">
        {scenario === null
          ? t('none')
          : t('running', {
              title: running === undefined ? scenario.name : storyOf(running).title,
              seed: String(scenario.seed),
              speed: scenario.speed,
            })}
      </p>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onSteer({ action: 'startScenario', name, seed: Number(seed), speed: Number(speed) });
        }}
      >
        <SelectField
          label={t('choose')}
          value={name}
          options={scenarios.map((one) => ({ value: one.name, label: storyOf(one).title }))}
          onChange={setName}
        />
        {chosen !== undefined && <p className="text-xs text-ink-3">{storyOf(chosen).about}</p>}
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label={t('seed')}
            type="number"
            min={0}
            max={2 ** 31}
            step={1}
            required
            title={t('seedAbout')}
            value={seed}
            onChange={(event) => {
              setSeed(event.target.value);
            }}
          />
          <SelectField
            label={t('speed')}
            value={speed}
            options={[...new Set([...speeds, speed])].map((value) => ({
              value,
              label: t('times', { speed: Number(value) }),
            }))}
            onChange={setSpeed}
          />
        </div>
        <div className="flex gap-2">
          <Button
            type="submit"
            look="primary"
            disabled={isBusy || name === ''}
            icon={
              scenario === null ? (
                <Play aria-hidden size={14} />
              ) : (
                <RotateCcw aria-hidden size={14} />
              )
            }
          >
            {scenario === null ? t('start') : t('restart')}
          </Button>
          <Button
            icon={<Square aria-hidden size={14} />}
            disabled={isBusy || scenario === null}
            onClick={() => {
              onSteer({ action: 'stopScenario' });
            }}
          >
            {t('stop')}
          </Button>
        </div>
      </form>
    </PanelPart>
  );
}
