import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { connect } from "@/db/connection";
import { isDatabaseDown } from "@/db/connection";
import { confirmUploaded, uploadTable } from "@/domain/import/upload";
import { authorize, type Grant } from "@/model/access";
import { orderColumns } from "@/model/order-field";
import { Refusal } from "@/model/refusal";

type Owner = ReturnType<typeof connect>;
type WithOwner = <T>(work: (owner: Owner) => Promise<T>) => Promise<T>;

/** Lines of a file: so many that a worker can be killed in the middle of it. */
const LINES = 4_000;
const LOOK_MS = 250;
/** After the last kill: three leases and the time for one file. */
const SETTLE_MS = 120_000;
const client = { ip: "127.0.0.1" };

type SentFile = { prefix: string; run: string };
export type FilesVerdict = { finished: number; abandoned: number; faults: Record<string, number> };

/** Uploads order files one after the other to the server's import worker, until it is stopped. */
export function importFiles(withOwner: WithOwner): { stop(): Promise<FilesVerdict> } {
  const sent: SentFile[] = [];
  let stopped = false;
  const importing = (async () => {
    const grant = await withOwner(importer);
    for (let at = 0; !stopped; at++) {
      const prefix = `F${Date.now() % 100_000_000}N${at}N`;
      const run = await untilUp(() =>
        uploadTable(grant, "orders", { name: "ordenes.csv", content: new Blob([fileOf(prefix)]) }, client),
      );
      sent.push({ prefix, run });
      await through(withOwner, grant, run, () => stopped);
    }
    return grant;
  })();
  importing.catch(() => {}); // its error is thrown by stop()
  return {
    stop: async () => {
      stopped = true;
      const grant = await importing;
      const end = Date.now() + SETTLE_MS;
      for (const { run } of sent) await through(withOwner, grant, run, () => Date.now() > end);
      return withOwner((owner) => judge(owner, sent));
    },
  };
}

/** Confirms an import run after its preview, and waits until it has ended. */
async function through(
  withOwner: WithOwner,
  grant: Grant<"order.import">,
  run: string,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const state = await withOwner((owner) => stateOf(owner, run));
    if (state === "finished" || state === "failed") return;
    if (state === "previewed")
      await untilUp(() => confirmUploaded(grant, { run, applyChanges: false }, client)).catch(
        (error: unknown) => {
          // The run was confirmed and only the answer was lost.
          if (!(error instanceof Refusal)) throw error;
        },
      );
    await pause(LOOK_MS);
  }
}

async function untilUp<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      await pause(LOOK_MS);
    }
  }
}

async function stateOf(owner: Owner, run: string): Promise<string> {
  const [row] = await owner<{ state: string }[]>`select state from import_run where id = ${run}`;
  return row?.state ?? "";
}

/** Checks that the orders of a finished file exist once, and those of a file given up at most once. */
async function judge(owner: Owner, sent: readonly SentFile[]): Promise<FilesVerdict> {
  const verdict = { finished: 0, abandoned: 0, lost: 0, double: 0, stuck: 0 };
  for (const { prefix, run } of sent) {
    const [row] = await owner<{ state: string; failure: string | null; inserted: number }[]>`
      select state, failure, inserted from import_run where id = ${run}`;
    const [stored] = await owner<{ all: number; different: number }[]>`
      select count(*)::int as all, count(distinct number)::int as different from "order" where number like ${`${prefix}%`}`;
    const { all = 0, different = 0 } = stored ?? {};
    verdict.double += all - different;
    if (row?.state === "finished") {
      verdict.finished += 1;
      verdict.lost += Math.abs(LINES - all) + Math.abs(LINES - row.inserted);
    } else if (row?.state === "failed" && row.failure === "gave_up") verdict.abandoned += 1;
    else verdict.stuck += 1;
  }
  return {
    finished: verdict.finished,
    abandoned: verdict.abandoned,
    faults: {
      "órdenes de archivos que faltan o sobran": verdict.lost,
      "órdenes de archivos dos veces": verdict.double,
      "archivos que no terminaron": verdict.stuck,
    },
  };
}

function fileOf(prefix: string): string {
  const today = new Date();
  const day = (from: number) => {
    const [year, month, date] = new Date(today.getTime() + from * 86_400_000)
      .toISOString()
      .slice(0, 10)
      .split("-");
    return `${date}/${month}/${year}`;
  };
  const row = (at: number): Partial<Record<string, string>> => ({
    TIPODCTO: "AS",
    NRODCTO: `${prefix}${String(at).padStart(5, "0")}`,
    TIPO_ID: "CC",
    NIT: String(1_043_000_000 + at),
    NOMBRE: "Ana Ñúñez",
    FECHA: day(-5),
    VENCE: day(20),
    VALOR: "135000",
    CONCEPTO: "Calzado",
    SEDE: "CAC Prado",
    ESTADO: "VIGENTE",
  });
  const lines = Array.from({ length: LINES }, (_, at) => {
    const cells = row(at);
    return orderColumns.map((column) => cells[column] ?? "").join(";");
  });
  return `${[orderColumns.join(";"), ...lines].join("\r\n")}\r\n`;
}

async function importer(owner: Owner): Promise<Grant<"order.import">> {
  const email = `${randomUUID()}@caos.example`;
  const [person] = await owner<{ id: string }[]>`
    insert into person (email, name, caja_role) values (${email}, 'Funcionaria', 'officer') returning id`;
  const actor = {
    kind: "caja",
    role: "officer",
    personId: person?.id ?? "",
    name: "Funcionaria",
    email,
  } as const;
  return authorize({ ...actor, sessionId: randomUUID() }, "order.import");
}
