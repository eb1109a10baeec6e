import type { JSX } from 'react';

/** Whatever a document says, name by name, as deep as it goes. Nothing is left out, so that also what no page knows of can be read. */
export const Said = ({ value }: Readonly<{ value: unknown }>): JSX.Element => {
  if (value === null || value === undefined) return <>–</>;
  if (Array.isArray(value)) return <Several values={value as readonly unknown[]} />;
  if (typeof value !== 'object') return <>{String(value)}</>;
  return (
    <dl className="said">
      {Object.entries(value as Readonly<Record<string, unknown>>).map(([name, each]) => (
        <div key={name}>
          <dt className="mono">{name}</dt>
          <dd>
            <Said value={each} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

const Several = ({ values }: Readonly<{ values: readonly unknown[] }>): JSX.Element =>
  values.every((each) => typeof each !== 'object') ? (
    <>{values.length === 0 ? '–' : values.join(', ')}</>
  ) : (
    <ul className="said">
      {values.map((each, index) => (
        <li key={index}>
          <Said value={each} />
        </li>
      ))}
    </ul>
  );
