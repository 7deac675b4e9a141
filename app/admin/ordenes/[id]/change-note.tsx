import { Note } from "@/components/ui/note";
import { cajaDatabase } from "@/db/client";
import { findChangeSentBack, findWaitingChange } from "@/db/queries/order-change";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { openedFrom, orderPath } from "../way-back";

/** The extension or replacement of an order that waits for a second person, or was sent back last. */
export async function ChangeNote({ orderId }: { orderId: string }) {
  const db = cajaDatabase();
  const [waiting, back, { admin }, language] = await Promise.all([
    findWaitingChange(db, orderId),
    findChangeSentBack(db, orderId),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.life.change;
  if (waiting)
    return (
      <Note>
        <p role="status">
          {t.waits(t.actions[waiting.action], waiting.asker, shortDateTime(waiting.askedAt, language))}
        </p>
        <p>
          <a href={orderPath(`${orderId}/cambio`, await openedFrom())}>{t.link}</a>
        </p>
      </Note>
    );
  if (!back?.at) return null;
  return (
    <Note title={t.sentBack(t.actions[back.action], back.by ?? "", shortDateTime(back.at, language))}>
      <p>{back.note}</p>
    </Note>
  );
}
