import type { ReactNode } from "react";
import { currentMessages } from "@/messages";

/** A form as somebody sees it who reads the settings and changes none of them. */
export async function ReadOnly({ when, children }: { when: boolean; children: ReactNode }) {
  if (!when) return children;
  const { admin } = await currentMessages();
  return (
    <>
      <p>{admin.keys.settings.readOnly}</p>
      <fieldset disabled className="m-0 min-w-0 border-0 p-0 [&_button]:hidden">
        {children}
      </fieldset>
    </>
  );
}
