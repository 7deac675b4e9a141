/**
 * The postmasters that this process launched, by process id, with the folder that each was launched for. They do not
 * end with the process by themselves, so that Ctrl-C ends the server before its database; a test run takes them along
 * (world-readable-folder.ts).
 */
export const launchedPostmasters = new Map<number, { folder: string; outside: string | null }>();
