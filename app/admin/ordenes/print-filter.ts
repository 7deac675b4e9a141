import { PrintFilterInput } from "@/domain/print/schema";
import type { PrintFilter } from "@/model/order-list";

/** Names of the filter in the address and in the form. */
const printParams = {
  kindCode: "tipo",
  office: "sede",
  also: "cuales",
  from: "origen",
  whose: "quien",
  day: "dia",
} as const satisfies Readonly<Record<keyof PrintFilter, string>>;

/** The filter of an address or a form; anything invalid is ignored. */
export function readPrintFilter(value: (param: string) => unknown): PrintFilter {
  return PrintFilterInput.parse(
    Object.fromEntries(Object.entries(printParams).map(([name, param]) => [name, value(param)])),
  );
}

/** The filter as fields of a form, or as query parameters. */
export function printParamsOf(filter: Partial<PrintFilter>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [printParams[name as keyof PrintFilter], value]),
  );
}

export const PRINT_PATH = "/admin/ordenes/imprimir";
/** What one issued today and has not printed yet. */
export const mineOfToday: PrintFilter = {
  kindCode: "",
  office: "",
  also: "",
  from: "",
  whose: "mine",
  day: "today",
};
