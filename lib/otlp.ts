import { z } from "zod";

export type OtlpRecord = { at: Date; kind: string; text: string };

const TIMEOUT_MS = 10_000;
/** Severity "INFO" of OpenTelemetry's data model of logs. */
const INFO = 9;

const Answer = z.object({
  partialSuccess: z.object({ rejectedLogRecords: z.coerce.number().default(0) }).optional(),
});

/**
 * Reads `name=value,name=value`, as OTEL_EXPORTER_OTLP_HEADERS is written (values percent-encoded).
 * @throws Error when it is written otherwise
 */
export function parseOtlpHeaders(text: string): Record<string, string> {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = "", ...value] = pair.split("=");
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name.trim()) || value.length === 0)
        throw new Error("debe ser nombre=valor,nombre=valor");
      return [name.trim(), decodeURIComponent(value.join("=").trim())];
    }),
  );
}

/** The body of an export of logs in OTLP's JSON encoding (opentelemetry.proto.collector.logs.v1). */
function otlpBody(records: readonly OtlpRecord[]): string {
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  return JSON.stringify({
    resourceLogs: [
      {
        resource: { attributes: [attribute("service.name", "hanna")] },
        scopeLogs: [
          {
            scope: { name: "audit" },
            logRecords: records.map(({ at, kind, text }) => ({
              timeUnixNano: `${at.getTime()}000000`,
              severityNumber: INFO,
              severityText: "INFO",
              eventName: kind,
              body: { stringValue: text },
            })),
          },
        ],
      },
    ],
  });
}

/**
 * Exports the records over OTLP/HTTP. Answers how many the collector took and dropped: those must not be sent again, as
 * the protocol says.
 * @throws Error when it does not answer within 10 s, or answers another status than 2xx; code "OTLP_503" for a 503
 */
export async function exportOtlp(
  url: string,
  headers: Record<string, string>,
  records: readonly OtlpRecord[],
): Promise<number> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: otlpBody(records),
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await answer.text();
  if (!answer.ok) throw Object.assign(new Error("otlp"), { code: `OTLP_${answer.status}` });
  const parsed = Answer.safeParse(jsonOf(text));
  return parsed.success ? (parsed.data.partialSuccess?.rejectedLogRecords ?? 0) : 0;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
