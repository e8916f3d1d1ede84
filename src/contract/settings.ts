/** settings.json, served beside the pane by whoever hosts it: the addresses and ids of one site. */
import * as z from "zod/mini";

export const siteSettingsSchema = z.object({
  /** Origin of the service, without a trailing slash; absent: the pane works alone. */
  service: z.optional(z.url()),
  /** The API's scope, such as "api://<client id>/access_as_user". */
  serviceScope: z.optional(z.string()),
  /** Base of Microsoft Graph, such as "https://graph.microsoft.com/v1.0"; absent: Office.js alone. */
  graph: z.optional(z.url()),
  /**
   * Scopes asked of Graph; they decide how much the pane can do. Mail.ReadWrite, the default: everything, categories and
   * flags on every waiting message included. Mail.Read: the same knowledge, nothing is written. Mail.ReadBasic: no
   * preview, no In-Reply-To and no stamps. None for mail: Office.js alone.
   * Shared mailboxes are asked only with a `.Shared` scope beside, such as Mail.ReadWrite.Shared.
   */
  graphScopes: z._default(z.array(z.string()), ["User.Read", "Mail.ReadWrite"]),
  clientId: z.optional(z.string()),
  /** Such as "https://login.microsoftonline.com/<tenant id>". */
  authority: z.optional(z.url()),
  /** The add-in's id in the manifest: names its custom properties in Graph. */
  addinId: z.string(),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;
