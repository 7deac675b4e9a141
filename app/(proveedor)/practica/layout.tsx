import { CounterLayout } from "@/app/(proveedor)/_answer/counter-layout";
import { currentMessages } from "@/messages";

const ribbon = [
  "z-15 border-b-2 border-ink px-4 py-1 text-ink",
  // Its height is fixed in CSS, as the action bar's is, so that it stops sticking where it would cover too much
  // of the screen.
  "sticky top-[min(0px,(11dvh-var(--ribbon))*999)]",
  "bg-[repeating-linear-gradient(135deg,var(--color-sheet)_0_14px,var(--color-indigo-soft)_14px_28px)]",
].join(" ");

/** Marks every page as practice. Its style also draws the word across each paper. */
export default async function PracticeLayout({ children }: { children: React.ReactNode }) {
  const { practice } = await currentMessages();
  return (
    <div className="flex flex-1 flex-col" data-practice>
      <aside className={ribbon} data-bar="ribbon" aria-label={practice.title}>
        <p className="mx-auto mb-0 max-w-[38rem] text-base">
          <b>{practice.ribbon}</b>{" "}
          <a className="inline-flex min-h-11 items-center" href="/practica">
            {practice.others}
          </a>
        </p>
      </aside>
      <CounterLayout>{children}</CounterLayout>
    </div>
  );
}
