import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useMemo, useState, type JSX, type ReactNode } from 'react';

import type { EventLine } from '../../api/tasks.ts';
import { useConsole } from '../../console.tsx';
import { withoutMoment } from '../../frame/band.tsx';
import { useKeys } from '../../frame/keys.ts';
import { dayAndMonth, moment as written, time } from '../../i18n/times.ts';
import { Icon } from '../../icons.tsx';
import { useMoment } from '../../parts/moment.ts';
import { useClock } from '../../parts/now.ts';
import { Say, useSay } from '../../parts/say.tsx';
import { knownBy, momentsOf, scaleOf, shareOf, spanOf, stepBack, stepForth, type Span } from './moments.ts';
import { useNow } from '../../parts/now.ts';

type Lines = Readonly<{ lines: readonly EventLine[] }>;

/** Goes through what was recorded: by hand, by key from event to event, or back to now. */
export const TimeMachine = ({ lines }: Lines): JSX.Element => {
  const moments = useMemo(() => momentsOf(lines), [lines]);
  const { at, go } = useTravel();
  const { language } = useConsole().preferences;
  const back = stepBack(moments, at);
  const steps = {
    back: () => (back === undefined ? undefined : go(back)),
    forth: () => go(stepForth(moments, at)),
  };
  useKeys({ ',': steps.back, '.': steps.forth });
  return (
    <section className="card machine">
      <div className="line">
        <h2>
          <Say id={at === null ? 'time.now' : 'time.past'} />
        </h2>
        {at === null ? null : <b className="field stamp">{written(language, at)}</b>}
        <span className="dim" role="status">
          <Say id="audit.eventOf" known={knownBy(lines, at)} all={lines.length} />
        </span>
        <span className="sp" />
        <Steps {...steps} isFirst={back === undefined} isLast={at === null} />
      </div>
      <Slider moments={moments} at={at} onGo={go} />
    </section>
  );
};

/** The moment stands in the address, so the whole page follows it. */
const useTravel = (): Readonly<{ at: string | null; go(at: string | null): void }> => {
  const at = useMoment();
  const navigate = useNavigate();
  const go = (to: string | null) =>
    void navigate({
      to: '.',
      search: to === null ? withoutMoment : (before: object) => ({ ...before, at: to }),
      replace: true,
    });
  return { at, go };
};

type StepsProps = Readonly<{ back(): void; forth(): void; isFirst: boolean; isLast: boolean }>;

const Steps = ({ back, forth, isFirst, isLast }: StepsProps): JSX.Element => {
  const say = useSay();
  return (
    <span className="line">
      <span className="dim small only-l">
        <Say id="audit.step" />
      </span>
      <Step words={say('audit.back')} isAtEnd={isFirst} go={back}>
        <Icon name="left" />
        <kbd>,</kbd>
      </Step>
      <Step words={say('audit.forth')} isAtEnd={isLast} go={forth}>
        <kbd>.</kbd>
        <Icon name="right" />
      </Step>
    </span>
  );
};

type StepProps = Readonly<{ words: string; isAtEnd: boolean; go(): void; children: ReactNode }>;

const Step = ({ words, isAtEnd, go, children }: StepProps): JSX.Element => (
  <button className="btn" type="button" aria-label={words} aria-disabled={isAtEnd || undefined} onClick={go}>
    {children}
  </button>
);

/** So long the hand rests before the page goes along. */
const SETTLED_MS = 120;
const STEPS: Readonly<Record<string, 'back' | 'forth'>> = {
  ArrowLeft: 'back',
  ArrowDown: 'back',
  ArrowRight: 'forth',
  ArrowUp: 'forth',
};

type SliderProps = Readonly<{ moments: readonly string[]; at: string | null; onGo(at: string | null): void }>;

/** A mark for each moment. Arrows go from event to event: a step of a minute would be nothing, and of a day too much. */
const Slider = (props: SliderProps): JSX.Element => {
  const { moments, at, onGo } = props;
  const say = useSay();
  const { language } = useConsole().preferences;
  const span = spanOf(moments, useClock());
  const [held, hold] = useHeld(props, span);
  const value = held ?? (at === null ? span.to : Date.parse(at));
  const shown = value >= span.to ? say('time.now') : written(language, new Date(value).toISOString());
  return (
    <div className="slide">
      <div className="way" aria-hidden="true">
        <i style={{ width: `${shareOf(span, value)}%` }} />
        {moments.map((each) => (
          <u
            key={each}
            className={Date.parse(each) > value ? 'later' : undefined}
            style={{ left: `${shareOf(span, Date.parse(each))}%` }}
          />
        ))}
      </div>
      <input
        type="range"
        aria-label={say('time.past')}
        aria-valuetext={shown}
        min={span.from}
        max={span.to}
        value={value}
        onChange={({ target }) => hold(target.valueAsNumber)}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const to = step === 'back' ? stepBack(moments, at) : stepForth(moments, at);
          if (to !== undefined) onGo(to);
        }}
      />
      <Scale span={span} />
    </div>
  );
};

/** Where the hand is, until the address has come after it. */
const useHeld = ({ at, onGo }: SliderProps, { to }: Span) => {
  const [held, setHeld] = useState<Readonly<{ value: number; from: string | null }>>();
  const settle = useEffectEvent((value: number) => onGo(value >= to ? null : new Date(value).toISOString()));
  useEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(() => settle(held.value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const hold = (value: number) => setHeld({ value, from: at });
  return [held?.from === at ? held.value : undefined, hold] as const;
};

const PARTS = 4;
const DAY_MS = 86_400_000;

/** Days, where the parts are that long, and times of the day within fewer. */
const Scale = ({ span }: Readonly<{ span: Span }>): JSX.Element => {
  const { language } = useConsole().preferences;
  const now = useNow();
  const isLong = span.to - span.from > PARTS * DAY_MS;
  const name = (at: number) => (isLong ? dayAndMonth(language, new Date(at), now) : time(language, new Date(at)));
  return (
    <div className="scale dim small" aria-hidden="true">
      {scaleOf(span, PARTS).map((at, n) => (
        <span key={at}>{n === PARTS ? <Say id="time.now" /> : name(at)}</span>
      ))}
    </div>
  );
};
