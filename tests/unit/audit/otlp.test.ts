import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { exportOtlp, parseOtlpHeaders } from "@/lib/otlp";

let server: ReturnType<typeof createServer> | undefined;
afterEach(() => server?.close());

/** A collector that answers this, and what it got. */
async function collector(status: number, answer: string, headers: Record<string, string> = {}) {
  const got: { url: string | undefined; token: string | undefined; body: unknown }[] = [];
  server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      got.push({ url: request.url, token: request.headers.authorization, body: JSON.parse(text) });
      response.writeHead(status, headers).end(answer);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs`, got };
}

const record = { at: new Date("2026-11-29T15:00:00.123Z"), kind: "use.paid", text: '{"seq":7}' };

test("records are exported as OTLP's JSON says, with the headers that are set", async () => {
  const { url, got } = await collector(200, "{}");
  expect(await exportOtlp(url, parseOtlpHeaders("authorization=Bearer%20x%3Dy"), [record])).toBe(0);
  expect(got).toEqual([
    {
      url: "/v1/logs",
      token: "Bearer x=y",
      body: {
        resourceLogs: [
          {
            resource: { attributes: [{ key: "service.name", value: { stringValue: "hanna" } }] },
            scopeLogs: [
              {
                scope: { name: "audit" },
                logRecords: [
                  {
                    timeUnixNano: "1795964400123000000",
                    severityNumber: 9,
                    severityText: "INFO",
                    eventName: "use.paid",
                    body: { stringValue: '{"seq":7}' },
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ]);
});

test("any status of 2xx is taken, with or without a body, and what was dropped is told", async () => {
  const taken: [number, string, number][] = [
    [204, "", 0],
    [202, "gracias", 0],
    [200, '{"partialSuccess":{}}', 0],
    [200, '{"partialSuccess":{"rejectedLogRecords":"3","errorMessage":"x"}}', 3],
  ];
  for (const [status, body, dropped] of taken) {
    const { url } = await collector(status, body);
    expect(await exportOtlp(url, {}, [record]), `${status} ${body}`).toBe(dropped);
    server?.close();
  }
});

test("another status and a redirection are errors, so that the records are sent again", async () => {
  for (const status of [400, 401, 429, 500, 503]) {
    const { url } = await collector(status, "no");
    await expect(exportOtlp(url, {}, [record])).rejects.toMatchObject({ code: `OTLP_${status}` });
    server?.close();
  }
  const { url } = await collector(307, "", { location: "http://127.0.0.1:1/" });
  await expect(exportOtlp(url, {}, [record])).rejects.toThrow();
});

test("headers are written as OpenTelemetry has them, and nothing else is one", () => {
  expect(parseOtlpHeaders(" a=1, b = 2%2C3 ,")).toEqual({ a: "1", b: "2,3" });
  for (const wrong of ["a", "=1", "a b=1"]) expect(() => parseOtlpHeaders(wrong), wrong).toThrow();
});
