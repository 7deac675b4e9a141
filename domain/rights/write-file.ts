import { municipalityName } from "@/domain/place/municipalities";
import { exactTime, longDate, shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { escapeHtml } from "@/lib/http/html";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { bogotaDay } from "@/model/calendar";
import type { HeldData } from "./held-data";
import type { RightsContent } from "./sealed-fields";
import { staying } from "./what-stays";

type Request = { number: string; content: RightsContent };
type Words = Pick<Messages, "account" | "admin" | "rights">;

const style =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse;width:100%;margin:0 0 1rem}td,th{border:1px solid;padding:.3rem .5rem;" +
  "text-align:left;vertical-align:top;overflow-wrap:anywhere}h2{margin-top:2rem}h3{margin-bottom:.3rem}";

const cell = (text: string) => `<td>${escapeHtml(text)}</td>`;
const title = (level: 2 | 3, text: string) => `<h${level}>${escapeHtml(text)}</h${level}>`;

/** Label and value, a line each; what is not known has no line. */
const facts = (rows: readonly (readonly [label: string, value: string | null])[]) =>
  `<table><tbody>${rows
    .filter(([, value]) => value)
    .map(([label, value]) => `<tr><th scope="row">${escapeHtml(label)}</th>${cell(value ?? "")}</tr>`)
    .join("")}</tbody></table>`;

const list = (rows: readonly (readonly (string | null)[])[]) =>
  rows.length === 0
    ? ""
    : `<table><tbody>${rows.map((row) => `<tr>${row.map((text) => cell(text ?? "")).join("")}</tr>`).join("")}</tbody></table>`;

/** A heading with its rows; nothing where there are none. */
const part = (heading: string, rows: readonly (readonly (string | null)[])[]) =>
  rows.length === 0 ? "" : title(3, heading) + list(rows);

const word = (words: Readonly<Record<string, string>>, code: string) =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/**
 * Writes everything that is held on a person as one page of HTML that needs nothing else: it opens in a browser, is
 * printed and read aloud, and runs no script.
 */
export function writeHeldData(
  held: HeldData,
  { number, content }: Request,
  { words, language, portal }: { words: Words; language: Language; portal: string },
): string {
  const t = words.rights.file;
  const lead = t.lead(portal, longDate(bogotaDay(new Date()), language));
  const document = [content.idKind, content.idNumber].join(" ");
  const { columns } = t;
  const stays = staying.map((kind) => words.rights.stays[kind]);
  const body = [
    `<h1>${escapeHtml(t.title(number))}</h1><p>${escapeHtml(lead)}</p>`,
    facts([[t.about, `${content.holderName}, ${document}`]]),
    title(2, t.accounts),
    held.accounts.map((account) => accountPart(account, words)).join("") || none(t.none),
    title(2, t.invitations),
    list(held.invitations.map((row) => [row.name, row.email, row.company, exactTime(row.at)])) ||
      none(t.none),
    title(2, t.companies),
    held.companies.map((company) => companyPart(company, t.company)).join("") || none(t.none),
    title(2, t.orders),
    held.orders.map((order) => orderPart(order, words)).join("") || none(t.none),
    title(2, t.typed),
    list(held.typed.map((row) => [exactTime(row.at), row.company, row.number])) || none(t.none),
    title(2, t.requests),
    list(
      held.requests.map((row) => [
        row.number,
        word(words.rights.form.kinds, row.kind),
        exactTime(row.at),
        word(words.rights.status.states, row.state),
      ]),
    ) || none(t.none),
    title(2, t.stays),
    list([
      [columns.what, columns.until, columns.why],
      ...stays.map(({ what, until, why }) => [what, until, why]),
    ]),
    `<p>${escapeHtml(t.also)}</p>`,
  ];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(t.title(number))}</title><style>${style}</style></head><body>${body.join("")}</body></html>`;
}

const none = (text: string) => `<p>${escapeHtml(text)}</p>`;

function accountPart(account: HeldData["accounts"][number], { account: own, admin, rights }: Words): string {
  const t = rights.file;
  const roles: Readonly<Record<string, string>> = { ...own.team.roles, ...admin.people.roles };
  return [
    facts([
      [t.account.name, account.name],
      [t.account.email, account.email],
      [t.account.id, account.idNumber && `${account.idKind ?? ""} ${account.idNumber}`],
      [t.account.mobile, account.mobile],
      [t.account.role, account.cajaRole && word(roles, account.cajaRole)],
      [t.account.created, exactTime(account.createdAt)],
      [t.account.ended, account.endedAt && exactTime(account.endedAt)],
    ]),
    part(
      t.memberships,
      account.memberships.map(({ company, role, from, to }) => [
        company,
        word(roles, role),
        [from, to].map((at) => (at ? exactTime(at) : "…")).join(" – "),
      ]),
    ),
    part(
      t.consents,
      account.consents.map(({ purposes, at, ip, browser, revokedAt }) => [
        exactTime(at),
        purposes.join(", "),
        ip,
        browser,
        revokedAt && `${t.revoked} ${exactTime(revokedAt)}`,
      ]),
    ),
    part(
      t.sessions,
      account.sessions.map(({ from, to, ip, browser }) => [exactTime(from), exactTime(to), ip, browser]),
    ),
    part(
      t.factors,
      account.factors.map(({ kind, name, at }) => [kind, name, exactTime(at)]),
    ),
    part(
      t.documents,
      account.documents.map(({ name, request, at }) => [name, request, exactTime(at)]),
    ),
    part(
      account.acts.length < account.actCount
        ? t.lastActs(formatCount(account.acts.length), formatCount(account.actCount))
        : t.acts,
      account.acts.map(({ action, at, ip }) => [exactTime(at), word(admin.audit.actions, action), ip]),
    ),
  ].join("");
}

function companyPart(
  { name, nit, email, phone, place, address, from, to, account }: HeldData["companies"][number],
  labels: Messages["rights"]["file"]["company"],
): string {
  return facts([
    [labels.name, name],
    [labels.nit, nit],
    [labels.email, email],
    [labels.phone, phone],
    [labels.place, [address, place && municipalityName(place)].filter(Boolean).join(", ")],
    [labels.account, account && `… ${account}`],
    [labels.since, [from, to].flatMap((day) => (day ? [shortDate(day)] : [])).join(" – ")],
  ]);
}

function orderPart(order: HeldData["orders"][number], { admin, rights }: Words): string {
  const t = rights.file;
  const { order: labels } = t;
  return [
    facts([
      [labels.number, order.number],
      [labels.kind, order.kind],
      [labels.concept, order.concept],
      [labels.name, order.name],
      [labels.id, order.idNumber && `${order.idKind} ${order.idNumber}`],
      [labels.value, formatPesos(order.value)],
      [labels.balance, formatPesos(order.balance)],
      [labels.dates, [order.issuedOn, order.validUntil].map(shortDate).join(" – ")],
      [labels.state, word({ ...admin.orders.standings, ...labels.states }, order.state)],
      [labels.office, order.office],
    ]),
    part(
      t.uses,
      order.uses.map(({ at, amount, company, kind }) => [
        exactTime(at),
        kind === "undo" ? formatPesos(-amount) : formatPesos(amount),
        company,
      ]),
    ),
    part(
      t.lookups,
      order.lookups.map(({ at, company, outcome }) => [
        exactTime(at),
        company,
        word(admin.today.charts.outcomes, outcome),
      ]),
    ),
    part(
      t.reports,
      order.reports.map(({ folio, at, words: text, photo }) => [
        folio,
        exactTime(at),
        text,
        photo ? t.photo : "",
      ]),
    ),
  ].join("");
}
