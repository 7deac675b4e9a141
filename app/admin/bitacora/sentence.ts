import { importPlaces } from "@/app/admin/_imports/subject";
import type { AuditLine } from "@/db/queries/audit";
import type { AuditNames } from "@/db/queries/audit-names";
import { lookupCode } from "@/domain/lookup/lookup-code";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith } from "@/lib/http/query";
import type { Messages } from "@/messages/es-CO";
import { type CajaActor, can } from "@/model/access";
import { isAuditAction } from "@/model/audit-action";
import { isCalendarDay } from "@/model/calendar";

/** A piece of a sentence: plain text, or what it is about, which leads to its page. */
export type SentencePart = { text: string; href?: string | null; strong?: boolean };

type Line = { line: AuditLine; names: AuditNames; messages: Messages; actor: CajaActor };

/** What happened in a sentence: the template of its action, with what it is about in its braces. */
export function sentenceOf(about: Line): SentencePart[] {
  const { action } = about.line;
  const { audit } = about.messages.admin;
  const template = isAuditAction(action) ? audit.sentences[action] : `{who}: ${action}`;
  const slots = slotsOf(about, template.includes("{provider}"));
  return template
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .flatMap((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      return name !== undefined && Object.hasOwn(slots, name) ? (slots[name]?.() ?? []) : [{ text: piece }];
    });
}

function slotsOf(about: Line, namesProvider: boolean): Record<string, () => SentencePart[]> {
  const { line, names, messages, actor } = about;
  const { detail, subjectId } = line;
  const { admin, proof } = messages;
  const t = admin.audit;
  const fact = (name: string) => (Object.hasOwn(detail, name) ? String(detail[name] ?? "") : "");
  const plain = (text: string) => [{ text }];
  const strong = (text: string) => [{ text, strong: true }];
  const number = (name: string) => plain(formatCount(Number(detail[name]) || 0));
  const provider = () => providerOf(about);
  const roleWord = (code: string) =>
    wordOf(admin.people.roles, code) ?? wordOf(messages.account.team.roles, code);
  const day = (text: string) => (isCalendarDay(text) ? shortDate(text) : (roleWord(text) ?? text));
  const runPlace = importPlaces[line.action.startsWith("agreements.") ? "agreements" : "orders"];
  const use = names.uses.get(fact("use")) ?? names.uses.get(subjectId);
  return {
    who: () => [
      { text: line.actor ?? t.nobody, strong: true },
      ...(line.provider && line.actor && !namesProvider
        ? [{ text: t.of }, ...provider(), { text: "," }]
        : []),
    ],
    provider,
    order: () => orderOf(about),
    outcome: () => strong(outcomeWord(fact("outcome"), messages)),
    result: () => strong(wordOf(proof.results, fact("result"))?.toLowerCase() ?? fact("result")),
    request: () => {
      const filed = fact("filing_number") || (names.requests.get(subjectId)?.number ?? subjectId);
      return [{ text: filed, href: `/admin/solicitudes/${encodeURIComponent(filed)}` }];
    },
    report: () => [{ text: subjectId, href: `/admin/novedades/${encodeURIComponent(subjectId)}` }],
    incident: () => [{ text: subjectId, href: `/admin/incidentes/${encodeURIComponent(subjectId)}` }],
    rights: () => [{ text: subjectId, href: `/admin/habeas-data/${encodeURIComponent(subjectId)}` }],
    receipt: () => [
      { text: use ? receiptNumber(use.serial, use.at) : "", href: use && `/admin/ordenes/${use.orderId}` },
    ],
    person: () => personOf(about),
    permission: () =>
      strong(wordOf({ ...admin.people.powers, ...admin.people.otherPowers }, subjectId) ?? subjectId),
    run: () => [
      {
        text: t.file,
        href: can(actor, runPlace.reads) ? `${runPlace.path}/${encodeURIComponent(subjectId)}` : null,
      },
    ],
    payment: () => [
      { text: fact("number"), href: `/admin/liquidacion/pagos/${encodeURIComponent(subjectId)}` },
    ],
    subject: () => strong(subjectId),
    role: () => strong(roleWord(fact("role")) ?? fact("role")),
    from: () => strong(day(fact("from"))),
    to: () => strong(day(fact("to"))),
    amount: () => strong(formatPesos(Number(detail.amount) || 0)),
    count: () => number("count"),
    found: () => number("found"),
    number: () => [
      {
        text: fact("number"),
        strong: true,
        href: line.action.startsWith("agreement.")
          ? `/admin/convenios/${encodeURIComponent(subjectId)}`
          : null,
      },
    ],
    name: () => strong(fact("name")),
    fields: () => plain(fact("fields")),
    invoice: () => strong(fact("invoice")),
  };
}

const wordOf = (words: Readonly<Record<string, string>>, code: string) =>
  Object.hasOwn(words, code) ? words[code] : undefined;

function outcomeWord(outcome: string, { admin, proof }: Messages): string {
  const word = wordOf(admin.orders.standings, outcome) ?? wordOf(proof.outcomes, outcome) ?? outcome;
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function providerOf({ line, names, messages }: Line): SentencePart[] {
  const about = names.providers.get(line.subjectId);
  const id = line.providerId ?? about?.id;
  const text = line.provider ?? about?.name ?? messages.admin.audit.someProvider;
  return [{ text, href: id && `/admin/proveedores/${id}` }];
}

/** The order that a line is about: itself, or the one of a look-up, a use, a report. */
function orderOf({ line, names, messages }: Line): SentencePart[] {
  const { subjectId, detail } = line;
  const lookup = names.lookups.get(subjectId);
  const candidates = [detail.order, subjectId, lookup?.orderId, names.uses.get(subjectId)?.orderId];
  const order = candidates
    .map((id) => (typeof id === "string" ? names.orders.get(id) : undefined))
    .find((found) => found !== undefined);
  if (order)
    return [{ text: order.number ?? messages.admin.audit.someOrder, href: `/admin/ordenes/${order.id}` }];
  const typed = typeof detail.number === "string" ? detail.number : lookup?.numberTyped;
  const href = lookup && pathWith("/admin/consultas", { codigo: lookupCode(lookup.id) });
  return [{ text: typed || messages.admin.audit.someOrder, href }];
}

function personOf({ line, names, messages, actor }: Line): SentencePart[] {
  const person = names.persons.get(line.subjectId);
  if (!person) return [{ text: messages.admin.audit.somebody }];
  if (person.name === "") return [{ text: messages.admin.audit.forgotten }];
  const page = can(actor, "people.manage") ? `/admin/personas/${person.id}` : "/admin/personas";
  return [{ text: person.name, strong: true, href: person.cajaRole ? page : null }];
}
