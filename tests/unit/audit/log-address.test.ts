import { expect, test } from "vitest";
import { paramsOfLog, readLogFilter } from "@/app/admin/bitacora/log-address";

const read = (query: Readonly<Record<string, string>>) => readLogFilter((param) => query[param] ?? "");

test.each([
  ["2026-11-28", "2026-11-29", ["2026-11-28", "2026-11-29"]],
  ["2026-11-29", "2026-11-28", ["2026-11-28", "2026-11-29"]],
  ["2026-11-29", "", ["2026-11-29", "2026-11-29"]],
  ["", "2026-11-29", [null, "2026-11-29"]],
  ["2026-02-30", "x", [null, null]],
])("the days “%s” and “%s” of the log are %j, whichever was typed first", (fecha, hasta, days) => {
  const { from, to } = read({ fecha, hasta });
  expect([from, to]).toEqual(days);
});

test("the filters of the log come back as their address says them", () => {
  const filter = read({ fecha: "2026-11-29", hasta: "2026-11-01", accion: "order.used", persona: "Ana" });
  expect(read(paramsOfLog(filter))).toEqual(filter);
  expect(read({ accion: "toString" }).action).toBeNull();
});
