import type { JSX } from 'react';

/** Line drawings on a grid of 16: named by what they stand for. */
const ICONS = {
  inbox: 'M2.5 9.5 4 3.5h8l1.5 6v3h-11zM2.5 9.5h3l1 1.5h3l1-1.5h3',
  directives: 'M4 2h5.5L12.5 5v9H4zM9.3 2v3.2h3.2M6 8h4.5M6 10.5h4.5',
  forms: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 6.3V13',
  units: 'M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5',
  matters: 'M2.5 3h11v8H8l-3 2.5V11H2.5zM5.3 6h5.4M5.3 8.3h3.2',
  recommend: 'M8 13.5v-9M4.5 8 8 4.5 11.5 8M3 2.5h10',
  onePage: 'M3 2h10v12H3zM5.5 5h5M5.5 11h2M9 11h1.5M5.5 8h5',
  rehearsal: 'M13.5 8a5.5 5.5 0 1 1-2-4.2M13.5 2v2.5H11M8 5v3l2 1.3',
  audit: 'M8 1.8 13 3.5v4c0 3.2-2.2 5.5-5 6.7-2.8-1.2-5-3.5-5-6.7v-4zM5.8 8l1.6 1.6 3-3.2',
  rules: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  operations: 'M2 8h2.5l1.5-4 3 8 1.5-4H14',
  accounts: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.6-2.5 2.6-3.5 5-3.5s4.4 1 5 3.5',
  own: 'M5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3M3.5 7.5h9v6h-9zM8 9.8v1.6',
  search: 'M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM10 10l3.5 3.5',
  down: 'M4.5 6.5l3.5 3.5 3.5-3.5',
  download: 'M8 2.5v7M5 7l3 3 3-3M3 11.5v2h10v-2',
  right: 'M6.5 4.5l3.5 3.5-3.5 3.5',
  left: 'M9.5 4.5l-3.5 3.5 3.5 3.5',
  clock: 'M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM8 5v3.2l2 1.3',
  help: 'M13.8 8a5.8 5.8 0 1 1-11.6 0 5.8 5.8 0 0 1 11.6 0zM6.3 6.3c.2-2.3 3.5-2.1 3.5 0 0 1.4-1.7 1.3-1.7 2.7M8.1 11.2v.1',
  moon: 'M13 9.3A5.3 5.3 0 1 1 6.7 3 4.3 4.3 0 0 0 13 9.3z',
  more: 'M3 8h.1M8 8h.1M13 8h.1',
  close: 'M4 4l8 8M12 4l-8 8',
  leave: 'M6.5 2.5h-4v11h4M9.5 5l3 3-3 3M12.5 8h-7',
  plus: 'M8 3v10M3 8h10',
  play: 'M5 3.5v9l7-4.5z',
  step: 'M4 3.5v9l6-4.5zM12 3.5v9',
  reset: 'M12 3.5v9l-6-4.5zM4 3.5v9',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
} as const;

export type IconName = keyof typeof ICONS;

export const Icon = ({ name }: Readonly<{ name: IconName }>): JSX.Element => (
  <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
    <path d={ICONS[name]} />
  </svg>
);

/** Marks stand beside a word, so that no meaning hangs on colour alone. On a grid of 12. */
const MARKS = {
  overdue: (
    <>
      <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="currentColor" />
      <path d="M6 3.4v3.2M6 8.2v.6" stroke="var(--surface)" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  dueSoon: (
    <>
      <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  inTime: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  none: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />,
  doneInTime: <Line d="m1.8 6.5 2.9 2.9 5.5-6.6" />,
  doneLate: <Line d="m1.8 5 2.9 2.9 5.5-6.6M2 10.8h8" />,
  standing: <path d="M1.5 4.2h9M1.5 7.8h9" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />,
  until: <Line d="M1.5 6h6M5.3 3.6 7.7 6 5.3 8.4M10 2.5v7" />,
  periodic: <Line d="M9.9 6a4 4 0 1 1-1.3-2.9M9.9 1.6v2h-2" />,
  urgent: <Line d="m2.5 6 3.5-3.5L9.5 6M2.5 10 6 6.5 9.5 10" />,
  finding: <Line d="M3 11V1.5h6.5L7.8 4l1.7 2.5H3" />,
} as const;

export type MarkName = keyof typeof MARKS;

export const Mark = ({ name }: Readonly<{ name: MarkName }>): JSX.Element => (
  <svg className="m" viewBox="0 0 12 12" aria-hidden="true">
    {MARKS[name]}
  </svg>
);

function Line({ d }: Readonly<{ d: string }>): JSX.Element {
  return (
    <path d={d} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
  );
}

export const Brand = (): JSX.Element => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <rect x=".75" y=".75" width="18.5" height="18.5" rx="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M5.5 6h9M5.5 10h6M5.5 14h2.5" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
    <circle cx="13.6" cy="13.6" r="1.7" fill="var(--accent)" />
  </svg>
);
