import { SignalWord, type TagSignal } from "@/components/ui/tag";
import type { QueuedRequest } from "@/db/queries/request-queue";
import { shortDate } from "@/lib/format/date";
import { currentMessages } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import type { RequestFlag } from "@/model/request";

/** What the convenio's own column says already. */
const ofAgreement: readonly RequestFlag[] = ["no_agreement", "agreement_not_in_force", "agreement_ending"];

const signals: Partial<Record<RequestFlag, TagSignal>> = {
  check_digit: "stop",
  nit_taken: "stop",
  corrected: "info",
  renewal: "info",
};

/** What is to be looked at before a request is decided. */
export async function RequestFlags({ flags }: Pick<QueuedRequest, "flags">) {
  const { flags: words } = (await currentMessages()).admin.requests;
  return (
    <span className="flex flex-wrap gap-x-3">
      {flags
        .filter((flag) => !ofAgreement.includes(flag))
        .map((flag) => (
          <SignalWord key={flag} signal={signals[flag] ?? "warn"}>
            {words[flag]}
          </SignalWord>
        ))}
    </span>
  );
}

/** Until when the NIT has a convenio, and whether that is a reason to look twice. */
export async function AgreementCell({ flags, agreementEndsOn }: QueuedRequest) {
  const { agreementCell: t } = (await currentMessages()).admin.requests;
  if (agreementEndsOn === null)
    return flags.includes("no_agreement") ? <SignalWord signal="stop">{t.none}</SignalWord> : "—";
  const day = shortDate(agreementEndsOn);
  if (flags.includes("agreement_not_in_force"))
    return (
      <SignalWord signal="stop">
        {agreementEndsOn < bogotaDay(new Date()) ? t.ended(day) : t.notYet}
      </SignalWord>
    );
  if (flags.includes("agreement_ending")) return <SignalWord signal="warn">{t.ends(day)}</SignalWord>;
  return t.until(day);
}
