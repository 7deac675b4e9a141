/** One limit: `limit` misses of `key` within windows of `seconds`. Spent by db/functions/budget.sql. */
export type Budget = {
  scope: string;
  key: string;
  limit: number;
  seconds: number;
  /** Waits on the way to the limit, each longer: after so many misses in the window, so many seconds. */
  pauses?: readonly { at: number; seconds: number }[];
  /** The provider whose miss it is: this budget makes nobody wait, at its limit the caja is told. */
  watch?: string;
};
