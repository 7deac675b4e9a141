import { useLanguage } from "@/components/layout/language";
import { FactList } from "@/components/order/order-sheet";
import { SignalFrame, signalHeading, signalLine, signalSize } from "@/components/order/signal-frame";
import { Box } from "@/components/ui/box";
import { DiamondFigure, StopFigure } from "@/components/ui/figures";
import { offlineSignal } from "@/domain/lookup/offline";
import type { OrderCode } from "@/domain/order-code/code";
import { longDate } from "@/lib/format/date";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { useOfflineWords } from "./offline-words";
import type { OfflineAnswer } from "./read-offline";

/** One function for every drawing: with a new one React would call it again each time, and take the focus back. */
const focusOnce = (heading: HTMLElement | null) => heading?.focus();

/** The offline answer: yellow or PARE, never green, with the signed data to compare. */
export function OfflineVerdict({
  answer,
  fromPicture,
}: {
  answer: Pick<OfflineAnswer, "outcome" | "phoneDay"> & {
    code: Pick<OrderCode, "value" | "issuedOn" | "validUntil"> | null;
  };
  fromPicture: boolean;
}) {
  const { outcome, code, phoneDay } = answer;
  const language = useLanguage();
  const words = useOfflineWords();
  const signal = offlineSignal(outcome);
  const { heading, line } = words.verdicts[outcome];
  return (
    <>
      <SignalFrame
        signal={signal}
        figure={signal === "stop" ? <StopFigure /> : <DiamondFigure />}
        outcome={outcome}
        inPage
      >
        <h2 className={`${signalHeading} ${signalSize}`} tabIndex={-1} ref={focusOnce}>
          {heading}
        </h2>
        <p className={signalLine}>{line}</p>
        {phoneDay ? (
          <p className={signalLine}>{words.byPhoneDay.replace("{fecha}", longDate(phoneDay, language))}</p>
        ) : null}
      </SignalFrame>
      {fromPicture ? (
        <p className="rounded-field border-2 border-l-8 border-ink bg-sheet px-4 py-[0.6rem] font-bold">
          {words.picture}
        </p>
      ) : null}
      {code && outcome === "unconfirmed" ? (
        <>
          <Box>
            <FactList
              rows={[
                {
                  label: words.valueInCode,
                  value: formatPesos(code.value),
                  detail: pesosInWords(code.value),
                  large: true,
                },
                {
                  label: words.periodInCode,
                  value: words.period
                    .replace("{desde}", longDate(code.issuedOn, language))
                    .replace("{hasta}", longDate(code.validUntil, language)),
                },
              ]}
            />
          </Box>
          <p>{words.compare}</p>
        </>
      ) : null}
    </>
  );
}
