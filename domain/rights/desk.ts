import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { authorize, type Grant } from "@/model/access";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import {
  asksForAnother,
  type RightsAsker,
  type RightsKind,
  rightsDueWhole,
  rightsExtendedDay,
  rightsMissingUntil,
} from "@/model/rights";
import type { RightsStep } from "./schema";
import { openContent, openText, sealText } from "./sealed-fields";

const RIGHTS_PAGE = 50;
export type ListedRights = Answer<"list_rights_requests">[number];

/** What of the requests is listed: those that the caja has to answer, those that wait for the person, the closed ones. */
export const rightsTabs = ["waiting", "incomplete", "closed"] as const;
export type RightsTab = (typeof rightsTabs)[number];

/** One page of the desk's list; `more` says that there is another. */
export async function listRightsRequests(
  grant: Grant<"rights.read">,
  { tab, page }: { tab: RightsTab; page: number },
): Promise<{ rows: ListedRights[]; more: boolean }> {
  const rows = await call(databaseFor(grant), "list_rights_requests", {
    actor: grant.actor.personId,
    open: tab !== "closed",
    waiting: tab === "closed" ? null : tab === "waiting",
    limit: RIGHTS_PAGE + 1,
    after: (page - 1) * RIGHTS_PAGE,
  });
  return { rows: rows.slice(0, RIGHTS_PAGE), more: rows.length > RIGHTS_PAGE };
}

/** A request with everything that was written in it; null for an unknown number. Opening it stands in the log. */
export async function viewRightsRequest(grant: Grant<"rights.read">, number: string, { ip }: { ip: string }) {
  const [db, actor] = [databaseFor(grant), grant.actor.personId];
  const found = await call(db, "view_rights_request", { actor, number, ip });
  if (!found) return null;
  const events = await call(db, "list_rights_events", { actor, request: found.id });
  const { contentSealed, kind, asker, ...rest } = found;
  return {
    ...rest,
    kind: kind as RightsKind,
    asker: asker as RightsAsker,
    content: openContent(found.id, contentSealed),
    events: events.map(({ textSealed, ...event }) => ({ ...event, text: openText(event.id, textSealed) })),
  };
}
export type DeskRights = NonNullable<Awaited<ReturnType<typeof viewRightsRequest>>>;

/** @throws Refusal "rights_gone" when there is no such request, or what was written in it is forgotten */
export async function requireRightsRequest(
  grant: Grant<"rights.handle">,
  number: string,
  client: { ip: string },
): Promise<DeskRights & { content: NonNullable<DeskRights["content"]> }> {
  const found = await viewRightsRequest(authorize(grant.actor, "rights.read"), number, client);
  if (!found?.content) throw new Refusal("rights_gone");
  return { ...found, content: found.content };
}

/** Whether the mailbox may stand for the person: it was proven, and it is not an heir's or representative's. */
export const isOwnMailbox = ({ mailboxProvenAt, asker }: Pick<DeskRights, "mailboxProvenAt" | "asker">) =>
  mailboxProvenAt !== null && !asksForAnother(asker);

/** The e-mail to the asker about a step; `day` is the one that the step set, or that goes on. */
export type StepEmail = (request: {
  number: string;
  kind: RightsKind;
  text: string;
  day: CalendarDay;
  language: string;
}) => Notice;

type Step = RightsStep & { text: string };

/**
 * Looks a request up for a step that its asker is written to about, and answers what every such step tells the database.
 * @param letter the part of its event's key that names the e-mail
 * @param dayOf the day that the e-mail names
 * @throws Refusal "rights_gone"
 */
async function mailedStep(
  grant: Grant<"rights.handle">,
  { number, version, text = "" }: RightsStep & { text?: string },
  {
    compose,
    letter,
    dayOf,
  }: { compose: StepEmail; letter: string; dayOf: (request: DeskRights) => CalendarDay },
  client: { ip: string },
) {
  const request = await requireRightsRequest(grant, number, client);
  const [step, day] = [randomUUID(), dayOf(request)];
  const notice = compose({ number, kind: request.kind, text, day, language: request.language });
  const mails = mailsJson([
    composeMail("rights", `${step}:${letter}`, { to: request.content.email, ...notice }),
  ]);
  return { day, told: { actor: grant.actor.personId, number, version, step, mails, ip: client.ip } };
}

/**
 * Asks for what is missing: of a claim, until two months from today; a question's own day goes on.
 * @throws Refusal "rights_changed" · "rights_closed" · "rights_incomplete" · "rights_gone"
 */
export async function askRightsMissing(
  grant: Grant<"rights.handle">,
  asked: Step,
  compose: StepEmail,
  client: { ip: string },
): Promise<void> {
  const until = rightsMissingUntil(bogotaDay(new Date()));
  const dayOf = ({ kind, dueOn }: DeskRights) => (kind === "consult" ? dueOn : until);
  const { told } = await mailedStep(grant, asked, { compose, letter: "missing", dayOf }, client);
  const text = sealText(told.step, asked.text);
  const outcome = await call(databaseFor(grant), "ask_rights_missing", { ...told, text, until });
  requireDone("rights_outcome", outcome);
}

/**
 * Writes down what came of what was missing, and how: a claim's days begin today.
 * @throws Refusal "rights_changed" · "rights_closed" · "rights_gone"
 */
export async function completeRightsAtDesk(
  grant: Grant<"rights.handle">,
  asked: Step,
  compose: StepEmail,
  client: { ip: string },
): Promise<void> {
  const dayOf = ({ kind, dueOn }: DeskRights) => rightsDueWhole(kind, dueOn, bogotaDay(new Date()));
  const { told, day } = await mailedStep(grant, asked, { compose, letter: "completed", dayOf }, client);
  const text = sealText(told.step, asked.text);
  const outcome = await call(databaseFor(grant), "complete_rights_at_desk", { ...told, text, dueOn: day });
  requireDone("rights_outcome", outcome);
}

/**
 * Moves the day, once, within the first term, and says why.
 * @throws Refusal "rights_extended" · "rights_term_over" · "rights_changed" · "rights_closed" · "rights_incomplete" ·
 * "rights_gone"
 */
export async function extendRightsRequest(
  grant: Grant<"rights.handle">,
  asked: Step,
  compose: StepEmail,
  client: { ip: string },
): Promise<void> {
  const dayOf = ({ kind, dueOn }: DeskRights) => rightsExtendedDay(kind, dueOn);
  const { told, day } = await mailedStep(grant, asked, { compose, letter: "extended", dayOf }, client);
  const text = sealText(told.step, asked.text);
  const outcome = await call(databaseFor(grant), "extend_rights_request", { ...told, text, dueOn: day });
  requireDone("rights_outcome", outcome);
}

/**
 * Writes down by what the identity was seen.
 * @throws Refusal "rights_changed" · "rights_closed" · "rights_gone"
 */
export async function noteRightsIdentity(
  grant: Grant<"rights.handle">,
  { number, version, text }: Step,
  { ip }: { ip: string },
): Promise<void> {
  const event = randomUUID();
  const args = { actor: grant.actor.personId, number, version, step: event, text: sealText(event, text), ip };
  requireDone("rights_outcome", await call(databaseFor(grant), "note_rights_identity", args));
}

/**
 * Closes a claim that was never completed within its two months.
 * @throws Refusal "rights_early" · "rights_changed" · "rights_closed" · "rights_gone"
 */
export async function abandonRightsRequest(
  grant: Grant<"rights.handle">,
  asked: RightsStep,
  compose: StepEmail,
  client: { ip: string },
): Promise<void> {
  const dayOf = () => bogotaDay(new Date());
  const { told, day } = await mailedStep(grant, asked, { compose, letter: "abandoned", dayOf }, client);
  const outcome = await call(databaseFor(grant), "abandon_rights_request", { ...told, today: day });
  requireDone("rights_outcome", outcome);
}
