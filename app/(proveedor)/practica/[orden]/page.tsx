import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { currentLanguage, currentMessages } from "@/messages";
import { practicePath } from "../addresses";
import { practiceOrderAt } from "../practice-order";
import { PracticePaper } from "../practice-paper";
import { PracticeForm } from "./practice-form";

type Props = { params: Promise<{ orden: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { practice } = await currentMessages();
  return { title: practice.paperTitle(practiceOrderAt((await params).orden).number) };
}

/** One practice order: the task, and its numbers or its code. */
export default async function PracticePaperPage({ params }: Props) {
  await requireGrant("counter.work");
  const [{ orden }, messages, language] = await Promise.all([params, currentMessages(), currentLanguage()]);
  const order = practiceOrderAt(orden);
  const { common, practice } = messages;
  return (
    <Page title={practice.orderOf(order.number)} back={{ href: "/practica", label: common.frame.back }}>
      <Note title={practice.whatToDo}>
        <p>{practice.lessons[order.code]}</p>
      </Note>
      <PracticePaper order={order} messages={messages} language={language} now={new Date()} />
      {order.by === "numbers" ? (
        <>
          <h2>{practice.typeTitle}</h2>
          <PracticeForm code={order.code} />
        </>
      ) : (
        <>
          <p>{order.by === "code" ? practice.byCode : practice.byPicture}</p>
          <ButtonLink href={practicePath(order.code, 1)}>
            {order.by === "code" ? practice.readCode : practice.readPicture}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
