import pino from "pino";

/** One JSON line an event on standard error; no personal data, ever. */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? "info", base: null },
  pino.destination({ dest: 2, sync: false }),
);
