/** What a page has measured of itself, in milliseconds by its own clock. */
export type Observed = Readonly<{ rows: number[]; filters: number[]; echoes: number[]; long: number[] }>;

/** Runs in the page before anything else. A moment counts once its frame has been made. */
export const OBSERVE = `
globalThis.observed = { rows: [], filters: [], echoes: [], long: [] };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) observed.long.push(duration);
}).observe({ type: 'longtask', buffered: true });
const whenever = (holds, told) => {
  const look = () => (holds() ? requestAnimationFrame(() => told(performance.now())) : requestAnimationFrame(look));
  look();
};
const rowsOf = () => [...document.querySelectorAll('.row')];
whenever(() => rowsOf().length > 0, (at) => {
  observed.rows.push(at);
  console.info('rows');
});
globalThis.look = (wanted) => {
  const field = document.querySelector('.filter');
  field.addEventListener('input', () => {
    const from = performance.now();
    const fits = (row) => row.textContent.toLowerCase().includes(wanted);
    whenever(() => rowsOf().every(fits), (at) => observed.filters.push(at - from));
  }, { once: true });
};
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'a') return;
  const from = performance.now();
  const isHere = () => document.querySelector('.life .here')?.textContent.includes('acknowledged');
  whenever(isHere, (at) => observed.echoes.push(at - from));
}, true);
`;
