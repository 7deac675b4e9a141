/** Limits of an upload in the browser; the command line has no limit of lines. */
export const LARGEST_UPLOAD_BYTES = 40_000_000;
export const MOST_UPLOADED_LINES = 200_000;

/** Duration of a worker's lease, which is longer than a batch takes. */
export const WORKER_LEASE_SECONDS = 20;
