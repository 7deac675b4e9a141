import { OneButtonForm } from "@/components/form/one-button-form";
import { DataTable } from "@/components/ui/table";
import { listDevices } from "@/domain/branch/devices";
import { deviceOf } from "@/domain/own-account/device";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import type { Grant } from "@/model/access";
import { endDeviceAction } from "./place-actions";

/** The devices that are paired with counters, each with the button that ends it. */
export async function DevicesSection({ grant }: { grant: Grant<"team.manage"> }) {
  const [devices, { places, ownAccount }, language] = await Promise.all([
    listDevices(grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = places.paired;
  return (
    <section aria-labelledby="equipos">
      <h2 id="equipos">{t.list}</h2>
      <p>{t.lead}</p>
      <DataTable
        caption={t.list}
        empty={t.none}
        columns={t.columns}
        rows={devices.map((device) => ({
          counter: places.device.choice(device.counter, device.branch),
          device: ownAccount.sessions.device(deviceOf(device.userAgent)),
          until: shortDate(device.expiresAt),
          used: shortDateTime(device.lastSeenAt, language),
          person: device.lastPerson ?? t.nobody,
          actions: (
            <OneButtonForm
              action={endDeviceAction}
              hidden={{ device: device.deviceId }}
              label={t.quit}
              variant="text"
            />
          ),
        }))}
      />
    </section>
  );
}
