import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { Tag } from "@/components/ui/tag";
import { practiceOrders, practiceSignal, practiceVerdicts } from "@/domain/practice/practice";
import { currentLanguage, currentMessages } from "@/messages";
import { practicePath } from "./addresses";
import { practiceWords } from "./practice-order";

export async function generateMetadata(): Promise<Metadata> {
  const { practice } = await currentMessages();
  return { title: practice.title };
}

const signals = ["info", "go", "warn", "stop"] as const;

export default async function PracticePage() {
  await requireGrant("counter.work");
  const [messages, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { practice } = messages;
  return (
    <Page title={practice.title}>
      <p>{practice.intro}</p>
      <p>{practice.counts}</p>
      {signals.map((signal) => (
        <section key={signal} aria-labelledby={`senal-${signal}`}>
          <h2 id={`senal-${signal}`}>{practice.groups[signal]}</h2>
          <ul className="mb-6 border-t border-rule">
            {practiceVerdicts
              .filter((verdict) => practiceSignal(verdict) === signal)
              .map((verdict) => {
                const order = practiceOrders[verdict];
                return (
                  <li key={verdict}>
                    <a
                      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule px-1 py-2 no-underline"
                      href={practicePath(order.code)}
                    >
                      <Tag signal={signal}>{practiceWords(order, verdict, messages, language).heading}</Tag>
                      <span className="underline underline-offset-[0.18em] tabular-nums lining-nums">
                        {practice.orderOf(order.number)}
                      </span>
                    </a>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </Page>
  );
}
