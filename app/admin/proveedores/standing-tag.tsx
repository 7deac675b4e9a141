import { SignalWord, Tag, type TagSignal } from "@/components/ui/tag";
import type { ProviderStanding } from "@/db/contract/functions.generated";
import { shortDate } from "@/lib/format/date";
import { currentMessages } from "@/messages";

const signals: Readonly<Record<ProviderStanding, TagSignal>> = {
  works: "go",
  suspended: "stop",
  unapproved: "plain",
  ended: "stop",
  not_started: "warn",
  without_agreement: "stop",
};

/** Whether a provider may work today, and if not, why: the counter, the list and its page say the same. */
export async function StandingTag({
  provider: { standing, startsOn = null, endsOn, suspendedFrom },
  framed = false,
}: {
  provider: {
    standing: ProviderStanding;
    startsOn?: string | null;
    endsOn: string | null;
    suspendedFrom: string | null;
  };
  /** With the frame of the state of a whole page. */
  framed?: boolean;
}) {
  const { providers: t } = (await currentMessages()).admin;
  const word = t.standings[standing];
  const since = suspendedFrom ? t.suspendedFrom(shortDate(suspendedFrom)) : null;
  const ahead = since !== null && standing !== "suspended";
  // A suspension that begins sooner than the convenio ends is the day until which it works.
  const usual =
    standing === "works" && endsOn && !(ahead && suspendedFrom && suspendedFrom <= endsOn)
      ? t.standingUntil(word, shortDate(endsOn))
      : standing === "ended" && endsOn
        ? t.standingSince(word, shortDate(endsOn))
        : standing === "not_started" && startsOn
          ? t.standingFrom(word, shortDate(startsOn))
          : word;
  const text = standing === "suspended" ? (since ?? word) : ahead ? `${usual}. ${since}` : usual;
  const signal = ahead && standing === "works" ? "warn" : signals[standing];
  return framed ? <Tag signal={signal}>{text}</Tag> : <SignalWord signal={signal}>{text}</SignalWord>;
}
