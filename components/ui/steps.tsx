import type { ReactNode } from "react";

const list = "mb-4 max-w-[34em] pl-[1.3rem] marker:font-bold marker:text-ink-soft *:mb-2";

/** List of numbered steps, or of points. */
export function Steps({ ordered = false, children }: { ordered?: boolean; children: ReactNode }) {
  return ordered ? (
    <ol className={`${list} list-decimal`}>{children}</ol>
  ) : (
    <ul className={`${list} list-disc`}>{children}</ul>
  );
}
