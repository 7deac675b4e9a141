import { randomUUID } from "node:crypto";
import { decideReport } from "@/domain/report/decide-report";
import { fileReport } from "@/domain/report/file-report";
import type { ReportPhoto } from "@/domain/report/photo";
import { withdrawReport } from "@/domain/report/withdraw-report";
import { authorize, type CajaActor } from "@/model/access";
import type { ReportedOrderAction, ReportOutcome, reportReasons } from "@/model/report";
import { owner } from "./look-up-orders";
import { client, type Till } from "./use-order";

type ReportFields = {
  reason?: (typeof reportReasons)[number];
  words?: string | null;
  key?: string;
  photo?: ReportPhoto | null;
  subject?: string;
  confirmed?: boolean;
};

/** Files a report as the counter's form does, and returns its folio. */
export function report(till: Till, lookupId: string, fields: ReportFields = {}): Promise<string | null> {
  const {
    reason = "value_changed",
    words = null,
    key = randomUUID(),
    photo = null,
    subject = "Una novedad",
    confirmed = true,
  } = fields;
  return fileReport(
    authorize(till.actor, "report.file"),
    lookupId,
    { key, reason, words, confirmed },
    photo,
    { subject, text: "Por revisar" },
    client(),
  );
}

/** Takes a report back as its page does; the administrators get a notice with its folio. */
export function withdraw(till: Till, folio: string): Promise<void> {
  const notice = { subject: `Retirada ${folio}`, text: "Nada que responder" };
  return withdrawReport(authorize(till.actor, "report.file"), folio, notice, client());
}

export async function decide(
  actor: CajaActor,
  folio: string,
  decision: { outcome?: ReportOutcome; orderAction?: ReportedOrderAction; answer?: string | null } = {},
): Promise<void> {
  const { outcome = "nothing", orderAction = "leave", answer = null } = decision;
  return decideReport(
    authorize(actor, "report.handle"),
    { folio, outcome, orderAction, answer },
    {
      usual: (found) => `Respuesta de siempre: ${found}`,
      compose: (of, found, answer) => ({ subject: `${of} ${found}`, text: answer }),
    },
    client(),
  );
}

export async function stateOf(orderId: string): Promise<string | undefined> {
  const [row] = await owner<{ state: string }[]>`select state from "order" where id = ${orderId}`;
  return row?.state;
}

export async function reviewsOf(till: Till): Promise<boolean[]> {
  const rows = await owner<{ put_in_review: boolean }[]>`
    select put_in_review from report where provider_id = ${till.actor.provider.id} order by folio`;
  return rows.map((row) => row.put_in_review);
}
