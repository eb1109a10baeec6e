import { context, propagation, ROOT_CONTEXT, trace, type Context, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

let isOn = false;
/** Asked where something is built: what is not traced does not pay for it. */
export const isTracing = (): boolean => isOn;

/** Who sends the traces: the name of the service, unless OTEL_SERVICE_NAME gives another, and the role of the process. */
const resourceOf = (role: string) =>
  resourceFromAttributes({ 'service.name': process.env['OTEL_SERVICE_NAME'] ?? 'edict', 'edict.role': role });

/**
 * Sends what is traced to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names (OTLP over HTTP, JSON); the other variables of OpenTelemetry for that
 * exporter hold as well. Returns what sends the last of it and ends. What is built before is not traced.
 */
export const startTracing = (role: string): (() => Promise<void>) => {
  const provider = new NodeTracerProvider({
    resource: resourceOf(role),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  isOn = true;
  return async () => {
    isOn = false;
    await provider.shutdown();
    for (const each of [trace, context, propagation]) each.disable();
  };
};

export const tracer = (): Tracer => trace.getTracer('edict');

/** As the header of that name has it (W3C Trace Context); `undefined` where nothing is traced. */
export const currentTraceparent = (): string | undefined => {
  if (!isOn) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
};

/** Where something goes on that began in another process, or long ago. */
export const contextOf = (traceparent: string | undefined): Context =>
  traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
