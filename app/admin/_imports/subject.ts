import type { ImportSubject } from "@/db/contract/functions.generated";
import type { Messages } from "@/messages/es-CO";
import type { Permission } from "@/model/access";

type Place = { path: string; reads: Permission; writes: Permission };

/** Where files of each subject are brought, who may read of it, and who may bring one. */
export const importPlaces = {
  orders: { path: "/admin/ordenes/importar", reads: "import.read", writes: "order.import" },
  agreements: { path: "/admin/convenios/importar", reads: "agreement.read", writes: "agreement.manage" },
} as const satisfies Record<ImportSubject, Place>;

export type ImportWords = Messages["admin"]["imports"];

/** What the pages of a subject say. */
export function importWords({ admin }: Messages, subject: ImportSubject): ImportWords {
  return subject === "orders" ? admin.imports : { ...admin.imports, ...admin.agreements.imports };
}
