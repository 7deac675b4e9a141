import { createHash, randomUUID } from "node:crypto";
import { call } from "@/db/contract/call";
import { workOnImport } from "@/domain/import/job";
import { WORKER_LEASE_SECONDS } from "@/domain/import/limits";
import { chunkPlace } from "@/domain/import/sealed-file";
import { wordsPlace } from "@/domain/report/sealed-fields";
import { seal, sealBytes } from "@/lib/crypto/seal";
import type { CajaActor } from "@/model/access";
import type { MonthUse } from "./activity-month";
import type { Logins } from "./applicants";
import { expandedText } from "./expanded-file";

const FROM = "demostración";
const FAULTY = "ordenes-con-errores.csv";
/** An order of ordenes.csv that no example of README.md asks for. */
const REPORTED = { kind: "AS", number: "0004604" };

/** What waits at the caja's desk: a report that holds an order, a use to take back, a file with faults. */
export async function loadDesk(
  logins: Logins,
  officer: CajaActor,
  uses: readonly MonthUse[],
  today: string,
): Promise<void> {
  const last = uses.findLast(({ daysAgo }) => daysAgo <= 3);
  if (!last) throw new Error("demonstration: no recent use");
  await reportAltered(logins, last);
  const { provider, person } = last;
  const reason = "La persona devolvió la compra al día siguiente";
  done(await call(logins.provider, "ask_undo", { use: last.id, person, provider, reason, ip: FROM }));
  await uploadFaulty(logins, officer, today);
}

/** A look-up whose paper said another value, and its report. */
async function reportAltered({ owner, provider: db }: Logins, { provider, person }: MonthUse): Promise<void> {
  const [lookup, report] = [randomUUID(), randomUUID()];
  await owner`
    with asked as (
      insert into lookup (id, person_id, provider_id, channel, kind_code, number_typed, outcome, order_id)
      select ${lookup}, ${person}, ${provider}, 'typed', o.kind_code, o.number, 'current', o.id from "order" o
      where o.kind_code = ${REPORTED.kind} and o.number = ${REPORTED.number} returning id, order_id)
    insert into lookup_face (lookup_id, face) select asked.id, order_snapshot(o) from asked
    join "order" o on o.id = asked.order_id`;
  const asker = { lookup, person, provider, ip: FROM };
  done(
    await call(db, "compare_order", {
      ...asker,
      way: "rows",
      value: null,
      differing: ["value"],
      reason: null,
    }),
    "different",
  );
  const { outcome } = await call(db, "file_report", {
    ...asker,
    report,
    verdict: "mismatch",
    reason: "value_changed",
    words: seal("El papel dice $725.000 y el número se ve repisado.", wordsPlace(report)),
    photoType: null,
    photoSize: null,
    photo: null,
    mails: [],
  });
  done(outcome);
}

/** As the screen's upload does it, and the look at it that the server's worker takes: here nobody waits for one. */
async function uploadFaulty({ caja, jobs }: Logins, officer: CajaActor, today: string): Promise<void> {
  const actor = officer.personId;
  const content = Buffer.from(expandedText(FAULTY, today));
  const { run } = await call(caja, "begin_import_upload", { actor, file: FAULTY });
  if (run === null) throw new Error("demonstration: no upload");
  const sealed = sealBytes(content, chunkPlace(run, 0));
  await call(caja, "put_import_chunk", { run, actor, position: 0, content: sealed });
  const sha256 = createHash("sha256").update(content).digest();
  const lines = content.toString().trimEnd().split("\n").length - 1;
  await call(caja, "close_import_upload", { run, actor, sha256, lines, ip: FROM });
  await workOnImport(jobs, { id: randomUUID(), leaseSeconds: WORKER_LEASE_SECONDS });
}

function done(outcome: string, wanted = "done"): void {
  if (outcome !== wanted) throw new Error(`demonstration: ${outcome}`);
}
