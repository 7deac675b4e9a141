import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { findCajaProfile } from "@/db/queries/caja";
import { listQueuedKeys, mailsJson } from "@/db/queries/notify";
import { ownKindsOf, type WaitingItem, withDueDay } from "@/domain/caja/waiting";
import { isLeader } from "@/lib/process-state";
import type { CajaRole } from "@/model/access";
import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { type DeskNotice, deskNotices } from "@/model/notify";
import { isWorkingDay } from "@/model/working-day";
import { type DeskWords, deskWords } from "./desk-emails";
import type { DeskLinks } from "./links";
import { composeMail } from "./outbox";

const EVERY_MS = 60_000;
const JOB = { name: "mail.desk", dueSeconds: 900 };
/** What is older was in the queue before anybody could hear of it: it is in the digest, and overdue. */
const FRESH_MS = 24 * 3_600_000;
/** More of a kind than ever wait together: the newest of them is told of, and all that is late is counted. */
const MOST = 10_000;
/** When the digest of a working day goes out, and until when it counts. */
const morningOf = (day: CalendarDay) => new Date(`${day}T07:00:00-05:00`);

type Reader = { person: string; email: string; role: CajaRole };
type Queued = { kind: DeskNotice; person: string; mail: ReturnType<typeof composeMail> };

/** Notice of each kind that waits; a report is told of by the statement that files it. */
const noticeOf: Partial<Record<WaitingItem["kind"], Exclude<DeskNotice, "report" | "overdue">>> = {
  request: "request",
  renewal: "request",
  correction: "correction",
  undo: "undo",
  draft: "approval",
  change: "approval",
  payment: "payment",
  reversal: "payment",
  bank_account: "payment",
  rights: "rights",
};

/** Looks every minute what the caja's people are to hear of, as long as the process lives. */
export function startDeskNotices(links: DeskLinks): void {
  setInterval(() => {
    if (isLeader())
      void runJob(jobsDatabase(), JOB, () => sendDeskNotices(jobsDatabase(), links, new Date()));
  }, EVERY_MS).unref();
}

/** Queues what is new since a day, and in the morning of a working day what is overdue and the digest, each once. */
export async function sendDeskNotices(db: Database, links: DeskLinks, now: Date): Promise<void> {
  const [rows, caja, ...lists] = await Promise.all([
    call(db, "list_waiting", {
      kinds: [
        ...["request", "renewal", "report", "undo", "draft", "change"],
        ...["payment", "reversal", "bank_account", "import", "agreement_import", "rights", "incident"],
      ],
      limit: MOST,
    }),
    findCajaProfile(db),
    ...deskNotices.flatMap((kind) =>
      (["now", "digest"] as const).map(async (way) => ({
        kind,
        way,
        readers: (await call(db, "desk_recipients", { kind, way })) as Reader[],
      })),
    ),
  ]);
  const readersOf = (kind: DeskNotice, way: "now" | "digest") =>
    lists.find((list) => list.kind === kind && list.way === way)?.readers ?? [];
  const items = rows.map(withDueDay);
  const words = deskWords(links, caja?.name ?? "");
  const queue = freshNotices(items, readersOf, words, now);
  const today = bogotaDay(now);
  if (isWorkingDay(today) && now >= morningOf(today))
    queue.push(...overdueNotices(items, readersOf, words, today), ...digests(items, readersOf, words, today));
  const known = new Set(
    await listQueuedKeys(
      db,
      queue.map(({ mail }) => mail.eventKey),
    ),
  );
  for (const { kind, person, mail } of queue)
    if (!known.has(mail.eventKey))
      await call(db, "queue_desk_notice", { person, kind, mails: mailsJson([mail]) });
}

type ReadersOf = (kind: DeskNotice, way: "now" | "digest") => Reader[];

function freshNotices(
  items: readonly WaitingItem[],
  readersOf: ReadersOf,
  words: DeskWords,
  now: Date,
): Queued[] {
  return items
    .filter(({ sentAt }) => now.getTime() - sentAt.getTime() < FRESH_MS)
    .flatMap((item) => {
      const kind = noticeOf[item.kind];
      if (!kind) return [];
      const notice = words.fresh(kind, item);
      return readersOf(kind, "now")
        .filter(({ person, role }) => person !== item.person && ownKindsOf(role).includes(item.kind))
        .map(({ person, email }) => ({
          kind,
          person,
          mail: composeMail(`desk.${kind}`, `${item.ref}:${item.sentAt.getTime()}:${person}`, {
            to: email,
            ...notice,
          }),
        }));
    });
}

/** What is this person's to do; nothing of those who only read. */
const ownOf = ({ role, person }: Reader, items: readonly WaitingItem[]) =>
  items.filter((item) => ownKindsOf(role).includes(item.kind) && item.person !== person);

function overdueNotices(
  items: readonly WaitingItem[],
  readersOf: ReadersOf,
  words: DeskWords,
  today: string,
): Queued[] {
  return readersOf("overdue", "now").flatMap((reader) => {
    const late = ownOf(reader, items).filter(({ dueOn }) => dueOn < today);
    if (late.length === 0) return [];
    const mail = { to: reader.email, ...words.overdue(late) };
    const id = `${today}:${reader.person}`;
    return [{ kind: "overdue", person: reader.person, mail: composeMail("desk.overdue", id, mail) }];
  });
}

/**
 * One mail a day of everything that its reader wants in the digest. It holds what was there in the morning, however
 * late it goes out: what comes after that is in the next one.
 */
function digests(
  items: readonly WaitingItem[],
  readersOf: ReadersOf,
  words: DeskWords,
  today: string,
): Queued[] {
  const readers = new Map<string, { reader: Reader; kinds: DeskNotice[] }>();
  for (const kind of deskNotices)
    for (const reader of readersOf(kind, "digest")) {
      const known = readers.get(reader.person) ?? { reader, kinds: [] };
      readers.set(reader.person, { reader, kinds: [...known.kinds, kind] });
    }
  const there = items.filter(({ sentAt }) => sentAt < morningOf(today));
  return [...readers.values()].flatMap(({ reader, kinds }) => {
    const own = ownOf(reader, there);
    const shown = own.filter(({ kind }) => {
      const notice = kind === "report" ? "report" : noticeOf[kind];
      return notice !== undefined && kinds.includes(notice);
    });
    const late = kinds.includes("overdue") ? own.filter(({ dueOn }) => dueOn < today).length : 0;
    if (shown.length + late === 0) return [];
    const mail = { to: reader.email, ...words.digest(shown, late, today) };
    const id = `${today}:${reader.person}`;
    return [{ kind: "overdue", person: reader.person, mail: composeMail("desk.digest", id, mail) }];
  });
}
