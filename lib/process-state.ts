// One state a process, also when the bundler loads this module more than once.
const shared = globalThis as typeof globalThis & { hannaProcess?: { stopping: boolean; leads: boolean } };

function state() {
  shared.hannaProcess ??= { stopping: false, leads: false };
  return shared.hannaProcess;
}

/** Marks that the process is stopping and starts nothing new. */
export const isShuttingDown = (): boolean => state().stopping;

export function beginShutdown(): void {
  state().stopping = true;
}

/** Of all processes that serve one database, this one sends e-mails, forgets and starts imports. */
export const isLeader = (): boolean => state().leads && !state().stopping;

export function setLeader(leads: boolean): void {
  state().leads = leads;
}
