import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What can be measured of the server. Labels hold patterns and names, never ids or persons. */
export type Metrics = {
  answered(method: string, path: string, status: number, ms: number): void;
  decided(kind: string, command: string, status: number): void;
  /** How much the process still has to do, and since when, as the database says. */
  owing(open: number, oldestSeconds: number): void;
  text(): Promise<string>;
  contentType: string;
};

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took',
    labelNames: ['method', 'path', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  });
  const commands = new Counter({
    name: 'commands_total',
    help: 'Commands by their outcome',
    labelNames: ['kind', 'command', 'status'],
    registers,
  });
  const owed = new Gauge({ name: 'owed_open', help: 'Obligations not yet carried out', registers });
  const oldest = new Gauge({ name: 'owed_oldest_seconds', help: 'Age of the oldest of them', registers });
  return {
    answered: (method, path, status, ms) => requests.observe({ method, path, status }, ms / 1000),
    decided: (kind, command, status) => commands.inc({ kind, command, status }),
    owing: (open, oldestSeconds) => {
      owed.set(open);
      oldest.set(oldestSeconds);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
