import { isDemonstration } from "@/app/_server/demonstration";
import { Note } from "@/components/ui/note";
import { readDemoCode } from "@/domain/factor/demo-code";
import { currentMessages } from "@/messages";

/** In the demonstration alone: the code that an application would show, so that whoever tries it needs no phone. */
export async function DemoCode({ token }: { token: string }) {
  if (!(await isDemonstration())) return null;
  const [code, { factor }] = await Promise.all([readDemoCode(token), currentMessages()]);
  if (code === null) return null;
  return (
    <Note>
      <p>{code === "" ? factor.demo.wait : factor.demo.code(code)}</p>
    </Note>
  );
}
