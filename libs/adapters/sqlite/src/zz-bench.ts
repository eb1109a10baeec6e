import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALARM, type Replacement } from '@edict/runtime';
import { instant, plusMs } from '@edict/kernel';
import { MemoryViews, MemoryTimers, MemoryEventStore } from '@edict/adapter-memory';
import { SqliteViews } from './sqlite-views.ts';
import { SqliteTimers } from './sqlite-timers.ts';
const T0 = instant('2025-06-01T00:00Z');
const T = { name: 'task_inbox_v1', columns: Object.fromEntries(['directive','ref','clause','kind','unit','accountable','lead','state','dueAt','text'].map(c=>[c,'text' as const]).concat([['revision','integer' as const] as never,['level','integer' as const] as never])) as Record<string,'text'|'integer'>, indexes: [['unit','dueAt'],['directive','ref']] };
const uuid = () => crypto.randomUUID();
const row = (n: number) => ({ directive: 'directive-0f', ref: `5.b${n}`, clause: '5.b', kind: 'once', unit: `unit-${n%512}`, accountable: 'a', lead: 'l', state: 'assigned', dueAt: plusMs(T0, n*1000), text: 'Báo cáo kết quả thực hiện với Ban Thường vụ Tỉnh ủy trước ngày 25/6', revision: n, level: 0 });
const lease = { name: 'g', epoch: 1 };
const time = async (label: string, n: number, work: () => Promise<void>) => { const t = performance.now(); await work(); const ms = performance.now()-t; console.log(label.padEnd(60), `${ms.toFixed(1)} ms`, `${Math.round(n/ms*1000)}/s`, `${(ms/n).toFixed(4)} ms each`); };
const med = async (label: string, rounds: number, work: () => Promise<void>) => { const ts: number[] = []; for (let i=0;i<rounds;i++){ const t=performance.now(); await work(); ts.push(performance.now()-t);} ts.sort((a,b)=>a-b); console.log(label.padEnd(60), `p50 ${ts[rounds>>1]!.toFixed(3)} ms  max ${ts.at(-1)!.toFixed(3)}`); };
const dir = mkdtempSync(join(tmpdir(),'vb-'));
for (let round=0; round<3; round++) {
  const sq = SqliteViews.open(join(dir, `v${round}.db`)); await sq.prepare([T, ALARM]);
  const me = new MemoryViews(); await me.prepare([T, ALARM]);
  for (const [name, v] of [['sqlite', sq], ['memory', me]] as const) {
    const keys = Array.from({length: 5120}, uuid);
    await time(`${name} commit 1 row (insert)`, 5120, async () => { for (const [n,key] of keys.entries()) await v.commit(lease,{rows:[{table:T.name,key,rows:[row(n)]}]},`p${n}`); });
    await time(`${name} commit 1 row (replace)`, 5120, async () => { for (const [n,key] of keys.entries()) await v.commit(lease,{rows:[{table:T.name,key,rows:[row(n+1)]}]},`p${n}`); });
    await time(`${name} load+commit 1 row (projector)`, 5120, async () => { for (const [n,key] of keys.entries()) { await v.progress('g'); await v.load(T.name,[key]); await v.commit(lease,{rows:[{table:T.name,key,rows:[row(n+2)]}]},`p${n}`);} });
    await time(`${name} commit 512 rows (rows/s)`, 20*512, async () => { for (let b=0;b<20;b++) await v.commit(lease,{rows: Array.from({length:512},(_,n)=>({table:T.name,key:`${b}-${uuid()}`,rows:[row(n)]}))},'p'); });
    await time(`${name} catch-up: load 1000 + commit 1000 (rows/s)`, 20*1000, async () => { for (let b=0;b<20;b++) { const ks = Array.from({length:1000},uuid); await v.load(T.name, ks); await v.commit(lease,{rows: ks.map((key,n)=>({table:T.name,key,rows:[row(n)]}))},'p');} });
    await med(`${name} find unit ordered by dueAt limit 50`, 50, async () => { await v.find(T.name,{where:{unit:'unit-7'},orderBy:['dueAt'],limit:50}); });
    await med(`${name} load 512 keys`, 20, async () => { await v.load(T.name, keys.slice(0,512)); });
  }
  sq.close();
}
for (const N of [2000, 100_000]) for (const name of ['sqlite','memory'] as const) {
  const v = name==='sqlite' ? SqliteViews.open(join(dir,`a${N}.db`)) : new MemoryViews(); await v.prepare([ALARM]);
  const t = v instanceof SqliteViews ? new SqliteTimers(v) : new MemoryTimers(v);
  const put = (n: number, at: number): Replacement => ({table:'alarm', key:`task-${n}`, rows:[{key:`overdue/${n}`, at: plusMs(T0,at*1000), ring:'{"type":"CallTime","data":{"assignment":"x"}}'}]});
  await time(`${name} put ${N} alarms`, N, async () => { for (let b=0;b<N;b+=1000) await v.commit(lease,{rows: Array.from({length:1000},(_,n)=>put(b+n, (b+n)*7919%N))},'p'); });
  const at = (n:number)=>plusMs(T0,n*1000);
  await med(`${name} ${N}: due(none)`, 50, async () => { await t.due(plusMs(T0,-1),100); });
  await med(`${name} ${N}: due(100) of 1000 due`, 50, async () => { await t.due(at(1000),100); });
  await med(`${name} ${N}: due(100) of all due`, 50, async () => { await t.due(at(N),100); });
  await med(`${name} ${N}: due(1)`, 50, async () => { await t.due(at(N),1); });
  await time(`${name} ${N}: 500 x (due(1), replace its stream)`, 500, async () => { for (let i=0;i<500;i++) { const [a] = await t.due(at(N),1); await v.commit(lease,{rows:[put(Number(a!.stream.slice(5)), N+i)]},'p'); } });
  for (const D of [1000, 10_000, 99_000]) { if (D>=N) continue;
    const due = await t.due(at(3*N), Infinity);
    const s = performance.now(); for (const a of due.slice(0,D)) await t.defer(a.stream,a.key,at(5*N)); console.log('  defer each', ((performance.now()-s)/D).toFixed(4),'ms');
    await med(`${name} ${N}: due(100) of all due, ${D} first ones deferred`, 20, async () => { await t.due(at(2*N),100); });
  }
  if (v instanceof SqliteViews) v.close();
}
const store = new MemoryEventStore();
await time('memory store append', 100000, async () => { for (let n=0;n<100000;n++) await store.append(`s-${n%1000}`, Math.floor(n/1000)-1, [{id:`e${n}`,type:'H',data:{n},meta:{}}]); });
await time('memory store append to one stream', 50000, async () => { for (let n=0;n<50000;n++) await store.append(`one-1`, n-1, [{id:`x${n}`,type:'H',data:{n},meta:{}}]); });
await time('memory store follow', 150000, async () => { for await (const b of store.follow('', new AbortController().signal)) if (b.live) break; });
rmSync(dir,{recursive:true});
