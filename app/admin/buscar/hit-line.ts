import { periodQuery } from "@/app/_server/http/period-params";
import { lookupCode } from "@/domain/lookup/lookup-code";
import type { Hit } from "@/domain/search/search";
import { shortDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import type { Messages } from "@/messages/es-CO";
import { type CajaActor, can } from "@/model/access";

/** Where a hit leads, as far as the person may go; null where they may only know that it is there. */
export function placeOf(hit: Hit, actor: CajaActor): string | null {
  const order = hit.orderId && can(actor, "order.find") ? `/admin/ordenes/${hit.orderId}` : null;
  const provider =
    hit.providerId && can(actor, "provider.read") ? `/admin/proveedores/${hit.providerId}` : null;
  const lookup = () => pathWith("/admin/consultas", { codigo: lookupCode(hit.subject) });
  const places: Record<Hit["kind"], () => string | null> = {
    order: () => order,
    affiliate: () => order,
    lookup,
    receipt: () => order,
    proof: lookup,
    request: () => `/admin/solicitudes/${hit.subject}`,
    report: () => (can(actor, "report.read") ? `/admin/novedades/${hit.subject}` : order),
    provider: () => provider,
    agreement: () => `/admin/convenios/${hit.subject}`,
    person: () => provider,
    official: () => (can(actor, "people.manage") ? `/admin/personas/${hit.subject}` : "/admin/personas"),
    rights: () => `/admin/habeas-data/${hit.subject}`,
    invoice: () => pathWith(`/admin/liquidacion/${hit.providerId}`, daysOf(hit)),
    payment: () => `/admin/liquidacion/pagos/${hit.subject}`,
  };
  return places[hit.kind]();
}

/** The period in which an invoice's uses are seen; its page's own for one without any. */
function daysOf({ detail }: Hit): Record<string, string> {
  const [from, to] = detail?.split(" ") ?? [];
  return from && to ? periodQuery({ from, to }) : {};
}

/** What a hit is, in one line. */
export function titleOf(hit: Hit, { search: t }: Messages["admin"]): string {
  const label = hit.label?.trim() || t.noNumber;
  const whose = hit.name ?? t.core;
  const value = formatPesos(hit.amount ?? 0);
  const titles: Record<Hit["kind"], () => string> = {
    order: () => t.order(label, value),
    affiliate: () => t.order(label, value),
    lookup: () => t.of(lookupCode(hit.subject), whose),
    receipt: () => t.of(t.order(label, value), whose),
    proof: () => t.of(label, whose),
    request: () => t.of(label, whose),
    report: () => t.of(label, whose),
    provider: () => t.nit(whose, label),
    agreement: () => t.of(label, t.nit(whose, hit.detail ?? "")),
    person: () => t.of(t.of(whose, label), hit.detail ?? ""),
    official: () => t.of(whose, label),
    rights: () => label,
    invoice: () => t.of(label, whose),
    payment: () => t.of(t.order(label, value), whose),
  };
  return titles[hit.kind]();
}

/** How it stands, in a word; "" where there is nothing to say. */
export function stateOf(hit: Hit, { admin, payment, proof }: Messages): string {
  const { search: t } = admin;
  const word = (words: Readonly<Record<string, string | unknown>>) => {
    const found = hit.detail && Object.hasOwn(words, hit.detail) ? words[hit.detail] : "";
    return typeof found === "string" ? found : "";
  };
  const states: Record<Hit["kind"], () => string> = {
    order: () => word(admin.orders.standings),
    affiliate: () => word(admin.orders.standings),
    lookup: () => word(proof.outcomes),
    receipt: () => word(t.states),
    proof: () => "",
    request: () => word(t.requestStates),
    report: () => word(t.states),
    provider: () => word(admin.providers.standings),
    agreement: () => (hit.at ? t.states.until(shortDate(hit.at)) : ""),
    person: () => "",
    official: () => word(admin.people.roles),
    rights: () => "",
    invoice: () => "",
    payment: () => word(payment.states),
  };
  return states[hit.kind]();
}
