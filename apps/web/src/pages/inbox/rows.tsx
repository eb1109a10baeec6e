import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type JSX, type MouseEvent } from 'react';

import type { Task } from '../../api/tasks.ts';
import { Mark } from '../../icons.tsx';
import { ClassWord } from '../../parts/class-tag.tsx';
import { Due } from '../../parts/due.tsx';
import { Explained } from '../../parts/explained.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Say, useSay } from '../../parts/say.tsx';
import { groupRule, type Group, type Line } from './order.ts';
import { useSteady } from './steady.ts';

const ROW = 66;
const HEADING = 30;
const BEYOND = 4;

type RowsProps = Readonly<{ lines: readonly Line[]; asked: string; open: string | undefined }>;

/** Only what can be seen is in the page, however long the list. */
export const Rows = ({ lines, asked, open }: RowsProps): JSX.Element => {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ('task' in lines[index]! ? ROW : HEADING),
    getItemKey: (index) => keyOf(lines[index]!),
    overscan: BEYOND,
    initialRect: { width: innerWidth, height: innerHeight },
  });
  const keys = useMemo(() => lines.map(keyOf), [lines]);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (open === undefined || open === shown.current || !keys.includes(open)) return;
    shown.current = open; // once: it may come to stand elsewhere while the reader is
    rows.scrollToIndex(keys.indexOf(open), { align: 'auto' });
  }, [open, keys, rows]);
  const steady = useSteady({ keys, asked, open, scroller, rows });
  return (
    <div className="rows" ref={scroller}>
      <ul {...steady} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => (
          <li key={key} data-index={index} ref={rows.measureElement} style={{ transform: `translateY(${start}px)` }}>
            <LineOf line={lines[index]!} open={open} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const keyOf = (line: Line): string => ('task' in line ? line.task.id : line.group);

const LineOf = ({ line, open }: Readonly<{ line: Line; open: string | undefined }>): JSX.Element =>
  'task' in line ? (
    <Row task={line.task} isOpen={line.task.id === open} />
  ) : (
    <h2 className="grp">
      {line.group === 'standing' ? (
        <span className="cls none">
          <Mark name="standing" />
          <Say id="inbox.standingGroup" />
        </span>
      ) : (
        <ClassWord deadlineClass={line.group} />
      )}
      <Count group={line.group} count={line.count} />
    </h2>
  );

/** Those that it counts stand under it. */
const Count = ({ group, count }: Readonly<{ group: Group; count: number }>): JSX.Element => {
  const say = useSay();
  return (
    <Explained
      className="n"
      label={`${say(group === 'standing' ? 'inbox.standingGroup' : `class.${group}`)}: ${count}`}
      why={({ Reason }) => (
        <Reason
          title={count}
          rule={
            <>
              <Say id={groupRule(group)} /> <Say id="reason.inbox.group" />
            </>
          }
          view="task"
        />
      )}
    >
      {count}
    </Explained>
  );
};

/** Its state and its date explain themselves where it opens: ten thousand rows need no popover of their own. A plain link: a dozen of the router's own take longer than all else in the list. */
const Row = ({ task, isOpen }: Readonly<{ task: Task; isOpen: boolean }>): JSX.Element => (
  <a className="row" {...useOpening(task.id)} aria-current={isOpen ? 'true' : undefined}>
    <span className="ttl">
      <Prose text={task.statement} />
    </span>
    <Due task={task} />
    <span className="meta">
      <span className="mono">{task.ref}</span>
      <span>·</span>
      <Say id={`state.${task.state}`} />
      {task.urgent ? (
        <>
          <span>·</span>
          <span className="urgent">
            <Mark name="urgent" />
            <Say id="task.urgent" />
          </span>
        </>
      ) : null}
    </span>
  </a>
);

/** Opens beside the list; with a key held down the browser does what it does with any link. */
const useOpening = (id: string) => {
  const navigate = useNavigate();
  const { stringifySearch } = useRouter().options;
  const search = useSearch({ from: '/inbox' });
  const onClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void navigate({ to: '/inbox', search: (before) => ({ ...before, task: id }) });
  };
  return { href: `/inbox${stringifySearch({ ...search, task: id })}`, onClick };
};
