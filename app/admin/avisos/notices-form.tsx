"use client";

import { useAdminWords } from "@/app/admin/words-context";
import { SelectField } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { type DeskNotice, type NoticeWay, noticeWays } from "@/model/notify";
import { saveNoticesAction } from "./actions";

const schema = () => import("@/domain/caja/notice-schema").then(({ NoticeChoices }) => NoticeChoices);

/** When one wants to hear of each kind that one's role has to do with. */
export function NoticesForm({ choices }: { choices: { kind: DeskNotice; way: NoticeWay }[] }) {
  const { kinds, ways, save } = useAdminWords("notices");
  return (
    <Form
      action={saveNoticesAction}
      schema={schema}
      order={choices.map(({ kind }) => kind)}
      known={Object.fromEntries(choices.map(({ kind, way }) => [kind, way]))}
    >
      {({ field }) => (
        <>
          {choices.map(({ kind }) => (
            <SelectField
              key={kind}
              {...field(kind)}
              label={kinds[kind]}
              options={noticeWays.map((value) => ({ value, label: ways[value] }))}
            />
          ))}
          <SubmitButton>{save}</SubmitButton>
        </>
      )}
    </Form>
  );
}
