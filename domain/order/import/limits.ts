/** What the screen takes; the command line has no limit of lines. */
export const LARGEST_UPLOAD_BYTES = 40_000_000;
export const MOST_UPLOADED_LINES = 200_000;
