/** One limit: `limit` misses of `key` within windows of `seconds`. Spent by db/functions/budget.sql. */
export type Budget = {
  scope: string;
  key: string;
  limit: number;
  seconds: number;
  /** Growing waits before the limit: after so many misses in the window, so many seconds. */
  pauses?: readonly { at: number; seconds: number }[];
  /** The provider that made the miss. This budget blocks nobody; at its limit the caja gets an alert. */
  watch?: string;
  /** Whether the alert names the number of the order that was asked for, if there is one; the key is a digest. */
  named?: true;
};
