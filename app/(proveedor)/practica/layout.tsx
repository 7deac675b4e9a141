import { counterWords } from "@/app/(proveedor)/_answer/words";
import { CounterWordsProvider } from "@/app/(proveedor)/_answer/words-context";
import { currentMessages } from "@/messages";

/** Around every page of the practice: that it is one. Its style draws the word across each paper too. */
export default async function PracticeLayout({ children }: { children: React.ReactNode }) {
  const { practice } = await currentMessages();
  return (
    <div className="practice">
      <aside className="practice-ribbon" aria-label={practice.title}>
        <p>
          <b>{practice.ribbon}</b> <a href="/practica">{practice.others}</a>
        </p>
      </aside>
      <CounterWordsProvider words={await counterWords()}>{children}</CounterWordsProvider>
    </div>
  );
}
