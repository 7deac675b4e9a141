import { pairedToken } from "@/app/_server/auth/paired-device";
import { endDeviceAction } from "@/app/(proveedor)/equipo/place-actions";
import { OneButtonForm } from "@/components/form/one-button-form";
import type { Counter } from "@/db/queries/branch";
import { readDevice } from "@/domain/branch/devices";
import { longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";
import { pairAction } from "./actions";

/** An owner pairs this device with its counter, so that it looks up by itself and a PIN says who serves. */
export async function PairSection({
  grant,
  counter,
}: {
  grant: Grant<"team.manage">;
  counter: Counter | null;
}) {
  const [device, { places }, language] = await Promise.all([
    readDevice(await pairedToken()),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = places.paired;
  const isOwn = device?.providerId === grant.actor.provider.id;
  const isHere = isOwn && device.counterId === counter?.id;
  const name = counter ? places.device.choice(counter.name, counter.branch) : "";
  return (
    <section aria-labelledby="emparejar">
      <h2 id="emparejar">{t.title}</h2>
      <p>{t.lead}</p>
      <p>{t.pins}</p>
      {isOwn ? <p>{t.until(longDate(device.expiresAt, language))}</p> : null}
      {counter ? (
        <OneButtonForm
          action={pairAction}
          hidden={{ counter: counter.id }}
          label={isHere ? t.again : t.pair(name)}
          variant="outline"
        />
      ) : (
        <p>{t.chooseFirst}</p>
      )}
      {isOwn ? (
        <OneButtonForm
          action={endDeviceAction}
          hidden={{ device: device.deviceId }}
          label={t.end}
          variant="text"
        />
      ) : null}
    </section>
  );
}
