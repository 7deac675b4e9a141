import type { AuditLine } from "@/db/queries/audit";
import type { Messages } from "@/messages/es-CO";
import { currentDetail } from "./older-detail";

/** The reason that was given, in full; under it, closed, every fact as it was kept. */
export function LineData({ line, t }: { line: AuditLine; t: Messages["admin"]["audit"] }) {
  const detail = currentDetail(line);
  const facts = Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`);
  // A code has no space in it; what a person wrote has.
  const reason = typeof detail.reason === "string" && detail.reason.includes(" ") ? detail.reason : null;
  return (
    <>
      {reason ? <span className="block">{reason}</span> : null}
      <details className="text-hint text-ink-soft print:[&:not([open])]:hidden">
        <summary className="inline-flex min-h-11 cursor-pointer items-center">
          {t.data} <span className="sr-only">{`${t.number} ${line.seq}`}</span>
        </summary>
        <span className="wrap-anywhere">
          {[
            ...facts,
            `${t.subjectIs}: ${line.subjectKind} ${line.subjectId}`,
            `${t.channel}: ${line.channel}`,
            ...(line.ip ? [`${t.address}: ${line.ip}`] : []),
            `${t.number} ${line.seq}`,
          ].join(" · ")}
        </span>
      </details>
    </>
  );
}
