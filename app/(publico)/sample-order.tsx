import { FactList, paper, SheetHead } from "@/components/order/order-sheet";
import { Guilloche, GuillocheBand } from "@/components/ui/figures";
import { formatPesos, pesosInWords } from "@/lib/format/money";
import { currentMessages } from "@/messages";

const ringed =
  "-mr-2 -mb-[0.2rem] inline-block rotate-[-2deg] rounded-[50%] border-3 border-link px-[0.7rem] pt-[0.1rem] pb-[0.15rem]";

const SAMPLE_VALUE = 480_000;

/** Draws a paper order and circles the number to type. The caption says the same in words. */
export async function SampleOrder({ caja }: { caja: string }) {
  const words = (await currentMessages()).publicPages.home;
  return (
    <figure className="relative mx-auto w-full max-w-[27rem]">
      <div
        className={`${paper} relative overflow-hidden px-5 pt-[1.1rem] pb-[1.9rem] md:rotate-[1.2deg]`}
        data-sheet
        aria-hidden="true"
      >
        <SheetHead
          title={<p className="m-0 text-lg font-extrabold tracking-[0.04em] text-ink">{words.sampleTitle}</p>}
          kind={words.sampleKind}
          numberLabel={words.sampleNumber}
          number={<span className={ringed}>0004521</span>}
        />
        <p className="text-hint text-ink-soft">{caja}</p>
        <GuillocheBand className="-mx-5 my-3 h-6 text-link opacity-45" />
        <FactList
          rows={[
            { label: words.sampleAffiliate, value: "MARÍA E. PÉREZ C." },
            {
              label: words.sampleValue,
              value: formatPesos(SAMPLE_VALUE),
              detail: pesosInWords(SAMPLE_VALUE),
              large: true,
            },
          ]}
        />
        <p className="mt-9 mb-0 w-36 border-t border-line pt-[0.2rem] text-xs text-ink-soft">
          {words.sampleSign}
        </p>
        <Guilloche className="absolute -right-12 -bottom-15 w-[clamp(8.5rem,34vw,13rem)] text-link opacity-40" />
      </div>
      <figcaption className="mt-2 text-base text-ink-soft">{words.sampleCaption}</figcaption>
    </figure>
  );
}
