import type { Health, SubscriberHealth } from '@edict/engine';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import type { Installation } from '../installation.ts';

/** From a quick read to a request that waited for the disk, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const POSITION = /^\d{16}$/;

/**
 * What Prometheus asks for. How the log is followed is looked up when it asks; requests are counted as they are answered, by the act that
 * their route is for and by nothing that says what they are about.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #installation: Installation;
  readonly #requests: Histogram<'act' | 'status'>;
  readonly #gauges: Gauges;

  constructor(installation: Installation) {
    this.#installation = installation;
    const registers = [this.#registry];
    this.#requests = new Histogram({
      ...{ name: 'edict_http_request_duration_seconds', help: 'Requests answered, by act and status', registers },
      ...{ labelNames: ['act', 'status'], buckets: BUCKETS },
    });
    this.#gauges = gaugesIn(this.#registry);
    collectDefaultMetrics({ register: this.#registry });
  }

  /** The text that the exposition format of Prometheus asks for. */
  async text(): Promise<string> {
    tell(this.#gauges, await this.#installation.engine.health(), Date.now());
    return this.#registry.metrics();
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', ({ routeOptions }, { statusCode, elapsedTime }, done) => {
      const { act = 'none' } = routeOptions.config;
      this.#requests.observe({ act, status: String(statusCode) }, elapsedTime / 1000);
      done();
    });
  }
}

const gaugesIn = (registry: Registry) => {
  const gauge = <L extends string>(name: string, help: string, ...labelNames: readonly L[]): Gauge<L> =>
    new Gauge({ name: `edict_${name}`, help, labelNames, registers: [registry] });
  return {
    head: gauge('log_events', 'Events in the log, where the store counts them'),
    lag: gauge(
      'subscriber_lag_events',
      'Events that it has still to handle, where the store counts them',
      'subscriber',
    ),
    behind: gauge('subscriber_behind', '1: short of the same place for longer than half a minute', 'subscriber'),
    failing: gauge('subscriber_failing', '1: it fails, and tries again', 'subscriber'),
    parked: gauge('parked_streams', 'Streams that wait for an operator', 'subscriber'),
    failedRings: gauge('failed_rings', 'Alarms of the last sweep that could not be rung'),
    lateness: gauge('alarm_lateness_seconds', 'For how long the oldest alarm has been due that was not rung'),
    concern: gauge('concern', '1: a person should look at it', 'concern'),
    skew: gauge('clock_ahead_seconds', 'By how much another clock is ahead of the one here', 'clock'),
  };
};
type Gauges = ReturnType<typeof gaugesIn>;

/** What there is no more of is no more told. */
const tell = (gauges: Gauges, health: Health, now: number): void => {
  for (const gauge of Object.values(gauges)) gauge.reset();
  const { head, subscribers, failedRings, lateSince, concerns, skews } = health;
  if (isCounted(head)) gauges.head.set(Number(head));
  for (const subscriber of subscribers) tellOf(gauges, subscriber, head);
  gauges.failedRings.set(failedRings);
  gauges.lateness.set(lateSince === null ? 0 : (now - Date.parse(lateSince)) / 1000);
  for (const concern of concerns) gauges.concern.set({ concern }, 1);
  for (const { name: clock, aheadMs } of skews) gauges.skew.set({ clock }, aheadMs / 1000);
};

const tellOf = (gauges: Gauges, { name, reached, parked, failing, behind }: SubscriberHealth, head: string): void => {
  const subscriber = { subscriber: name };
  if (isCounted(head) && isCounted(reached)) gauges.lag.set(subscriber, Number(head) - Number(reached));
  gauges.behind.set(subscriber, Number(behind));
  gauges.failing.set(subscriber, Number(failing !== null));
  gauges.parked.set(subscriber, parked.length);
};

/** `''` is before the first event. Of a store that does not count, the difference of two positions says nothing. */
const isCounted = (position: string): boolean => position === '' || POSITION.test(position);
