import { hiddenFields, postForm, request } from "../bench/form";
import type { Ticket } from "./tickets";

export type UseForm = [string, string][];
/** The answer to a use: a receipt, a refusal, or nothing that decides it. */
export type UseResult = { kind: "receipt"; useId: string } | { kind: "refused" } | { kind: "nothing" };

/**
 * The hidden fields of the confirmation page, as a browser without JavaScript posts them; the same for every
 * order.
 */
export async function readUseForm(origin: string, ticket: Ticket): Promise<UseForm> {
  const page = await request(new URL(`/consultar/r/${ticket.lookupId}/usar`, origin), {
    headers: { cookie: ticket.contender.cookie },
  });
  const fields = hiddenFields(page.body);
  if (!fields.some(([name]) => name === "key"))
    throw new Error(`no form to use an order with (${page.status})`);
  return fields;
}

/** Posts a use with an idempotency key. After a lost answer or an outage the result is unknown. */
export async function postUse(
  origin: string,
  form: UseForm,
  ticket: Ticket,
  key: string,
): Promise<UseResult> {
  const { lookupId, contender } = ticket;
  const own: Record<string, string> = { lookupId, key, provider: contender.providerId };
  const fields = form.map(([name, value]): [string, string] => [name, own[name] ?? value]);
  const url = new URL(`/consultar/r/${lookupId}/usar`, origin);
  const answer = await postForm(url, contender.cookie, [...fields, ["invoice", ""]]).catch(() => null);
  const place = answer?.status === 303 ? new URL(answer.location ?? "/", origin).pathname : "";
  const receipt = /^\/comprobantes\/([0-9a-f-]{36})$/.exec(place)?.[1];
  if (receipt) return { kind: "receipt", useId: receipt };
  return { kind: place === `/consultar/r/${lookupId}` ? "refused" : "nothing" };
}
