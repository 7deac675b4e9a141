import { SignalWord } from "@/components/ui/tag";
import { answerDay } from "@/domain/request/rules";
import { shortDay } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { bogotaDay, daysBetween } from "@/model/calendar";

/** Until when a request is to be answered: overdue and today with their shape, a later day plain. */
export async function DueDay({ submittedAt }: { submittedAt: Date }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.requests;
  const due = answerDay(submittedAt);
  const late = daysBetween(due, bogotaDay(new Date()));
  if (late > 0) return <SignalWord signal="stop">{t.overdue(late)}</SignalWord>;
  if (late === 0) return <SignalWord signal="warn">{t.dueToday}</SignalWord>;
  return <span className="tabular-nums lining-nums">{shortDay(due, language)}</span>;
}
