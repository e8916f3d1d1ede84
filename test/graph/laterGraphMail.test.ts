import { expect, test } from "@jest/globals";
import { graphMail } from "../../src/graph/graphMail.ts";
import { laterGraphMail } from "../../src/graph/laterGraphMail.ts";
import { addinId } from "../support/graphMessages.ts";
import { batching, scriptedGraph } from "../support/scriptedGraph.ts";

test.each([
  [["User.Read"]],
  [["Mail.ReadBasic"]],
  [["Mail.Read", "Mail.ReadBasic.Shared"]],
  [["Mail.Read", "Mail.ReadWrite.Shared"]],
  [["Mail.ReadWrite"]],
])("with %j it can do what the client can, before that was fetched", (scopes) => {
  const { site, request } = scriptedGraph(() => ({}));
  const shape = (mail: ReturnType<typeof graphMail>) =>
    mail === null
      ? null
      : [mail.reader, mail.writer].map((port) =>
          Object.entries(port ?? {})
            .map(([name, value]) => `${name} ${typeof value === "function" ? "call" : String(value)}`)
            .sort(),
        );
  expect(shape(laterGraphMail(site, { addinId, scopes }))).toEqual(shape(graphMail(request, { addinId, scopes })));
});

test("its calls reach Graph", async () => {
  const { site, asked } = scriptedGraph(batching(() => ({ body: { id: "folder" } })));
  const mail = laterGraphMail(site, { addinId, scopes: ["Mail.ReadWrite"] });
  expect(await mail?.reader.folders("")).toMatchObject({ inbox: "folder", sentitems: "folder" });
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /$batch"]);
});

test.each([
  [undefined, "odata.maxpagesize=200"],
  [50, "odata.maxpagesize=50"],
])("a page of changes is as long as the site says: %s", async (pageSize, preference) => {
  const { site, asked } = scriptedGraph(() => ({ body: { value: [], "@odata.deltaLink": "https://graph.example/d" } }));
  const mail = laterGraphMail(site, { addinId, scopes: ["Mail.Read"], pageSize });
  await mail?.reader.pages([{ mailbox: "", folder: "inbox", link: null, since: null }]);
  expect(asked.map(({ headers }) => headers["Prefer"])).toEqual([`${preference}, IdType="ImmutableId"`]);
});
