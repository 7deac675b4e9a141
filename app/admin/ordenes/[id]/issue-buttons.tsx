import { SubmitButton } from "@/components/form/submit-button";

/** The button of a form that issues, and before it one that prints too, where that is offered. */
export function IssueButtons({ andPrint, label }: { andPrint?: string; label: string }) {
  if (!andPrint) return <SubmitButton>{label}</SubmitButton>;
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton name="paper" value="1">
        {andPrint}
      </SubmitButton>
      <SubmitButton variant="outline">{label}</SubmitButton>
    </div>
  );
}
