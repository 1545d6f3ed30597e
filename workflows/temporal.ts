import { Client, Connection } from '@temporalio/client';
import type { Environment } from '../config/environment.ts';

/** A client of the Temporal server. Connects when first used, so that a process starts though Temporal is away. */
export function openTemporal(environment: Environment): { client: Client; close(): Promise<void> } {
  const address = environment.temporalAddress ?? `127.0.0.1:${environment.temporalPort}`;
  // No retries of its own: relay and reconciliation try again, and a retry that outlives its closed connection would end the process.
  const connection = Connection.lazy({ address, interceptors: [] });
  return { client: new Client({ connection, namespace: environment.temporalNamespace }), close: () => connection.close() };
}

/** Task queues: the core worker's, and the render worker's with its warm browser. */
export const coreQueue = (environment: Environment): string => environment.taskQueue;
export const renderQueue = (environment: Environment): string => `${environment.taskQueue}-render`;
